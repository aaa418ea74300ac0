import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { pageSchema } from '../../kernel/paging.ts'
import { kindSchema } from '../ledger/kind-schema.ts'
import { measureKeySchema, measureSchema, wordsSchema } from './measure-schema.ts'
import { dimensionSchema, scopeSchema } from './scope-schema.ts'

/** A figure (数字): what a measure comes to. Null where the measure is not counted by what the scope names. */
const valueSchema = z.number().nullable()

export const listMeasures = endpoint({
  name: 'measures.list',
  kind: 'read',
  summary: { zh: '指标口径', en: 'What each measure counts' },
  input: z.object({}),
  output: z.object({
    measures: z.array(
      z.object({
        key: measureKeySchema,
        measure: measureSchema,
        decimals: z.int(),
        dimensions: z.array(dimensionSchema),
        /** Whether its figures open on a list of members: a percentage opens on its two parts instead. */
        hasMembers: z.boolean(),
      }),
    ),
  }),
  permission: 'figures.read',
  trail: { unwritten: 'Definitions, the same for everybody.' },
})

const targetSchema = z.object({ wording: z.string(), value: z.number(), unit: z.string().nullable(), percent: z.number().nullable() })

const figureSchema = z.object({
  key: measureKeySchema,
  version: z.int(),
  value: valueSchema,
  /** What the contract asks, and how much of it is done. Only for the whole project. */
  target: targetSchema.nullable(),
})
export type Figure = z.infer<typeof figureSchema>

const estimateSchema = z.object({
  ...figureSchema.shape,
  basis: z.array(z.object({ basis: z.string(), value: z.number(), method: z.string().nullable() })),
})

const projectFiguresSchema = z.object({
  projectId: projectIdSchema,
  name: z.string(),
  startsOn: daySchema,
  endsOn: daySchema,
  elapsedPercent: z.number(),
  figures: z.array(figureSchema),
  /** Estimates stand apart, each with what it is based on. */
  estimates: z.array(estimateSchema),
  /** What the contract asks that no measure counts. */
  unmeasured: z.array(z.object({ wording: z.string(), value: z.number(), unit: z.string().nullable() })),
})
export type ProjectFigures = z.infer<typeof projectFiguresSchema>

export const showFigures = endpoint({
  name: 'figures.ofProject',
  kind: 'read',
  summary: { zh: '项目的各项数字、合同指标与时间进度', en: 'Figures of a project, against its targets and the time that is over' },
  input: z.object({ projectId: projectIdSchema, scope: scopeSchema.default({}) }),
  output: projectFiguresSchema,
  permission: 'figures.read',
  trail: { unwritten: 'Figures alone; nobody is named.' },
})

/** One cell. A dimension left out is a total over it; null is what has no community, no day, no label. */
const cellSchema = z.object({
  at: z.partialRecord(dimensionSchema, z.string().nullable()),
  /** In the order of the measures asked for. */
  values: z.array(valueSchema),
})
export type Cell = z.infer<typeof cellSchema>

export const breakDown = endpoint({
  name: 'figures.breakdown',
  kind: 'read',
  summary: {
    zh: '数字按社区、月份等分列；人数逐格去重，不相加',
    en: 'Figures by community, month and more; persons counted for each cell',
  },
  input: z.object({
    projectId: projectIdSchema,
    measures: z.array(measureKeySchema).min(1).max(12),
    by: z
      .array(dimensionSchema)
      .max(3)
      .refine((by) => new Set(by).size === by.length),
    /** Also the totals over each dimension and over all, each counted for itself. */
    totals: z.boolean().default(false),
    scope: scopeSchema.default({}),
  }),
  output: z.object({
    axes: z.array(z.object({ by: dimensionSchema, points: z.array(z.object({ value: z.string().nullable(), name: wordsSchema })) })),
    /** A cell that is not there is nought. */
    cells: z.array(cellSchema),
    /** Measures that are not counted by these dimensions or this scope; their values are null. */
    uncounted: z.array(measureKeySchema),
  }),
  permission: 'figures.read',
  trail: { unwritten: 'Figures alone; nobody is named.' },
})

/** What the members of a figure are. */
export const memberSortSchema = z.enum([
  'person',
  'attendance',
  'household',
  'service',
  'case',
  'group',
  'community',
  'contribution',
  'organisation',
  'registration',
  'assessment',
  'family',
  'lot',
  'wish',
  'budgetLine',
  'expense',
  'estimateLine',
])
export type MemberSort = z.infer<typeof memberSortSchema>

const memberSchema = z.object({
  /** Of the record itself; of a community its code, of a family or a lot its number. */
  id: z.string(),
  /** The person and the service that the row opens, where it has them. */
  personId: personIdSchema.nullable(),
  serviceId: serviceIdSchema.nullable(),
  /** The person's name, masked where the caller sees no names; a name that nobody resolved, as it was written. */
  name: z.string().nullable(),
  /** The number or title of what is not a person. */
  title: z.string().nullable(),
  kind: kindSchema.nullable(),
  communityCode: divisionCodeSchema.nullable(),
  community: z.string().nullable(),
  day: daySchema.nullable(),
  /** Rows of the ledger behind it: how often the person came, how many sessions the group had. */
  times: z.int(),
  /** What it adds to a sum or a mean, in `amountIn`. */
  amount: z.number().nullable(),
})
export type Member = z.infer<typeof memberSchema>

const amountInSchema = z.enum(['minutes', 'fen', 'quantity', 'heads', 'score', 'estimate'])
export type AmountIn = z.infer<typeof amountInSchema>

export const openMembers = endpoint({
  name: 'figures.members',
  kind: 'read',
  summary: { zh: '一个数字背后的名单或记录', en: 'The members that a figure was counted from' },
  input: z.object({ projectId: projectIdSchema, measure: measureKeySchema, scope: scopeSchema.default({}), ...pageSchema.shape }),
  output: z.object({
    measure: measureKeySchema,
    sort: memberSortSchema,
    value: valueSchema,
    amountIn: amountInSchema.nullable(),
    /** Members that the caller may see: as many as the pages hold. */
    inside: z.int(),
    /** Members that count and lie outside what the caller may see. */
    outside: z.int(),
    insideAmount: z.number().nullable(),
    outsideAmount: z.number().nullable(),
    rows: z.array(memberSchema),
  }),
  permission: 'figures.read',
  trail: { writes: 'figures.openMembers' },
})
