import { dayOfInstant } from '../../kernel/day.ts'
import { toYuan } from '../../kernel/money.ts'
import { known, withValues, type Paper } from '../../kernel/paper.ts'
import { toCapitals } from './capital-rules.ts'
import { signaturePartSchema, type Expense, type SignaturePart } from './expense-schema.ts'
import { expenseWords as w, paidByWords, signatureWords } from './expense-words.ts'

type Facts = Expense & {
  readonly project: string
  readonly agency: string | null
  readonly budgetLine: string | null
  readonly isVoided: boolean
  readonly signatures: readonly { readonly part: SignaturePart; readonly by: string; readonly at: Date }[]
  readonly fileCount: number
}

/** 费用报销单: what was spent on what, with the three who signed here or room for the pen. */
export function expensePaper(facts: Facts): Paper {
  return {
    title: w.sheet,
    number: facts.voucher,
    head: { project: facts.project, agency: facts.agency, filledOn: facts.spentOn },
    sections: [
      {
        blocks: [
          ...(facts.isVoided ? [{ kind: 'note' as const, text: w.sheetVoided }] : []),
          {
            kind: 'fields',
            fields: [
              known(w.budgetLine, facts.budgetLine),
              known(w.spentOn, facts.spentOn),
              known(w.purpose, facts.purpose, { wide: true, lines: 2 }),
              known(w.payee, facts.payee),
              known(w.paidBy, facts.paidBy === null ? null : paidByWords[facts.paidBy]),
              known(w.invoice, facts.invoice),
              known(w.attached, withValues(w.attachedCount, { n: facts.fileCount })),
              known(w.amountYuan, toYuan(facts.amountFen)),
              known(w.capitals, toCapitals(facts.amountFen)),
              ...(facts.handledBy === null ? [] : [known(w.handledBy, facts.handledBy)]),
            ],
          },
          {
            kind: 'signatures',
            lines: signaturePartSchema.options.map((part) => {
              const signed = facts.signatures.find((one) => one.part === part)
              return {
                label: signatureWords[part],
                ...(signed === undefined ? {} : { name: signed.by, day: dayOfInstant(signed.at.toISOString()) }),
              }
            }),
          },
          { kind: 'note', text: w.sheetNote },
        ],
      },
    ],
  }
}
