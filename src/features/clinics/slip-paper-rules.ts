import type { Day } from '../../kernel/day.ts'
import { known, listed, withValues, type Paper, type PaperText } from '../../kernel/paper.ts'
import type { Words } from '../../kernel/words.ts'
import { adviceOf, tellingFindings, type Advice, type Finding } from './advice-rules.ts'
import { bands, type BandCode } from './band-words.ts'
import { clinicPaperWords as words, homeWords } from './clinic-paper-words.ts'
import type { Visitor } from './day-schema.ts'
import { contextOf, glucoseContextWords, readingPartWords, type Reading } from './part-schema.ts'
import { targetMeasureWords } from './health-words.ts'
import { shownPart } from './reading-text-rules.ts'
import type { Target } from './schema.ts'
import { boundsText } from './target-text-rules.ts'

export type SlipFacts = {
  readonly visitor: Pick<Visitor, 'name' | 'sex' | 'age' | 'ownOxygenLow'>
  readonly reading: Reading
  readonly targets: readonly Target[]
  readonly project: string
  readonly agency: string | null
  readonly day: Day | null
  readonly place: string | null
  readonly contact: string | null
  /** When somebody asks after them, where that was arranged. */
  readonly followUpBy: Day | null
}

const unitOf = { pressure: 'mmHg', pulse: '次/分' } as const

/** 大字单: what was measured, what it means in plain words, and what to do, for the elder to take home. */
export function slipPaper(facts: SlipFacts): Paper {
  const { visitor, reading } = facts
  const advice = adviceOf(reading, { sex: visitor.sex, ownOxygenLow: visitor.ownOxygenLow ?? undefined })
  return {
    title: words.slip,
    large: true,
    head: {},
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            perRow: 1,
            fields: [
              known(words.name, visitor.age === null ? visitor.name : listedAs(visitor.name, visitor.age)),
              known(words.day, [facts.day, facts.place].filter((part) => part !== null).join(' ')),
            ],
          },
        ],
      },
      {
        title: words.measured,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: words.what, share: 1.1 },
              { title: words.value, share: 1.5 },
              { title: words.means, share: 1.8 },
            ],
            rows: rowsOf(reading, advice),
          },
        ],
      },
      { title: words.toDo, blocks: [{ kind: 'text', text: doingOf(advice, facts), lines: 3, prefilled: true }] },
      {
        blocks: [
          { kind: 'note', text: words.at120 },
          { kind: 'note', text: words.screening },
          { kind: 'note', text: withContact(facts) },
        ],
      },
    ],
  }
}

const listedAs = (name: string, age: number): PaperText => ({
  zh: '{name}（{age}）',
  en: '{name} ({age})',
  with: { name, age: withValues(words.years, { n: age }) },
})

const withContact = ({ agency, project, contact }: SlipFacts): PaperText => ({
  zh: '{label}：{who}',
  en: '{label}: {who}',
  with: { label: words.contact, who: [agency ?? project, contact].filter((part) => part !== null).join(' ') },
})

const nameOf = (findings: readonly Finding[], part: Finding['part'], but: readonly BandCode[] = []): PaperText =>
  listed(findings.filter((one) => one.part === part && !but.includes(one.band)).map(({ band }) => bands[band].name))

const pulseBands: readonly BandCode[] = ['pulse_usual', 'pulse_off', 'pulse_alert']

/** A row for each thing measured, with what the value is called. */
function rowsOf(reading: Reading, { findings }: Advice): PaperText[][] {
  const rows: PaperText[][] = []
  const pressure = findings.find(({ part, band }) => part === 'pressure' && !pulseBands.includes(band))
  if (pressure !== undefined)
    rows.push([partNames.pressure, `${pressure.value} ${unitOf.pressure}`, nameOf(findings, 'pressure', pulseBands)])
  const pulse = findings.find(({ band }) => pulseBands.includes(band))
  if (pulse !== undefined) rows.push([partNames.pulse, `${pulse.value} ${unitOf.pulse}`, bands[pulse.band].name])
  const glucose = findings.find(({ part }) => part === 'glucose')
  if (glucose !== undefined) {
    const context = contextOf(reading.glucoseContext)
    const value = `${glucose.value} mmol/L`
    rows.push([
      readingPartWords.glucose,
      context === undefined
        ? value
        : { zh: '{value}（{context}）', en: '{value} ({context})', with: { value, context: glucoseContextWords[context] } },
      bands[glucose.band].name,
    ])
  }
  for (const part of ['oxygen', 'temperature', 'body'] as const) {
    const value = shownPart(reading, part)
    if (value !== '') rows.push([readingPartWords[part], value, nameOf(findings, part)])
  }
  return rows
}

const partNames = { pressure: { zh: '血压', en: 'Blood pressure' }, pulse: { zh: '心率', en: 'Pulse' } } as const satisfies Record<
  string,
  Words
>

const atHome = new Map<string, Words>(Object.entries(homeWords))

/** What to do, the gravest first: words for somebody at home, not for a station. */
function doingOf(advice: Advice, { targets, followUpBy }: SlipFacts): PaperText {
  const telling = tellingFindings(advice)
  const lines: PaperText[] = [
    ...telling.map(({ band }) => atHome.get(band) ?? bands[band].doing),
    ...(telling.length === 0 ? [words.allUsual] : []),
    ...targets.map((target) => {
      const bounds = boundsText(target)
      return withValues(words.target, { measure: targetMeasureWords[target.measure], bounds: withValues(bounds.words, bounds.with) })
    }),
    ...(followUpBy === null ? [] : [withValues(words.followUp, { day: followUpBy })]),
  ]
  const numbered = lines.map((_line, at) => `${at + 1}. {${at}}`).join('\n')
  return { zh: numbered, en: numbered, with: Object.fromEntries(lines.map((line, at) => [String(at), line])) }
}
