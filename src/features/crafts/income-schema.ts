import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'
import { reasonSchema } from '../../kernel/reason.ts'

export const acknowledgedSchema = z.enum(['paper', 'fingerprint', 'screen'])
export const payMeansSchema = z.enum(['transfer', 'in_person'])

/** book: an imported book says it was paid. paid: here, and acknowledged. due: not yet. */
export const paidSchema = z.enum(['book', 'paid', 'due'])

const saleSchema = z.object({
  id: serviceIdSchema,
  number: z.string().nullable(),
  craft: z.string().nullable(),
  day: daySchema.nullable(),
  priceFen: fenSchema,
  incomeFen: fenSchema,
  paid: paidSchema,
  paidOn: daySchema.nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedHow: acknowledgedSchema.nullable(),
  keptAt: z.string().nullable(),
})
export type Sale = z.output<typeof saleSchema>

export const openMaker = endpoint({
  name: 'crafts.openMaker',
  kind: 'read',
  summary: { zh: '一位制作人的作品、销售和收入', en: 'A maker’s pieces, sales and income' },
  input: z.object({ projectId: projectIdSchema, personId: personIdSchema }),
  output: z.object({
    name: z.string(),
    lessons: z.int(),
    sales: z.array(saleSchema),
    salesFen: fenSchema,
    incomeFen: fenSchema,
    paidFen: fenSchema,
    dueFen: fenSchema,
  }),
  permission: 'crafts.read',
  trail: { writes: 'crafts.openMaker' },
})

export const payMaker = endpoint({
  name: 'crafts.pay',
  kind: 'write',
  summary: { zh: '付给制作人收入并签收', en: 'Pay a maker what sales brought, acknowledged' },
  input: z.object({
    id: z.uuid(),
    saleIds: z.array(serviceIdSchema).min(1).max(200),
    /** What the screen says is paid: the sum must be this. */
    amountFen: fenSchema.min(1),
    paidOn: daySchema,
    means: payMeansSchema,
    acknowledgedBy: z.string().trim().min(1).max(40),
    acknowledgedHow: acknowledgedSchema,
    keptAt: z.string().trim().max(80).nullable(),
  }),
  output: z.object({ id: z.uuid() }),
  permission: 'crafts.write',
  trail: { writes: 'crafts.pay' },
})

export const undoPayment = endpoint({
  name: 'crafts.undoPayment',
  kind: 'write',
  summary: { zh: '撤销一次付款登记', en: 'Take back that a maker was paid' },
  input: z.object({ saleId: serviceIdSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'crafts.write',
  trail: { writes: 'crafts.undoPayment' },
})

export const printStatement = endpoint({
  name: 'crafts.printStatement',
  kind: 'read',
  summary: { zh: '打印制作人收入明细', en: 'A maker’s statement, to print' },
  input: z.object({ projectId: projectIdSchema, personId: personIdSchema, format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'crafts.write',
  trail: { writes: 'crafts.printStatement' },
  answers: paperAnswers,
})
