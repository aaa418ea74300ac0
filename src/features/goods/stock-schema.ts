import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { amountSchema, placeSchema } from './lot-schema.ts'

const left = z.object({ stock: z.number() })
const at = { id: z.uuid(), lotId: serviceIdSchema, day: daySchema }

export const lossCauseSchema = z.enum(['damaged', 'expired', 'missing'])

export const loseGoods = endpoint({
  name: 'goods.lose',
  kind: 'write',
  summary: { zh: '报损', en: 'Write goods off' },
  input: z.object({ ...at, place: placeSchema, quantity: amountSchema, cause: lossCauseSchema, reason: reasonSchema }),
  output: left,
  permission: 'goods.keep',
  trail: { writes: 'goods.lose' },
})

export const moveGoods = endpoint({
  name: 'goods.move',
  kind: 'write',
  summary: { zh: '调拨到另一存放点', en: 'Move goods to another place' },
  input: z.object({ ...at, from: placeSchema, to: placeSchema.min(1), quantity: amountSchema }),
  output: left,
  permission: 'goods.keep',
  trail: { writes: 'goods.move' },
})

/** Why a count differs. Less: damaged, expired, missing. More: found again. Either: what was received was miscounted. */
export const takeCauseSchema = z.enum(['damaged', 'expired', 'missing', 'found', 'miscounted'])

export const countGoods = endpoint({
  name: 'goods.count',
  kind: 'write',
  summary: { zh: '盘点一个存放点', en: 'Count what lies at a place' },
  input: z.object({
    ...at,
    place: placeSchema,
    /** What the screen said should be there: somebody may have moved something since. */
    expected: z.number(),
    counted: z.number().min(0).max(1_000_000),
    cause: takeCauseSchema.nullable(),
    reason: reasonSchema.nullable(),
  }),
  output: left,
  permission: 'goods.keep',
  trail: { writes: 'goods.count' },
})

export const undoMovement = endpoint({
  name: 'goods.undoMovement',
  kind: 'write',
  summary: { zh: '撤销一笔报损、调拨或退回', en: 'Take a write-off, a move or a return back' },
  input: z.object({ id: z.uuid(), lotId: serviceIdSchema, seq: z.int(), reason: reasonSchema }),
  output: left,
  permission: 'goods.keep',
  trail: { writes: 'goods.undoMovement' },
})
