import { known, withValues, type Paper, type PaperText } from '../../kernel/paper.ts'
import { isSettled } from './need-rules.ts'
import { needStateWords, needWords, priorityWords } from './need-words.ts'
import type { Need } from './schema.ts'

const paperWords = {
  title: { zh: '需求与服务安排表', en: 'Needs and what is done about them' },
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  age: { zh: '年龄', en: 'Age' },
  years: { zh: '{n} 岁', en: '{n}' },
  livingWith: { zh: '居住情况', en: 'Lives with' },
  seen: { zh: '从哪里看出来', en: 'Where it was seen' },
  need: { zh: '需求', en: 'Need' },
  who: { zh: '谁', en: 'Who' },
  by: { zh: '最晚', en: 'By' },
  done: { zh: '做完', en: 'Done' },
  found: { zh: '情况', en: 'What came of it' },
  settled: { zh: '结论', en: 'End' },
  personSigns: { zh: '本人（或家属）签名', en: 'The person or family' },
  workerSigns: { zh: '社工签名', en: 'The worker' },
} as const

type NeedsFacts = {
  readonly person: {
    readonly name: string
    readonly sex: PaperText | null
    readonly age: number | null
    readonly communityName: string | null
    readonly livingWith: string | null
  }
  readonly needs: readonly Need[]
  readonly project: string
  readonly agency: string | null
  readonly filledBy: string
  readonly filledOn: string
}

/** A person's needs on one sheet: need → goal → action → who → when, and how each ended. */
export function needsPaper({ person, needs, project, agency, filledBy, filledOn }: NeedsFacts): Paper {
  const shown = needs.filter((need) => need.state !== 'withdrawn')
  const settled = shown.filter((need) => isSettled(need.state))
  return {
    title: paperWords.title,
    head: { project, agency, community: person.communityName, filledBy, filledOn },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(paperWords.name, person.name),
              known(paperWords.sex, person.sex),
              known(paperWords.age, person.age === null ? null : withValues(paperWords.years, { n: person.age })),
              known(paperWords.livingWith, person.livingWith),
            ],
          },
        ],
      },
      {
        title: needWords.title,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: needWords.domain, share: 1.2 },
              { title: paperWords.need, share: 2.4 },
              { title: needWords.priority, share: 0.7, align: 'center' },
              { title: paperWords.seen, share: 2 },
              { title: needWords.goal, share: 2 },
              { title: needWords.stateColumn, share: 0.8, align: 'center' },
            ],
            rows: shown.map((need) => [
              need.domain ?? needWords.other,
              need.statement,
              priorityWords[need.priority],
              sourceOf(need),
              need.goal,
              needStateWords[need.state],
            ]),
            blankRows: Math.max(0, 3 - shown.length),
          },
        ],
      },
      {
        title: needWords.actions,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: paperWords.need, share: 2 },
              { title: needWords.actions, share: 2.4 },
              { title: paperWords.who },
              { title: paperWords.by, share: 1.1, align: 'center' },
              { title: paperWords.done, share: 1.1, align: 'center' },
            ],
            rows: shown.flatMap((need) =>
              need.actions.map((action) => [need.statement, action.what, action.who, action.dueOn, action.doneOn]),
            ),
            blankRows: shown.every((need) => need.actions.length === 0) ? 3 : 0,
          },
        ],
      },
      ...(settled.length === 0
        ? []
        : [
            {
              title: paperWords.settled,
              blocks: [
                {
                  kind: 'table' as const,
                  prefilled: true,
                  columns: [
                    { title: paperWords.need, share: 2 },
                    { title: paperWords.settled, share: 0.8 },
                    { title: needWords.on, share: 1 },
                    { title: paperWords.found, share: 3 },
                  ],
                  rows: settled.map((need) => [need.statement, needStateWords[need.state], need.settledOn, need.outcome]),
                },
              ],
            },
          ]),
      {
        blocks: [
          {
            kind: 'signatures',
            lines: [
              { label: paperWords.personSigns, name: null, day: null },
              { label: paperWords.workerSigns, name: null, day: null },
            ],
          },
        ],
      },
    ],
  }
}

const sourceOf = (need: Need): PaperText | null =>
  need.assessment === null ? need.judgement : withValues(needWords.from, { scale: need.assessment.scale, day: need.assessment.day ?? '—' })
