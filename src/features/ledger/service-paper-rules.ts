import type { Day } from '../../kernel/day.ts'
import { toYuan } from '../../kernel/money.ts'
import { known, listed, withValues, written, type Paper, type PaperText } from '../../kernel/paper.ts'
import { kindWords, knownThemes, lineWords } from './kind-schema.ts'
import { certaintyWords, contributingPartyWords, givenWords, partPlayedWords, statusWords } from './ledger-words.ts'
import { paperWords } from './paper-words.ts'
import type { ServiceDetail } from './schema.ts'
import { serviceWords } from './service-words.ts'

export type ServicePaperFacts = {
  readonly service: ServiceDetail
  readonly project: string
  readonly agency: string | null
  readonly today: Day
}

const titleOf = (service: ServiceDetail): PaperText => service.title ?? kindWords[service.kind]

const headOf = ({ service, project, agency }: ServicePaperFacts) => ({
  project,
  agency,
  community: service.communityName,
  filledBy: service.worker,
  filledOn: service.day,
})

/** Hours and minutes as they are said. */
function spent(minutes: number): PaperText {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  if (h === 0) return withValues(paperWords.minutes, { m })
  return m === 0 ? withValues(paperWords.hours, { h }) : withValues(paperWords.hoursAndMinutes, { h, m })
}

const whenOf = (service: ServiceDetail): string => [service.day, service.startsAt].filter((part) => part !== null).join(' ')

/** 服务记录: what happened, who was there, who gave what. */
export function recordPaper(facts: ServicePaperFacts): Paper {
  const { service } = facts
  const counted = service.attended.filter((one) => !one.repeats)
  return {
    title: paperWords.record,
    number: service.number,
    head: headOf(facts),
    sections: [
      {
        title: serviceWords.facts,
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(serviceWords.name, titleOf(service), { wide: true }),
              known(serviceWords.kind, kindWords[service.kind]),
              known(serviceWords.line, lineWords[service.line]),
              known(serviceWords.day, whenOf(service)),
              known(serviceWords.duration, service.minutes === null ? null : spent(service.minutes)),
              known(serviceWords.place, service.place),
              known(serviceWords.host, service.host),
              known(serviceWords.status, statusWords[service.status]),
              known(serviceWords.themes, listed(service.themes.map((theme) => knownThemes[theme] ?? theme))),
              known(serviceWords.attendances, withValues(paperWords.attendances, { n: service.attendances })),
              known(serviceWords.quantity, service.quantity === null ? null : `${service.quantity}${service.unit ?? ''}`),
              written(serviceWords.note, service.note, { wide: true, lines: 4 }),
            ],
          },
        ],
      },
      {
        title: serviceWords.attended,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: paperWords.order, share: 0.6, align: 'center' },
              { title: serviceWords.person, share: 1.4 },
              { title: serviceWords.part, share: 1.4 },
              { title: serviceWords.certainty, share: 1.5 },
              { title: serviceWords.hours, share: 1.3 },
            ],
            rows: counted.map((one, at) => [
              at + 1,
              one.name,
              partPlayedWords[one.part],
              certaintyWords[one.certainty],
              one.minutes === null ? '' : spent(one.minutes),
            ]),
            empty: serviceWords.attendedNone,
          },
          ...(service.unnamedCount === 0
            ? []
            : [{ kind: 'note', text: withValues(paperWords.unnamed, { n: service.unnamedCount }) } as const]),
        ],
      },
      ...contributionsOf(service),
      {
        blocks: [
          { kind: 'text', text: null, lines: 4 },
          {
            kind: 'signatures',
            lines: [
              { label: paperWords.workerSigns, name: null, day: null },
              { label: paperWords.supervisorSigns, name: null, day: null },
            ],
          },
        ],
        title: paperWords.supervisorSays,
      },
    ],
  }
}

