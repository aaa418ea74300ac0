import { known, listed, withValues, written, type Paper, type PaperBlock, type PaperSection, type PaperText } from '../../kernel/paper.ts'
import { assessmentWords, informantWords, phaseWords, raiseWords, riskWords, safeWords } from './assessment-words.ts'
import type { Scale, ScaleItem } from './scale-schema.ts'
import type { Assessment } from './schema.ts'
import { resultOf } from './scoring-rules.ts'

const paperWords = {
  title: { zh: '测评表：{scale}', en: 'Assessment: {scale}' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  age: { zh: '年龄', en: 'Age' },
  years: { zh: '{n} 岁', en: '{n}' },
  occasion: { zh: '个案或小组', en: 'Case or group' },
  note: { zh: '备注', en: 'Note' },
  order: { zh: '序号', en: 'No.' },
  answer: { zh: '答案', en: 'Answer' },
  ticked: { zh: '☑ {option}', en: '☑ {option}' },
  open: { zh: '□ {option}', en: '□ {option}' },
  screening: { zh: '筛查，不是诊断。出处：{source}', en: 'A screening, not a diagnosis. Source: {source}' },
  result: { zh: '结果', en: 'Result' },
  scoreOf: { zh: '{score} 分（{least}–{most}）', en: '{score} ({least} to {most})' },
  assessorSigns: { zh: '评估人签名', en: 'Assessed by' },
  personSigns: { zh: '被测评人（或回答人）签名', en: 'The person, or who answered' },
} as const

type SheetFacts = {
  readonly scale: Scale
  /** Undefined: an empty sheet. */
  readonly assessment: Assessment | undefined
  readonly person: {
    readonly name: string
    readonly sex: PaperText | null
    readonly age: number | null
    readonly communityName: string | null
  }
  readonly project: string
  readonly agency: string | null
}

/** One sheet of a scale, with all its answers to tick: as it was filled in, or empty. */
export function sheetPaper({ scale, assessment, person, project, agency }: SheetFacts): Paper {
  const isKept = assessment !== undefined
  return {
    title: withValues(paperWords.title, { scale: scale.name }),
    head: { project, agency, community: person.communityName, filledBy: assessment?.assessor ?? null, filledOn: assessment?.day ?? null },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            perRow: 3,
            fields: [
              known(paperWords.name, person.name),
              known(paperWords.sex, person.sex),
              known(paperWords.age, person.age === null ? null : withValues(paperWords.years, { n: person.age })),
              written(assessmentWords.phase, isKept ? phaseWords[assessment.phase] : null),
              written(paperWords.occasion, assessment?.occasion),
              written(assessmentWords.informant, isKept && assessment.informant !== null ? informantWords[assessment.informant] : null),
            ],
          },
          ...(scale.stem === undefined ? [] : [{ kind: 'note', text: scale.stem } as const]),
        ],
      },
      ...partsOf(scale).map((part): PaperSection => ({
        ...(part.title === undefined ? {} : { title: part.title }),
        blocks: [
          {
            kind: 'table',
            columns: [
              { title: paperWords.order, share: 0.4, align: 'center' },
              { title: assessmentWords.question, share: isLong(scale) ? 1.8 : 3 },
              { title: paperWords.answer, share: isLong(scale) ? 4.2 : 3 },
            ],
            rows: part.items.map(({ item, at }) => [at, item.words, choicesOf(item, assessment?.answers?.[item.key])]),
          },
        ],
      })),
      { title: paperWords.result, blocks: resultBlocks(scale, assessment) },
      ...(assessment?.protocol === null || assessment === undefined ? [] : [protocolSection(assessment, assessment.protocol)]),
      {
        blocks: [
          {
            kind: 'signatures',
            lines: [
              { label: paperWords.personSigns, name: null, day: null },
              { label: paperWords.assessorSigns, name: assessment?.assessor ?? null, day: assessment?.day ?? null },
            ],
          },
          { kind: 'note', text: withValues(paperWords.screening, { source: scale.source }) },
        ],
      },
    ],
  }
}

/** Answers that are sentences take more of the line than the questions. */
const isLong = (scale: Scale): boolean => scale.items.some((item) => item.options.some((option) => option.words.zh.length > 8))

type Part = { title: PaperText | undefined; items: { item: ScaleItem; at: number }[] }

/** A scale's questions under its headings, numbered through. */
function partsOf(scale: Scale): Part[] {
  const parts: Part[] = []
  for (const [at, item] of scale.items.entries()) {
    const last = parts.at(-1)
    if (last === undefined || item.part !== undefined) parts.push({ title: item.part, items: [{ item, at: at + 1 }] })
    else last.items.push({ item, at: at + 1 })
  }
  return parts
}

const choicesOf = (item: ScaleItem, chosen: string | undefined): PaperText => {
  const options = item.options.map((option) =>
    withValues(option.key === chosen ? paperWords.ticked : paperWords.open, { option: option.words }),
  )
  const between = item.options.some((option) => option.words.zh.length > 8) ? '\n' : '  '
  const places = options.map((_option, at) => `{${at}}`).join(between)
  return { zh: places, en: places, with: Object.fromEntries(options.map((option, at) => [String(at), option])) }
}

function resultBlocks(scale: Scale, assessment: Assessment | undefined): PaperBlock[] {
  const result = assessment?.answers === null || assessment === undefined ? undefined : resultOf(scale, assessment.answers)
  const band = scale.bands.find((each) => each.code === assessment?.band) ?? result?.band
  const score = assessment?.score ?? null
  return [
    {
      kind: 'fields',
      perRow: 2,
      fields: [
        known(
          assessmentWords.score,
          score === null ? null : withValues(paperWords.scoreOf, { score, least: scale.least, most: scale.most }),
        ),
        known(assessmentWords.band, band?.words),
        known(assessmentWords.next, assessment === undefined ? null : band?.next, { wide: true }),
        written(paperWords.note, assessment?.note, { wide: true, lines: 1 }),
      ],
    },
    ...(result === undefined || result.raises.length === 0
      ? []
      : [{ kind: 'note', text: listed(result.raises.map((raise) => raiseWords[raise])) } as const]),
  ]
}

const protocolSection = (assessment: Assessment, protocol: NonNullable<Assessment['protocol']>): PaperSection => ({
  title: riskWords.recorded,
  blocks: [
    {
      kind: 'fields',
      perRow: 1,
      fields: [
        written(riskWords.asked, protocol.asked, { wide: true }),
        written(riskWords.safeNow, safeWords[protocol.safeNow], { wide: true }),
        written(riskWords.means, protocol.means, { wide: true }),
        written(riskWords.told, protocol.told, { wide: true }),
        written(riskWords.done, protocol.done, { wide: true }),
        written(riskWords.nextContactOn, protocol.nextContactOn, { wide: true }),
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: riskWords.contactedOn, share: 1.2 },
        { title: riskWords.safeNow },
        { title: riskWords.how, share: 3 },
        { title: riskWords.nextContactOn, share: 1.2 },
      ],
      rows: assessment.followUps.map((one) => [
        one.contactedOn,
        safeWords[one.safeNow],
        [one.how, one.done].filter((part) => part !== '').join('\n'),
        one.nextContactOn,
      ]),
      empty: riskWords.noFollowUp,
    },
  ],
})
