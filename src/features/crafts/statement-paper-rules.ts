import type { Day } from '../../kernel/day.ts'
import { toYuan } from '../../kernel/money.ts'
import { known, withValues, type Paper } from '../../kernel/paper.ts'
import { craftWords as w, acknowledgedWords, paidWords } from './craft-words.ts'
import type { Sale } from './income-schema.ts'

type Facts = {
  readonly project: string
  readonly agency: string | null
  readonly name: string
  readonly lessons: number
  readonly sales: readonly Sale[]
  readonly salesFen: number
  readonly incomeFen: number
  readonly paidFen: number
  readonly dueFen: number
  readonly today: Day
}

/** 手工艺收入明细: every sale of a maker, and the sums of the columns; income is what was paid and what is still due. */
export function statementPaper({ project, agency, today, ...facts }: Facts): Paper {
  return {
    title: w.statement,
    head: { project, agency, filledOn: today },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(w.maker, facts.name),
              known(w.lessons, facts.lessons),
              known(w.sold, facts.sales.length),
              known(w.sales, toYuan(facts.salesFen)),
              known(w.paid, toYuan(facts.paidFen)),
              known(w.due, toYuan(facts.dueFen)),
            ],
          },
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: w.number, share: 1 },
              { title: w.craft, share: 1.4 },
              { title: w.soldOn, share: 1.2 },
              { title: w.price, share: 1, align: 'right' },
              { title: w.income, share: 1, align: 'right' },
              { title: w.state, share: 1.2 },
              { title: w.acknowledged, share: 1.8 },
            ],
            rows: [
              ...facts.sales.map((sale) => [
                sale.number,
                sale.craft,
                sale.day,
                toYuan(sale.priceFen),
                toYuan(sale.incomeFen),
                paidWords[sale.paid],
                sale.acknowledgedBy === null || sale.acknowledgedHow === null
                  ? null
                  : withValues(w.acknowledgedLine, {
                      name: sale.acknowledgedBy,
                      how: acknowledgedWords[sale.acknowledgedHow],
                      day: sale.paidOn ?? '',
                    }),
              ]),
              [w.total, null, null, toYuan(facts.salesFen), toYuan(facts.incomeFen), null, null],
            ],
            empty: w.noSales,
          },
          { kind: 'note', text: w.statementNote },
          { kind: 'signatures', lines: [{ label: w.maker }, { label: w.handler }] },
        ],
      },
    ],
  }
}
