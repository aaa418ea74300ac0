import { dayOfInstant } from '../../kernel/day.ts'
import { known, written, type Paper } from '../../kernel/paper.ts'
import type { Change } from './change-schema.ts'
import { changeKindWords, changeSaid, changeStateWords, changeWords as w } from './change-words.ts'

type Facts = { readonly project: string; readonly agency: string | null; readonly change: Change }

/** 项目变更申请表: what is to be otherwise, why, and what was decided, with room for the stamps of agency and funder. */
export function changePaper({ project, agency, change }: Facts): Paper {
  const said = changeSaid(change)
  return {
    title: w.sheet,
    number: String(change.number),
    head: { project, agency, filledOn: dayOfInstant(change.askedAt), filledBy: change.askedBy },
    sections: [
      {
        title: w.what,
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(w.kind, changeKindWords[change.what.kind]),
              known(w.subject, change.said.subject),
              known(said.from, change.said.from),
              known(said.to, change.said.to),
            ],
          },
        ],
      },
      { title: w.why, blocks: [{ kind: 'text', text: change.reason, lines: 4, prefilled: true }] },
      {
        title: w.decision,
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(w.state, change.state === 'asked' ? null : changeStateWords[change.state]),
              known(w.decidedOn, change.decidedAt === null ? null : dayOfInstant(change.decidedAt)),
              written(w.decidedReason, change.decidedReason, { wide: true, lines: 2 }),
              written(w.basis, change.basis, { wide: true }),
            ],
          },
          {
            kind: 'signatures',
            lines: [
              { label: w.askedBy, name: change.askedBy, day: dayOfInstant(change.askedAt) },
              {
                label: w.decidedBy,
                ...(change.decidedBy === null || change.decidedAt === null
                  ? {}
                  : { name: change.decidedBy, day: dayOfInstant(change.decidedAt) }),
              },
              { label: w.funder },
            ],
          },
        ],
      },
    ],
  }
}
