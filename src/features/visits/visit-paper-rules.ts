import { known, listed, written, type Paper } from '../../kernel/paper.ts'
import { statusWords } from '../ledger/ledger-words.ts'
import { dutyWords } from './duty-words.ts'
import type { Visit } from './record-schema.ts'
import { itemsOn } from './visit-rules.ts'
import { deedSchema, deedWords, itemSchema, itemWords, meansWords, referredToWords, urgencyWords } from './visit-schema.ts'
import { visitWords } from './visit-words.ts'

export const visitFileName = (visit: Visit): string => ['探访记录', visit.day].filter((part) => part !== null).join('-')

/** 探访记录: who was visited, what was looked at, what was found; blank where nothing is known. */
export function visitPaper({ visit, project, agency }: { visit: Visit; project: string; agency: string | null }): Paper {
  const looked = itemSchema.options.filter(
    (item) => visit.checks[item] !== undefined || visit.day === null || itemsOn(visit.day).includes(item),
  )
  return {
    title: visitWords.paper,
    head: { project, agency, community: visit.communityName, filledBy: visit.worker, filledOn: visit.day },
    sections: [
      {
        title: visitWords.facts,
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(visitWords.people, listed(visit.people.map((person) => person.name)), { wide: true }),
              known(visitWords.day, [visit.day, visit.startsAt?.slice(0, 5)].filter((part) => typeof part === 'string').join(' ')),
              known(visitWords.minutes, visit.minutes),
              known(visitWords.means, visit.means === null ? visit.meansWritten : meansWords[visit.means]),
              known(visitWords.paperStatus, statusWords[visit.status]),
              known(visitWords.informant, visit.informant),
              known(visitWords.worker, visit.worker),
            ],
          },
        ],
      },
      {
        title: visitWords.checks,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [{ title: visitWords.paperItem, share: 2 }, { title: visitWords.paperState }],
            rows: [
              ...looked.map((item) => {
                const state = visit.checks[item]
                return [itemWords[item], state === undefined ? null : state ? visitWords.good : visitWords.bad] as const
              }),
              ...visit.otherChecks.map(({ name, good }) => [name, good ? visitWords.good : visitWords.bad] as const),
            ],
          },
          {
            kind: 'checks',
            label: visitWords.deeds,
            items: deedSchema.options.map((deed) => ({ label: deedWords[deed], ticked: visit.deeds.includes(deed) })),
          },
        ],
      },
      {
        title: visitWords.problems,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: visitWords.paperItem },
              { title: visitWords.urgency, share: 0.7 },
              { title: visitWords.found, share: 2 },
              { title: visitWords.handled, share: 2 },
              { title: visitWords.referredTo },
            ],
            rows: [
              ...visit.problems.map((problem) => [
                itemWords[problem.item],
                urgencyWords[problem.urgency],
                problem.found,
                problem.handled,
                problem.referredTo === null ? null : referredToWords[problem.referredTo],
              ]),
              ...(visit.problemWritten === null || visit.problemWritten === ''
                ? []
                : [[null, null, visit.problemWritten, visit.handledWritten, null]]),
            ],
            empty: visitWords.noProblem,
          },
        ],
      },
      { title: visitWords.note, blocks: [{ kind: 'fields', fields: [written(visitWords.note, visit.note, { wide: true, lines: 4 })] }] },
      {
        blocks: [
          {
            kind: 'signatures',
            lines: [
              { label: visitWords.worker, name: visit.worker, day: visit.day },
              { label: visitWords.paperElder, name: null, day: null },
              { label: dutyWords.supervisor, name: null, day: null },
            ],
          },
        ],
      },
    ],
  }
}
