import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { measureKeySchema } from '../measures/measure-schema.ts'
import { memberSortSchema } from '../measures/schema.ts'
import { dimensionSchema, scopeSchema } from '../measures/scope-schema.ts'
import { correctionReasonSchema, figureRecordSchema, frozenIdSchema, frozenSetIdSchema, purposeSchema } from './figure-record-schema.ts'

const titleSchema = z.string().trim().min(2).max(80)

export const freezeFigures = endpoint({
  name: 'frozen.freeze',
  kind: 'write',
  summary: { zh: '把一个项目的数字定稿：同一时刻、全部一起', en: 'Freeze the figures of a project, all of one moment' },
  input: z.object({
    id: frozenSetIdSchema,
    projectId: projectIdSchema,
    purpose: purposeSchema.exclude(['bulletin', 'correction']),
    title: titleSchema,
    scope: scopeSchema.default({}),
    /** All of them when none is named. */
    measures: z.array(measureKeySchema).min(1).optional(),
    /** Breakdowns beside the whole, each by one or two dimensions. */
    by: z
      .array(z.array(dimensionSchema).min(1).max(2))
      .max(8)
      .default([['community'], ['month']]),
  }),
  output: z.object({ id: frozenSetIdSchema, figures: z.int(), firstSeq: z.int(), lastSeq: z.int(), lastHash: z.string() }),
  permission: 'frozen.write',
  trail: { writes: 'frozen.freeze' },
  heavy: true,
  atOneMoment: true,
})

const setSchema = z.object({
  id: frozenSetIdSchema,
  purpose: purposeSchema,
  title: z.string(),
  asOf: z.iso.datetime(),
  by: z.string().nullable(),
  figures: z.int(),
})
export type FrozenSet = z.output<typeof setSchema>

export const listFrozenSets = endpoint({
  name: 'frozen.sets',
  kind: 'read',
  summary: { zh: '一个项目定稿过的数字', en: 'What figures of a project were frozen' },
  input: z.object({ projectId: projectIdSchema, ...pageSchema.shape }),
  output: pageOf(setSchema),
  permission: 'figures.read',
  trail: { unwritten: 'Figures alone; nobody is named.' },
})

/** A frozen figure beside what the same measure would say now; `now` is null where it says nothing any more. */
const listedSchema = z.object({
  record: figureRecordSchema,
  hash: z.string(),
  /** Whether the measure still has the version that it was frozen with: only then is `now` the same rule's. */
  sameRule: z.boolean(),
  now: z.number().nullable(),
  /** Whether its members are no longer those it was counted from; null where only values were compared. */
  membersMoved: z.boolean().nullable(),
  correctedBy: z.object({ id: frozenIdSchema, value: z.number().nullable(), asOf: z.iso.datetime() }).nullable(),
})
export type ListedFrozen = z.output<typeof listedSchema>

export const listFrozenFigures = endpoint({
  name: 'frozen.figures',
  kind: 'read',
  summary: { zh: '定稿的数字，与现在的台账对照', en: 'Frozen figures, beside what the ledger says now' },
  input: z.object({
    setId: frozenSetIdSchema,
    /** Only the whole, or also the cells of breakdowns. */
    cells: z.boolean().default(false),
    measure: measureKeySchema.optional(),
    ...pageSchema.shape,
  }),
  output: z.object({ ...pageOf(listedSchema).shape, set: setSchema.extend({ projectId: projectIdSchema }) }),
  permission: 'figures.read',
  trail: { unwritten: 'Figures alone; nobody is named.' },
})

export const openFrozen = endpoint({
  name: 'frozen.open',
  kind: 'read',
  summary: { zh: '打开一个定稿的数字及其更正', en: 'A frozen figure with what corrected it' },
  input: z.object({ id: frozenIdSchema }),
  output: listedSchema.extend({ corrections: z.array(z.object({ record: figureRecordSchema, hash: z.string() })) }),
  permission: 'figures.read',
  trail: { unwritten: 'Figures alone; nobody is named.' },
})

