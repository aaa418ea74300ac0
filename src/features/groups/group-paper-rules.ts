import { toYuan } from '../../kernel/money.ts'
import { known, listed, withValues, written, type Paper } from '../../kernel/paper.ts'
import { statusWords } from '../ledger/ledger-words.ts'
import { markWords, phaseWords } from './group-schema.ts'
import { isPresent } from './roll-rules.ts'
import type { Group, GroupSession, ProcessRecord } from './schema.ts'
import { groupWords } from './words.ts'

export type GroupPaperFacts = { readonly group: Group; readonly project: string; readonly agency: string | null }

const headOf = ({ group, project, agency }: GroupPaperFacts) => ({
  project,
  agency,
  community: group.communityName,
  filledBy: group.worker,
  filledOn: null,
})
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`
const signing: Paper['sections'][number] = {
  title: groupWords.supervisorSays,
  blocks: [
    { kind: 'text', text: null, lines: 4 },
    {
      kind: 'signatures',
      lines: [
        { label: groupWords.workerSigns, name: null, day: null },
        { label: groupWords.supervisorSigns, name: null, day: null },
      ],
    },
  ],
}
const wide = { wide: true, lines: 3 } as const

/** 小组计划书. */
export function planPaper(facts: GroupPaperFacts): Paper {
  const { group } = facts
  return {
    title: groupWords.plan,
    number: group.number,
    head: headOf(facts),
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(groupWords.name, group.name),
              known(groupWords.nature, group.nature),
              known(groupWords.size, group.size),
              known(groupWords.held, group.sessions.filter(({ status }) => status !== 'cancelled').length),
              known(groupWords.frequency, group.frequency),
              known(groupWords.place, group.place),
              written(groupWords.theory, group.theory, wide),
              written(groupWords.goal, group.goal, wide),
              written(groupWords.aims, group.aims.map((aim, at) => `${at + 1}. ${aim}`).join('\n'), wide),
              written(groupWords.criteria, group.criteria, wide),
              written(groupWords.recruiting, group.recruiting, wide),
            ],
          },
        ],
      },
      {
        title: groupWords.sessions,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: groupWords.ordinal, share: 0.6, align: 'center' },
              { title: groupWords.day, share: 1.1 },
              { title: groupWords.topic, share: 1.4 },
              { title: groupWords.sessionGoal, share: 1.8 },
              { title: groupWords.parts, share: 3 },
            ],
            rows: group.sessions.map((session) => [
              session.ordinal,
              session.day,
              session.topic,
              session.goal,
              listed(
                session.parts.map((part) =>
                  [part.content, part.minutes === null ? null : `${part.minutes}′`, part.materials, part.who]
                    .filter((known_) => known_ !== null)
                    .join(' '),
                ),
              ),
            ]),
            empty: groupWords.sessionsNone,
          },
        ],
      },
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              written(groupWords.budget, group.budget, wide),
              written(groupWords.risks, group.risks, wide),
              written(groupWords.evaluation, group.evaluation, wide),
            ],
          },
        ],
      },
      signing,
    ],
  }
}

/** 小组过程记录 of one session. */
export function recordPaper(facts: GroupPaperFacts, session: GroupSession, record: ProcessRecord | null): Paper {
  const { group } = facts
  const marks = group.members.flatMap((member) => {
    const mark = member.marks.find(({ serviceId }) => serviceId === session.serviceId)?.mark
    return mark === undefined ? [] : [{ name: member.name, mark }]
  })
  return {
    title: groupWords.recordPaper,
    number: group.number,
    head: { ...headOf(facts), filledOn: session.day },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(groupWords.name, group.name),
              known(groupWords.ordinal, session.ordinal),
              known(groupWords.day, [session.day, session.startsAt?.slice(0, 5)].filter((part) => typeof part === 'string').join(' ')),
              known(groupWords.minutes, session.minutes),
              known(groupWords.place, session.place),
              known(groupWords.phase, session.phase === null ? null : phaseWords[session.phase]),
              known(groupWords.topic, session.topic),
              known(
                groupWords.present,
                withValues(groupWords.presentOf, { n: marks.filter(({ mark }) => isPresent(mark)).length, of: marks.length }),
              ),
              known(groupWords.sessionGoal, session.goal, { wide: true }),
            ],
          },
        ],
      },
      {
        title: groupWords.roll,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [{ title: groupWords.members }, { title: groupWords.status }],
            rows: marks.map(({ name, mark }) => [name, markWords[mark]]),
            empty: groupWords.membersNone,
          },
        ],
      },
      {
        title: groupWords.record,
        blocks: [
          {
            kind: 'fields',
            fields: [
              written(groupWords.course, record?.course, wide),
              written(groupWords.performance, record?.performance, wide),
              written(groupWords.dynamics, record?.dynamics, wide),
              written(groupWords.intervention, record?.intervention, wide),
              written(groupWords.reached, record?.reached, wide),
              written(groupWords.review, record?.review, wide),
              written(groupWords.nextTime, record?.next, wide),
            ],
          },
        ],
      },
      signing,
    ],
  }
}

/** 小组总结: what can be counted is counted. */
export function summaryPaper(facts: GroupPaperFacts): Paper {
  const { group } = facts
  const { rolled, summary } = group
  return {
    title: groupWords.summary,
    number: group.number,
    head: { ...headOf(facts), filledOn: summary.closedOn },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(groupWords.name, group.name),
              known(groupWords.nature, group.nature),
              known(groupWords.held, withValues(groupWords.heldOf, { held: rolled.held, planned: rolled.planned })),
              known(groupWords.members, group.members.length),
              known(groupWords.attendances, rolled.attendances),
              known(groupWords.rate, rolled.averageRate === null ? null : percent(rolled.averageRate)),
              known(
                groupWords.satisfaction,
                summary.answers === null || summary.answers === 0 || summary.satisfied === null
                  ? null
                  : withValues(groupWords.satisfactionOf, { share: percent(summary.satisfied / summary.answers), n: summary.answers }),
              ),
              known(groupWords.cost, summary.costFen === null ? null : toYuan(summary.costFen)),
              written(groupWords.achieved, summary.achieved, wide),
              written(groupWords.reflection, summary.reflection, wide),
            ],
          },
        ],
      },
      {
        title: groupWords.scores,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [{ title: groupWords.scale }, { title: groupWords.pairs }, { title: groupWords.before }, { title: groupWords.after }],
            rows: group.scores.map(({ scale, pairs, before, after }) => [scale, pairs, before.toFixed(1), after.toFixed(1)]),
            empty: groupWords.noPairs,
          },
        ],
      },
      {
        title: groupWords.sessions,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: groupWords.ordinal },
              { title: groupWords.day },
              { title: groupWords.topic, share: 2 },
              { title: groupWords.status },
              { title: groupWords.present },
            ],
            rows: group.sessions.map((session) => [
              session.ordinal,
              session.day,
              session.topic,
              statusWords[session.status],
              session.status === 'held' ? session.present : null,
            ]),
            empty: groupWords.sessionsNone,
          },
        ],
      },
      signing,
    ],
  }
}
