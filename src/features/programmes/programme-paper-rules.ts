import { known, withValues, written, type Paper, type PaperBlock, type PaperPicture } from '../../kernel/paper.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { contributingPartyWords, statusWords } from '../ledger/ledger-words.ts'
import { decimalsOf, measures } from '../measures/measure-list-rules.ts'
import { programmeWords as w, standingWords } from './programme-words.ts'
import type { Programme, ProgrammeService } from './schema.ts'

export const programmePaperWords = {
  title: { zh: '一社一品方案与成效表', en: 'A signature programme: plan and results' },
  done: { zh: '完成', en: 'Done' },
  number: { zh: '数值', en: 'Value' },
  unit: { zh: '单位', en: 'Unit' },
  rule: { zh: '口径', en: 'How it is counted' },
  measure: { zh: '指标', en: 'Measure' },
  figures: { zh: '成效数字', en: 'Figures' },
  counted: {
    zh: '截至{day}，由归入的 {n} 次服务统计；同一人只计一次。',
    en: 'As of {day}, counted from the {n} services that belong to it; a person counts once.',
  },
  communitySigns: { zh: '社区（村）意见（签章）', en: 'The community (signature and seal)' },
  agencySigns: { zh: '承办机构（签章）', en: 'The agency (signature and seal)' },
} as const

export type ProgrammePaperFacts = {
  readonly programme: Programme
  readonly services: readonly ProgrammeService[]
  readonly mark: PaperPicture | null
  readonly project: string
  readonly agency: string | null
  readonly filledBy: string
  readonly filledOn: string
}

/** A community's signature programme on paper: its mark, its plan, what was done for it and what that came to. */
export function programmePaper({ programme, services, mark, project, agency, filledBy, filledOn }: ProgrammePaperFacts): Paper {
  const held = services.filter(({ status }) => status === 'held')
  const pictures: PaperBlock[] = mark === null ? [] : [{ kind: 'pictures', perRow: 3, pictures: [{ picture: mark, caption: w.mark }] }]
  return {
    title: programmePaperWords.title,
    head: { project, community: programme.communityName, agency, filledBy, filledOn },
    sections: [
      {
        title: w.facts,
        blocks: [
          ...pictures,
          {
            kind: 'fields',
            fields: [
              known(w.name, programme.name),
              known(w.standing, standingWords[programme.state]),
              known(w.town, programme.townName),
              written(w.forWhom, programme.forWhom),
            ],
          },
          { kind: 'fields', perRow: 1, fields: [written(w.purpose, programme.purpose, { wide: true, lines: 3 })] },
        ],
      },
      {
        title: w.partners,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [{ title: w.party }, { title: w.partner, share: 1.6 }, { title: w.does, share: 2.4 }],
            rows: programme.partners.map(({ party, organisation, does }) => [
              contributingPartyWords[party],
              organisation ?? w.toBeFound,
              does,
            ]),
            empty: w.noPartners,
          },
        ],
      },
      {
        title: w.plan,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: w.month, align: 'center' },
              { title: w.step, share: 3 },
              { title: programmePaperWords.done, align: 'center' },
            ],
            rows: programme.steps.map(({ month, what, doneOn }) => [month, what, doneOn]),
            blankRows: programme.steps.length === 0 ? 4 : 0,
          },
        ],
      },
      {
        title: w.services,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: w.day, align: 'center' },
              { title: w.kind },
              { title: w.service, share: 2.2 },
              { title: w.standing, share: 0.8, align: 'center' },
              { title: w.times, share: 0.8, align: 'right' },
              { title: w.photos, share: 0.6, align: 'right' },
            ],
            rows: services
              .toReversed()
              .map((one) => [one.day, kindWords[one.kind], one.title ?? one.number, statusWords[one.status], one.attendances, one.photos]),
            empty: w.noServicesYet,
          },
        ],
      },
      {
        title: programmePaperWords.figures,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: programmePaperWords.measure, share: 1.2 },
              { title: programmePaperWords.number, share: 0.7, align: 'right' },
              { title: programmePaperWords.unit, share: 0.6, align: 'center' },
              { title: programmePaperWords.rule, share: 3 },
            ],
            rows: programme.figures.map(({ key, value }) => [
              measures[key].name,
              value === null ? null : Number(value.toFixed(decimalsOf(measures[key]))),
              measures[key].unit,
              measures[key].rule,
            ]),
            empty: w.noServicesYet,
          },
          { kind: 'note', text: withValues(programmePaperWords.counted, { day: programme.asOf, n: held.length }) },
        ],
      },
      { title: w.resultsWords, blocks: [{ kind: 'text', text: programme.results, lines: 6 }] },
      {
        blocks: [
          {
            kind: 'signatures',
            lines: [
              { label: programmePaperWords.communitySigns, name: null, day: null },
              { label: programmePaperWords.agencySigns, name: null, day: null },
            ],
          },
        ],
      },
    ],
  }
}