const memberSchema = z.object({
  /** As it stands in the frozen list: a pseudonym for persons and households. */
  name: z.string(),
  /** Whether a record stands behind it still. */
  known: z.boolean(),
  personId: personIdSchema.nullable(),
  serviceId: serviceIdSchema.nullable(),
  title: z.string().nullable(),
  person: z.string().nullable(),
  /** The file that it was merged into since, when it was. */
  mergedInto: z.object({ id: personIdSchema, name: z.string() }).nullable(),
  community: z.string().nullable(),
  day: z.string().nullable(),
  amount: z.number().nullable(),
})
export type FrozenMember = z.output<typeof memberSchema>

export const openFrozenMembers = endpoint({
  name: 'frozen.members',
  kind: 'read',
  summary: { zh: '一个定稿数字当时计入的名单', en: 'What a frozen figure was counted from' },
  input: z.object({ id: frozenIdSchema, ...pageSchema.shape }),
  output: z.object({
    sort: memberSortSchema,
    /** Whether the list still has the hash that stands in the figure. */
    intact: z.boolean(),
    inside: z.int(),
    outside: z.int(),
    rows: z.array(memberSchema),
  }),
  permission: 'figures.read',
  trail: { writes: 'frozen.openMembers' },
})

/** Why a member came, went or changed. */
const driftReasonSchema = z.enum([
  'late',
  'imported',
  'importUndone',
  'removed',
  'cancelled',
  'held',
  'date',
  'place',
  'part',
  'repeats',
  'resolved',
  'unresolved',
  'merged',
  'unmerged',
  'sort',
  'amount',
  'other',
])
export type DriftReason = z.infer<typeof driftReasonSchema>

const driftedSchema = memberSchema.extend({
  reason: driftReasonSchema,
  /** What whoever corrected the record gave as the reason. */
  said: z.string().nullable(),
  was: z.number().nullable(),
})
export type Drifted = z.output<typeof driftedSchema>

export const showDrift = endpoint({
  name: 'frozen.drift',
  kind: 'read',
  summary: { zh: '定稿之后：谁进来、谁出去、为什么', en: 'What has moved since a figure was frozen, and why' },
  input: z.object({ id: frozenIdSchema }),
  output: z.object({
    sort: memberSortSchema.nullable(),
    frozen: z.number().nullable(),
    now: z.number().nullable(),
    sameRule: z.boolean(),
    came: z.array(driftedSchema),
    went: z.array(driftedSchema),
    changed: z.array(driftedSchema),
    /** Those that moved and lie outside what the caller may see, by reason. */
    outside: z.array(z.object({ direction: z.enum(['came', 'went', 'changed']), reason: driftReasonSchema, count: z.int() })),
  }),
  permission: 'figures.read',
  trail: { writes: 'frozen.drift' },
})

export const correctFrozen = endpoint({
  name: 'frozen.correct',
  kind: 'write',
  summary: { zh: '更正一个定稿的数字：另出一个新的，旧的仍在', en: 'Correct a frozen figure by a new one; the earlier one stays' },
  input: z.object({
    id: frozenIdSchema,
    newId: frozenIdSchema,
    setId: frozenSetIdSchema,
    reason: correctionReasonSchema,
    note: z.string().trim().min(2).max(200),
  }),
  output: z.object({ id: frozenIdSchema, value: z.number().nullable(), hash: z.string() }),
  permission: 'frozen.write',
  trail: { writes: 'frozen.correct' },
  atOneMoment: true,
})

const faultSchema = z.enum(['hash', 'form', 'columns', 'order', 'chain', 'members', 'set', 'missing'])

export const verifyFrozen = endpoint({
  name: 'frozen.verify',
  kind: 'read',
  summary: { zh: '核验全部定稿数字', en: 'Verify every frozen figure' },
  input: z.object({}),
  output: z.object({
    figures: z.int(),
    sets: z.int(),
    lastHash: z.string(),
    broken: z.object({ seq: z.int(), fault: faultSchema }).nullable(),
    /** What anybody may read: bulletins, figures, and the first that is not what was published. */
    bulletins: z.int(),
    published: z.int(),
    altered: z.object({ kind: z.enum(['bulletin', 'figure']), id: z.string() }).nullable(),
  }),
  permission: 'frozen.verify',
  trail: { writes: 'frozen.verify' },
})
