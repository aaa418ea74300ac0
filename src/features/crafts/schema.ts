import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { attendanceIdSchema, divisionCodeSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import { reasonSchema } from '../../kernel/reason.ts'

/** Where a piece is: with its maker, left with somebody to be sold, at an exhibition, taken back. Sold ones have a sale. */
export const pieceStateSchema = z.enum(['made', 'consigned', 'shown', 'withdrawn'])
export type PieceState = z.infer<typeof pieceStateSchema>

const pieceSchema = z.object({
  id: serviceIdSchema,
  version: z.int(),
  number: z.string(),
  craft: z.string().nullable(),
  day: daySchema.nullable(),
  communityName: z.string().nullable(),
  makerId: personIdSchema.nullable(),
  maker: z.string().nullable(),
  priceFen: fenSchema.nullable(),
  state: pieceStateSchema,
  consignedTo: z.string().nullable(),
  shareBasisPoints: z.int().nullable(),
  photos: z.int(),
  saleId: serviceIdSchema.nullable(),
  soldOn: daySchema.nullable(),
  soldFen: fenSchema.nullable(),
})
export type Piece = z.output<typeof pieceSchema>

const makerSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  lessons: z.int(),
  pieces: z.int(),
  sold: z.int(),
  salesFen: fenSchema,
  paidFen: fenSchema,
  dueFen: fenSchema,
})
export type Maker = z.output<typeof makerSchema>

export const listCrafts = endpoint({
  name: 'crafts.list',
  kind: 'read',
  summary: { zh: '手工艺：制作人和作品', en: 'Makers and pieces of craft' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({
    makers: z.array(makerSchema),
    pieces: z.array(pieceSchema),
    exhibitions: z.array(z.object({ id: serviceIdSchema, name: z.string() })),
  }),
  permission: 'crafts.read',
  trail: { writes: 'crafts.list' },
})

export const addPiece = endpoint({
  name: 'crafts.addPiece',
  kind: 'write',
  summary: { zh: '登记一件作品', en: 'Register a piece' },
  input: z.object({
    id: serviceIdSchema,
    projectId: projectIdSchema,
    communityCode: divisionCodeSchema,
    attendanceId: attendanceIdSchema,
    makerId: personIdSchema,
    day: daySchema,
    craft: z.string().trim().min(1).max(40),
    priceFen: fenSchema.min(0).max(10_000_000),
    /** Of the price, to its maker, in hundredths of a percent. */
    shareBasisPoints: z.int().min(0).max(10_000),
  }),
  output: z.object({ id: serviceIdSchema, number: z.string() }),
  permission: 'crafts.write',
  trail: { writes: 'crafts.addPiece' },
})

export const placePiece = endpoint({
  name: 'crafts.placePiece',
  kind: 'write',
  summary: { zh: '寄售、参展、收回或改价', en: 'Consign, show or take back a piece, or price it anew' },
  input: z.object({
    id: serviceIdSchema,
    version: z.int(),
    state: pieceStateSchema,
    consignedTo: z.string().trim().min(1).max(60).nullable(),
    exhibitionId: serviceIdSchema.nullable(),
    since: daySchema,
    priceFen: fenSchema.min(0).max(10_000_000),
    shareBasisPoints: z.int().min(0).max(10_000),
    reason: reasonSchema,
  }),
  output: z.object({ version: z.int() }),
  permission: 'crafts.write',
  trail: { writes: 'crafts.placePiece' },
})

export const sellPiece = endpoint({
  name: 'crafts.sell',
  kind: 'write',
  summary: { zh: '登记一笔销售', en: 'Record that a piece was sold' },
  input: z.object({
    id: serviceIdSchema,
    pieceId: serviceIdSchema,
    day: daySchema,
    priceFen: fenSchema.min(0).max(10_000_000),
    incomeFen: fenSchema.min(0).max(10_000_000),
  }),
  output: z.object({ id: serviceIdSchema }),
  permission: 'crafts.write',
  trail: { writes: 'crafts.sell' },
})

export const undoSale = endpoint({
  name: 'crafts.undoSale',
  kind: 'write',
  summary: { zh: '撤销一笔销售', en: 'Take a sale back' },
  input: z.object({ saleId: serviceIdSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'crafts.write',
  trail: { writes: 'crafts.undoSale' },
})
