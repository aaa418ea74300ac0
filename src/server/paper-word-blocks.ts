import type { Paper, PaperBlock, PaperBundle, PaperField, PaperHead, PaperPicture, PaperSignature, PaperText } from '../kernel/paper.ts'
import type { Language } from '../kernel/words.ts'
import { rowsOf } from './paper-html.ts'
import { headWords, paperWords } from './paper-words.ts'
import { relationOf } from './word-file.ts'
import { cell, drawing, linkTo, pageBreak, paragraph, row, run, table, type WordFont, type Xml } from './word-xml.ts'

/** Says texts in the reader's language, on so much width (in twentieths of a point). */
export type WordPen = {
  say(text: PaperText): string
  readonly language: Language
  readonly width: number
  /** How much larger than usual the type is. */
  readonly scale: number
  /** Keeps a picture for the document; its number there. */
  keep(picture: PaperPicture): number
}

/** A4 less its margins. */
export const pageWidth = { portrait: 11906 - 1021 - 907, landscape: 16838 - 1021 - 907 }

export const fonts = (language: Language): { readonly song: WordFont; readonly hei: WordFont } => {
  const of = (han: string, latin: string): WordFont => ({ latin: language === 'en' ? 'Times New Roman' : latin, han })
  return language === 'zh-Hant'
    ? { song: of('PMingLiU', 'Times New Roman'), hei: of('Microsoft JhengHei', 'Arial') }
    : { song: of('宋体', 'Times New Roman'), hei: of('黑体', 'Arial') }
}

/** A text whose lines stay lines. */
const runs = (text: string, { hei, size }: { hei?: Language; size?: number } = {}): Xml =>
  run(text, { font: hei === undefined ? undefined : fonts(hei).hei, size })

/** A size in half points, as large as the paper's type. */
const sized = (halfPoints: number, pen: WordPen): number => Math.round(halfPoints * pen.scale)

export const headingOf = (title: PaperText, pen: WordPen): Xml =>
  run(pen.say(title), { size: sized(36, pen), font: fonts(pen.language).hei })

const subheading = (title: PaperText, pen: WordPen): Xml =>
  paragraph([runs(pen.say(title), { hei: pen.language, size: sized(24, pen) })], { keepNext: true, before: 200, after: 80 })

export function indexOf(bundle: PaperBundle, pen: WordPen): Xml[] {
  const head = [paperWords.order, paperWords.paper, paperWords.number, paperWords.filledOn]
  const widths = widthsOf([1, 6, 2.4, 2], pen.width)
  const [order, name, number, day] = widths
  const center = { align: 'center' } as const
  const rows = bundle.papers.map((paper, at) =>
    row(
      [
        cellOf(order, paragraph([runs(String(at + 1))], center)),
        cellOf(name, paragraph([linkTo(`paper-${at + 1}`, runs(pen.say(paper.title)))])),
        cellOf(number, paragraph([runs(paper.number ?? '')])),
        cellOf(day, paragraph([runs(paper.head.filledOn ?? '')], center)),
      ],
      { whole: true },
    ),
  )
  return [
    paragraph([headingOf(bundle.title, pen)], { ...center, after: 120 }),
    ...(bundle.about === undefined ? [] : [paragraph([runs(pen.say(bundle.about))], { ...center, after: 160 })]),
    subheading(paperWords.index, pen),
    table(widths, [headRow(head, widths, pen), ...rows]),
  ]
}

const headKeys: readonly (keyof PaperHead)[] = ['project', 'agency', 'community', 'filledBy', 'filledOn']

/** All of a paper below its title. */
export function bodyOf(paper: Paper, pen: WordPen): Xml[] {
  const parts = headKeys.flatMap((key) => {
    const value = paper.head[key]
    return value === undefined ? [] : [`${pen.say(headWords[key])}：${value === null || value === '' ? '____________' : pen.say(value)}`]
  })
  const number =
    paper.number === undefined ? [] : [paragraph([runs(`${pen.say(paperWords.number)}：${paper.number ?? ''}`)], { align: 'right' })]
  const head = parts.length === 0 ? [] : [paragraph([runs(parts.join('　'))], { after: 100 })]
  return [
    ...number,
    ...head,
    ...paper.sections.flatMap((section) => [
      ...(section.title === undefined ? [] : [subheading(section.title, pen)]),
      ...section.blocks.flatMap((block) => blockOf(block, pen)),
    ]),
  ]
}

/** Two tables that touch become one in Word: something thin stands between them. */
const gap = paragraph([run('', { size: 8 })], { line: 120, before: 0, after: 0 })

function blockOf(block: PaperBlock, pen: WordPen): Xml[] {
  switch (block.kind) {
    case 'fields':
      return [fieldsOf(block.fields, block.perRow ?? 2, pen), gap]
    case 'table':
      return [rowsTable(block, pen), gap]
    case 'text':
      return [textBox(block, pen), gap]
    case 'checks': {
      const label = block.label === undefined ? [] : [runs(`${pen.say(block.label)}：`, { hei: pen.language })]
      const items = block.items.map((item) => `${item.ticked ? '☑' : '☐'} ${pen.say(item.label)}`).join('　')
      return [paragraph([...label, runs(items)], { before: 60, after: 100 })]
    }
    case 'signatures':
      return [signaturesOf(block.lines, pen), gap]
    case 'pictures':
      return [picturesOf(block, pen), gap]
    case 'note':
      return [paragraph([runs(pen.say(block.text), { size: sized(18, pen) })], { before: 60, after: 60 })]
    case 'pageBreak':
      return [paragraph([pageBreak])]
  }
}

