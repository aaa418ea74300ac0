import { known, withValues, written, type Paper, type PaperText } from '../../kernel/paper.ts'
import { respiteWords } from './respite-words.ts'
import type { Carer, Slot } from './schema.ts'
import { coverWords, slotStateWords } from './slot-schema.ts'

const paperWords = {
  title: { zh: '喘息服务单', en: 'Respite of a carer' },
  minutesOf: { zh: '{n} 分钟', en: '{n} minutes' },
  coveredBy: { zh: '{cover}：{name}', en: '{cover}: {name}' },
  carerSays: { zh: '照护者的感受和建议', en: 'What the carer says' },
  carerSigns: { zh: '照护者签名', en: 'The carer' },
  coverSigns: { zh: '照看人签名', en: 'Who covered' },
  workerSigns: { zh: '社工签名', en: 'The worker' },
} as const

type RespiteFacts = {
  readonly carer: Carer
  readonly slots: readonly Slot[]
  readonly project: string
  readonly agency: string | null
  readonly filledBy: string
  readonly filledOn: string
}

/** A carer, the elder, and every slot: asked, covered by whom, done; with room for what was done by hand. */
export function respitePaper({ carer, slots, project, agency, filledBy, filledOn }: RespiteFacts): Paper {
  return {
    title: paperWords.title,
    head: { project, agency, community: carer.communityName, filledBy, filledOn },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(respiteWords.carer, carer.carer),
              known(respiteWords.phone, carer.phone),
              known(respiteWords.elder, carer.elder),
              known(respiteWords.relation, carer.relation),
              known(respiteWords.strain, strainOf(carer)),
              known(
                respiteWords.had,
                carer.sessions === 0
                  ? null
                  : withValues(respiteWords.hadOf, { n: carer.sessions, time: withValues(paperWords.minutesOf, { n: carer.minutes }) }),
              ),
            ],
          },
        ],
      },
      {
        title: respiteWords.slots,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: respiteWords.wantedOn, share: 1.2, align: 'center' },
              { title: respiteWords.time, share: 0.8, align: 'center' },
              { title: respiteWords.minutes, share: 0.8, align: 'center' },
              { title: respiteWords.need, share: 1.6 },
              { title: respiteWords.cover, share: 1.6 },
              { title: respiteWords.state, share: 1.1, align: 'center' },
              { title: respiteWords.content, share: 2 },
            ],
            rows: slots.map((slot) => [
              slot.wantedOn,
              slot.startsAt?.slice(0, 5) ?? null,
              slot.minutes,
              slot.need,
              coverOf(slot),
              slotStateWords[slot.state],
              slot.steps.findLast((step) => step.state === 'done')?.reason ?? null,
            ]),
            blankRows: Math.max(0, 4 - slots.length),
          },
          { kind: 'fields', perRow: 1, fields: [written(paperWords.carerSays, null, { wide: true, lines: 3 })] },
          {
            kind: 'signatures',
            lines: [
              { label: paperWords.carerSigns, name: null, day: null },
              { label: paperWords.coverSigns, name: null, day: null },
              { label: paperWords.workerSigns, name: null, day: null },
            ],
          },
        ],
      },
    ],
  }
}

const strainOf = ({ strain }: Carer): PaperText | null => {
  if (strain === null) return null
  return strain.day === null
    ? withValues(respiteWords.strainBare, { score: strain.score })
    : withValues(respiteWords.strainOf, { score: strain.score, day: strain.day })
}

const coverOf = (slot: Slot): PaperText | null =>
  slot.cover === null ? null : withValues(paperWords.coveredBy, { cover: coverWords[slot.cover], name: slot.coverName ?? '' })
