import {
  countFilled,
  isBundle,
  textIn,
  type Paper,
  type PaperBlock,
  type PaperBundle,
  type PaperCell,
  type PaperField,
  type PaperHead,
  type PaperPicture,
  type PaperSection,
  type PaperSignature,
  type PaperText,
} from '../kernel/paper.ts'
import type { Language } from '../kernel/words.ts'
import { paperStyle } from './paper-style.ts'
import { headWords, paperWords } from './paper-words.ts'
import { inLanguage } from './problem.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as HTML: whatever was written stays text, its lines stay lines. */
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '').replaceAll(/\r\n?|\n/g, '<br>')

type Pen = {
  /** A text in the reader's language, as HTML. */
  say(text: PaperText): string
  readonly language: Language
}

/**
 * Papers as one HTML document that prints on A4: no scripts, nothing from elsewhere, everything that was written escaped.
 * `pages`: the page that each paper of a bundle begins on, for its index, where that is known.
 */
export function paperHtml(paper: Paper | PaperBundle, language: Language, pages?: readonly number[]): string {
  const pen: Pen = { language, say: (text) => escaped(textIn(text, (words) => inLanguage(words, language))) }
  const filled = countFilled(paper)
  const papers = isBundle(paper) ? paper.papers : [paper]
  const index = isBundle(paper) && paper.index !== false ? indexHtml(paper, pen, pages) : ''
  const body = papers.map((one, at) => paperBody(one, at, pen)).join('\n')
  const note = `${pen.say({ ...paperWords.prefilled, with: { n: filled.prefilled } })}${filled.blank === 0 ? '' : ` · ${pen.say({ ...paperWords.blank, with: { n: filled.blank } })}`}`
  return `<!doctype html>
<html lang="${language}" data-prefilled="${filled.prefilled}" data-blank="${filled.blank}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${pen.say(paper.title)}</title>
<style>${paperStyle(language, {
    start: inLanguage(paperWords.pageStart, language),
    between: inLanguage(paperWords.pageBetween, language),
    end: inLanguage(paperWords.pageEnd, language),
  })}</style>
</head>
<body${pages === undefined ? '' : ' class="numbered"'}>
<p class="filled">${note}</p>
${index}${body}
</body>
</html>
`
}

function indexHtml(bundle: PaperBundle, pen: Pen, pages: readonly number[] | undefined): string {
  const rows = bundle.papers.map(
    (paper, at) =>
      `<tr><td class="center">${at + 1}</td><td><a href="#paper-${at + 1}">${pen.say(paper.title)}</a></td><td>${pen.say(paper.number ?? '')}</td><td class="center">${pen.say(paper.head.filledOn ?? '')}</td><td class="center page">${pages?.[at] ?? ''}</td></tr>`,
  )
  return `<section class="paper index">
<h1>${pen.say(bundle.title)}</h1>
${bundle.about === undefined ? '' : `<p class="about">${pen.say(bundle.about)}</p>`}
<h2>${pen.say(paperWords.index)}</h2>
<table><colgroup><col style="width:9%"><col><col style="width:20%"><col style="width:16%"><col class="page" style="width:9%"></colgroup>
<thead><tr><th>${pen.say(paperWords.order)}</th><th>${pen.say(paperWords.paper)}</th><th>${pen.say(paperWords.number)}</th><th>${pen.say(paperWords.filledOn)}</th><th class="page">${pen.say(paperWords.page)}</th></tr></thead>
<tbody>${rows.join('')}</tbody></table>
</section>
`
}

const headKeys: readonly (keyof PaperHead)[] = ['project', 'agency', 'community', 'filledBy', 'filledOn']

function paperBody(paper: Paper, at: number, pen: Pen): string {
  const head = headKeys.flatMap((key) => {
    const value = paper.head[key]
    return value === undefined
      ? []
      : [
          `<span>${pen.say(headWords[key])}：${value === null || value === '' ? '<i class="blank"></i>' : `<b>${pen.say(value)}</b>`}</span>`,
        ]
  })
  const number = paper.number === undefined ? '' : `<p class="number">${pen.say(paperWords.number)}：${pen.say(paper.number ?? '')}</p>`
  return `<section class="paper${paper.landscape === true ? ' landscape' : ''}${paper.large === true ? ' large' : ''}" id="paper-${at + 1}">
<h1>${pen.say(paper.title)}</h1>
${number}${head.length === 0 ? '' : `<p class="head">${head.join(' ')}</p>`}
${paper.sections.map((section) => sectionHtml(section, pen)).join('\n')}
</section>`
}

const sectionHtml = (section: PaperSection, pen: Pen): string =>
  `${section.title === undefined ? '' : `<h2>${pen.say(section.title)}</h2>`}${section.blocks.map((block) => blockHtml(block, pen)).join('')}`