const widthsOf = (shares: readonly number[], width: number): number[] => {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((share / whole) * width))
}

const cellOf = (width: number | undefined, inside: Xml, span?: number): Xml => cell([inside], { width: width ?? 0, middle: true, span })

const headRow = (titles: readonly PaperText[], widths: readonly number[], pen: WordPen): Xml =>
  row(
    titles.map((title, at) => cellOf(widths[at], labelOf(title, pen))),
    { whole: true, heads: true },
  )

const labelOf = (label: PaperText, pen: WordPen): Xml =>
  paragraph([runs(pen.say(label), { hei: pen.language, size: sized(20, pen) })], { align: 'center' })

const lineHeight = 360

function fieldsOf(fields: readonly PaperField[], perRow: number, pen: WordPen): Xml {
  const label = perRow === 1 ? 22 : perRow === 2 ? 15 : 12
  const shares = Array.from({ length: perRow }, () => [label, 100 / perRow - label]).flat()
  const widths = widthsOf(shares, pen.width)
  const rows = rowsOf(fields, perRow).map((line) =>
    row(
      line.flatMap((field, at) => {
        const span = at === line.length - 1 ? (perRow - line.length) * 2 + 1 : 1
        const from = at * 2 + 1
        const width = widths.slice(from, from + span).reduce((sum, one) => sum + one, 0)
        return [cellOf(widths[at * 2], labelOf(field.label, pen)), cellOf(width, paragraph([runs(pen.say(field.value ?? ''))]), span)]
      }),
      { height: lineHeight * Math.max(1, ...line.map((field) => field.lines ?? 1)) },
    ),
  )
  return table(widths, rows)
}

function rowsTable(block: Extract<PaperBlock, { kind: 'table' }>, pen: WordPen): Xml {
  const widths = widthsOf(
    block.columns.map((column) => column.share ?? 1),
    pen.width,
  )
  const rowOf = (texts: readonly string[]) =>
    row(
      texts.map((text, at) => cellOf(widths[at], paragraph([runs(text)], { align: block.columns[at]?.align ?? 'left' }))),
      { whole: true, height: lineHeight },
    )
  const rows = block.rows.map((line) => rowOf(line.map((one) => (typeof one === 'number' ? String(one) : pen.say(one ?? '')))))
  const blank = Array.from({ length: block.blankRows ?? 0 }, () => rowOf(block.columns.map(() => '')))
  const empty =
    rows.length + blank.length === 0 && block.empty !== undefined
      ? [row([cellOf(sumOf(widths), paragraph([runs(pen.say(block.empty))], { align: 'center' }), block.columns.length)])]
      : []
  const titles = block.columns.map((column) => column.title)
  return table(widths, [headRow(titles, widths, pen), ...rows, ...blank, ...empty])
}

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one, 0)

const textBox = (block: Extract<PaperBlock, { kind: 'text' }>, pen: WordPen): Xml =>
  table(
    [pen.width],
    [
      row([cell([paragraph([runs(pen.say(block.text ?? ''))])], { width: pen.width, margins: { high: 80, wide: 90 } })], {
        height: lineHeight * (block.lines ?? 3),
      }),
    ],
  )

/** A grid without lines: two or three things side by side. */
function gridOf(cells: readonly Xml[][], perRow: number, width: number): Xml {
  const widths = widthsOf(
    Array.from({ length: perRow }, () => 1),
    width,
  )
  const lines = Array.from({ length: Math.ceil(cells.length / perRow) }, (_line, at) => cells.slice(at * perRow, (at + 1) * perRow))
  const rows = lines.map((line) =>
    row(
      widths.map((own, at) => cell(line[at] ?? [paragraph([])], { width: own })),
      { whole: true },
    ),
  )
  return table(widths, rows, { lines: false })
}

const signaturesOf = (lines: readonly PaperSignature[], pen: WordPen): Xml =>
  gridOf(
    lines.map((line) => {
      const name = line.name === undefined || line.name === null || line.name === '' ? undefined : pen.say(line.name)
      const signed =
        line.picture === undefined
          ? run(name === undefined ? '　　　　　　　' : `　${name}　`, { underlined: true })
          : imageOf(line.picture, 120, 40, pen)
      const day =
        line.day === undefined ? [] : [paragraph([runs(`${pen.say(paperWords.day)}：${line.day ?? pen.say(paperWords.dayBlank)}`)])]
      return [paragraph([runs(`${pen.say(line.label)}：`), signed], { before: 160 }), ...day]
    }),
    2,
    pen.width,
  )

function picturesOf(block: Extract<PaperBlock, { kind: 'pictures' }>, pen: WordPen): Xml {
  const perRow = block.perRow ?? 2
  // Pixels at 96 to the inch, which Word draws pictures in: 15 twentieths of a point each.
  const most = Math.floor(pen.width / perRow / 15) - 16
  return gridOf(
    block.pictures.map(({ picture, caption }) => [
      paragraph([imageOf(picture, most, 400, pen)], { align: 'center', line: 240 }),
      ...(caption === undefined ? [] : [paragraph([runs(pen.say(caption), { size: sized(18, pen) })], { align: 'center' })]),
    ]),
    perRow,
    pen.width,
  )
}

function imageOf(picture: PaperPicture, width: number, height: number, pen: WordPen): Xml {
  const scale = Math.min(1, width / Math.max(1, picture.width), height / Math.max(1, picture.height))
  const number = pen.keep(picture)
  return drawing({
    relation: relationOf(number),
    number,
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  })
}