const contributionsOf = (service: ServiceDetail): Paper['sections'] =>
  service.contributions.length === 0
    ? []
    : [
        {
          title: serviceWords.contributions,
          blocks: [
            {
              kind: 'table',
              prefilled: true,
              columns: [
                { title: serviceWords.party, share: 1.3 },
                { title: serviceWords.organisation, share: 2 },
                { title: serviceWords.given },
                { title: serviceWords.quantity },
                { title: serviceWords.valueYuan, share: 1.2, align: 'right' },
              ],
              rows: service.contributions.map((one) => [
                contributingPartyWords[one.party],
                one.organisation,
                givenWords[one.given],
                one.quantity === null ? null : `${one.quantity}${one.unit ?? ''}`,
                one.valueFen === null ? null : toYuan(one.valueFen),
              ]),
            },
          ],
        },
      ]

const ofParts = (service: ServiceDetail, parts: readonly string[]) =>
  service.attended.filter((one) => parts.includes(one.part) && !one.repeats)

/**
 * 签到表: those on the list with room to sign, and empty rows for whoever comes beside. `archived`: what the records say,
 * with nothing left to be signed.
 */
export function rollPaper(facts: ServicePaperFacts & { readonly archived?: true }): Paper {
  const { service } = facts
  if (facts.archived === true) return archivedRoll(facts)
  const people = [...ofParts(service, ['beneficiary', 'carer', 'child']), ...ofParts(service, ['volunteer', 'worker', 'partner'])]
  return {
    title: withValues(paperWords.rollOf, { title: titleOf(service) }),
    number: service.number,
    head: { ...headOf(facts), filledBy: null },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(serviceWords.day, whenOf(service)),
              known(serviceWords.duration, service.minutes === null ? null : spent(service.minutes)),
              known(serviceWords.place, service.place),
              known(serviceWords.worker, service.worker),
            ],
          },
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: paperWords.order, share: 0.6, align: 'center' },
              { title: serviceWords.person, share: 1.4 },
              { title: serviceWords.part, share: 1.4 },
              { title: paperWords.signature, share: 2 },
              { title: paperWords.came, align: 'center' },
              { title: paperWords.left, align: 'center' },
            ],
            rows: people.map((one, at) => [at + 1, one.name, partPlayedWords[one.part], null, null, null]),
            blankRows: Math.max(5, 20 - people.length),
          },
          { kind: 'note', text: paperWords.rollNote },
          {
            kind: 'signatures',
            lines: [
              { label: paperWords.workerSigns, name: null, day: null },
              { label: paperWords.communityConfirms, name: null, day: null },
            ],
          },
        ],
      },
    ],
  }
}

/** A file's name: the kind, the number and the day, no person's name. */
export const fileNameOf = (paper: 'record' | 'roll', service: ServiceDetail): string =>
  [paperWords[paper].zh, kindWords[service.kind].zh, service.number, service.day].filter((part) => part !== null).join('-')

function archivedRoll(facts: ServicePaperFacts): Paper {
  const { service } = facts
  return {
    title: withValues(paperWords.rollOf, { title: titleOf(service) }),
    number: service.number,
    head: headOf(facts),
    sections: [
      {
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: paperWords.order, share: 0.6, align: 'center' },
              { title: serviceWords.person, share: 1.4 },
              { title: serviceWords.part, share: 1.4 },
              { title: serviceWords.certainty, share: 1.5 },
              { title: paperWords.checkedIn, share: 1.4 },
              { title: serviceWords.hours, share: 1.2 },
            ],
            rows: service.attended
              .filter((one) => !one.repeats)
              .map((one, at) => [
                at + 1,
                one.name,
                partPlayedWords[one.part],
                certaintyWords[one.certainty],
                one.checkedInBy,
                one.minutes === null ? null : spent(one.minutes),
              ]),
          },
          { kind: 'note', text: paperWords.archivedNote },
        ],
      },
    ],
  }
}