function blockHtml(block: PaperBlock, pen: Pen): string {
  switch (block.kind) {
    case 'fields':
      return fieldsHtml(block.fields, block.perRow ?? 2, pen)
    case 'table':
      return tableHtml(block, pen)
    case 'text':
      return `<div class="text${block.prefilled === true ? ' known' : ''}" style="min-height:${(block.lines ?? 3) * 1.75}em">${pen.say(block.text ?? '')}</div>`
    case 'checks':
      return `<p class="checks">${block.label === undefined ? '' : `<b>${pen.say(block.label)}：</b>`}${block.items.map((item) => `<span>${item.ticked ? '☑' : '☐'} ${pen.say(item.label)}</span>`).join(' ')}</p>`
    case 'signatures':
      return `<div class="signatures">${block.lines.map((line) => signatureHtml(line, pen)).join('')}</div>`
    case 'pictures':
      return `<div class="pictures per${block.perRow ?? 2}">${block.pictures.map((one) => `<figure>${pictureHtml(one.picture)}${one.caption === undefined ? '' : `<figcaption>${pen.say(one.caption)}</figcaption>`}</figure>`).join('')}</div>`
    case 'note':
      return `<p class="note">${pen.say(block.text)}</p>`
    case 'pageBreak':
      return '<div class="break"></div>'
  }
}

/** Fields laid into rows: a wide one takes a row, and the last of a row takes what is left of it. */
export function rowsOf(fields: readonly PaperField[], perRow: number): PaperField[][] {
  const rows: PaperField[][] = []
  for (const field of fields) {
    const last = rows.at(-1)
    if (field.wide === true || last === undefined || last.length >= perRow || last[0]?.wide === true) rows.push([field])
    else last.push(field)
  }
  return rows
}

function fieldsHtml(fields: readonly PaperField[], perRow: number, pen: Pen): string {
  const label = perRow === 1 ? 22 : perRow === 2 ? 15 : 12
  const value = 100 / perRow - label
  const columns = Array.from({ length: perRow }, () => `<col style="width:${label}%"><col style="width:${value}%">`).join('')
  const rows = rowsOf(fields, perRow).map((row) => {
    const cells = row.map((field, at) => {
      const span = at === row.length - 1 ? (perRow - row.length) * 2 + 1 : 1
      const room = field.lines === undefined ? '' : ` style="height:${field.lines * 1.75}em"`
      return `<th scope="row">${pen.say(field.label)}</th><td${span === 1 ? '' : ` colspan="${span}"`}${room}${field.prefilled === true ? ' class="known"' : ''}>${pen.say(field.value ?? '')}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table class="fields"><colgroup>${columns}</colgroup><tbody>${rows.join('')}</tbody></table>`
}

function tableHtml(block: Extract<PaperBlock, { kind: 'table' }>, pen: Pen): string {
  const whole = block.columns.reduce((sum, column) => sum + (column.share ?? 1), 0)
  const columns = block.columns.map((column) => `<col style="width:${(((column.share ?? 1) / whole) * 100).toFixed(2)}%">`)
  const cell = (value: PaperCell, at: number) => {
    const align = block.columns[at]?.align ?? 'left'
    return `<td${align === 'left' ? '' : ` class="${align}"`}>${typeof value === 'number' ? value : pen.say(value ?? '')}</td>`
  }
  const rows = block.rows.map((row) => `<tr${block.prefilled === true ? ' class="known"' : ''}>${row.map(cell).join('')}</tr>`)
  const blank = Array.from(
    { length: block.blankRows ?? 0 },
    () => `<tr class="blank">${block.columns.map(() => '<td></td>').join('')}</tr>`,
  )
  const empty =
    rows.length === 0 && blank.length === 0 && block.empty !== undefined
      ? `<tr><td colspan="${block.columns.length}" class="center">${pen.say(block.empty)}</td></tr>`
      : ''
  return `<table><colgroup>${columns.join('')}</colgroup><thead><tr>${block.columns.map((column) => `<th scope="col">${pen.say(column.title)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}${blank.join('')}${empty}</tbody></table>`
}

function signatureHtml(line: PaperSignature, pen: Pen): string {
  const signed =
    line.picture === undefined ? (line.name === undefined || line.name === null ? '' : pen.say(line.name)) : pictureHtml(line.picture)
  const day =
    line.day === undefined
      ? ''
      : `<span>${pen.say(paperWords.day)}：${line.day === null ? '<i class="blank"></i>' : pen.say(line.day)}</span>`
  return `<p class="signature"><span>${pen.say(line.label)}：<span class="signed">${signed}</span></span>${day}</p>`
}

const pictureHtml = (picture: PaperPicture): string =>
  `<img alt="" src="data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}" width="${Math.round(picture.width)}" height="${Math.round(picture.height)}">`
