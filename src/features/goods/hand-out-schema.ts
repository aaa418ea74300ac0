import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { amountSchema, placeSchema } from './lot-schema.ts'

export const receiptSchema = z.enum(['screen', 'paper', 'fingerprint'])
export type Receipt = z.infer<typeof receiptSchema>

export const handOut = endpoint({
  name: 'goods.handOut',
  kind: 'write',
  summary: { zh: '发放给一户或多户', en: 'Hand out to one household or many' },
  input: z.object({
    roundId: z.uuid(),
    shares: z
      .array(
        z.object({
          key: z.uuid(),
          serviceId: serviceIdSchema,
          quantity: amountSchema,
          /** Who took it for them, and in which relation; null: one of them. */
          takenBy: z.object({ name: z.string().trim().min(1).max(40), relation: z.string().trim().min(1).max(20) }).nullable(),
          receipt: receiptSchema,
        }),
      )
      .min(1)
      .max(200),
  }),
  output: z.object({ handed: z.int(), stock: z.number() }),
  permission: 'goods.handOut',
  trail: { writes: 'goods.handOut' },
})

export const undoHandOut = endpoint({
  name: 'goods.undoHandOut',
  kind: 'write',
  summary: { zh: '撤销一次发放（保留理由）', en: 'Take a hand-out back that was not one, with the reason kept' },
  input: z.object({ serviceId: serviceIdSchema, version: z.int(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'goods.handOut',
  trail: { writes: 'goods.undoHandOut' },
})

export const returnGoods = endpoint({
  name: 'goods.return',
  kind: 'write',
  summary: { zh: '登记退回', en: 'Record goods that came back' },
  input: z.object({
    id: z.uuid(),
    serviceId: serviceIdSchema,
    version: z.int(),
    quantity: amountSchema,
    day: daySchema,
    place: placeSchema,
    reason: reasonSchema,
  }),
  output: z.object({ version: z.int() }),
  permission: 'goods.handOut',
  trail: { writes: 'goods.return' },
})

export const printRound = endpoint({
  name: 'goods.printRound',
  kind: 'read',
  summary: { zh: '打印发放签收表', en: 'The list to be signed when goods are handed out' },
  input: z.object({ id: z.uuid(), format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'goods.handOut',
  trail: { writes: 'goods.printRound' },
  answers: paperAnswers,
})

export const printLot = endpoint({
  name: 'goods.print',
  kind: 'read',
  summary: { zh: '打印物资接收单或给捐赠方的反馈函', en: 'What was received, or the donor’s letter' },
  input: z.object({ id: serviceIdSchema, paper: z.enum(['received', 'letter']), format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'goods.keep',
  trail: { writes: 'goods.print' },
  answers: paperAnswers,
})
