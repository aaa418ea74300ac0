import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { evidenceIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { measureKeySchema, wordsSchema } from '../measures/measure-schema.ts'
import { scopeSchema } from '../measures/scope-schema.ts'
import { figureRecordSchema, frozenIdSchema } from './figure-record-schema.ts'

export const bulletinIdSchema = z.uuid().brand<'BulletinId'>().meta({ id: 'BulletinId' })
export type BulletinId = z.infer<typeof bulletinIdSchema>

/** How a figure is said: 349人次; 349; as a lower bound, 1500余人次. An estimate always says 约. */
const sayingSchema = z.enum(['full', 'number', 'atLeast'])
export type Saying = z.infer<typeof sayingSchema>

/**
 * A figure in a text: a measure and a scope, live in a draft. At publication it is frozen, and `id` is the frozen
 * figure's from then on.
 */
const tokenSchema = z.object({
  is: z.literal('figure'),
  id: frozenIdSchema,
  measure: measureKeySchema,
  scope: scopeSchema,
  saying: sayingSchema,
})
export type Token = z.infer<typeof tokenSchema>

const textSchema = z.object({ is: z.literal('text'), text: z.string().max(4000), strong: z.literal(true).optional() })
const linkSchema = z.object({ is: z.literal('link'), text: z.string().min(1).max(200), href: z.string().max(500) })
/** A figure that an earlier bulletin was published with, as it was then. */
const pastSchema = z.object({ is: z.literal('past'), id: frozenIdSchema, measure: measureKeySchema, printed: wordsSchema })

/** What stands in a line of text: never markup. */
const inlineSchema = z.discriminatedUnion('is', [textSchema, linkSchema, tokenSchema, pastSchema])
export type Inline = z.infer<typeof inlineSchema>
const lineSchema = z.array(inlineSchema).max(200)

/** As a table alone, with bars, with a line through months, or with each one's share of all. */
export const figuresAsSchema = z.enum(['table', 'bars', 'line', 'shares'])

const blockSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('heading'), text: z.string().max(80) }),
  z.object({ is: z.literal('paragraph'), line: lineSchema }),
  z.object({ is: z.literal('list'), ordered: z.boolean(), items: z.array(lineSchema).min(1).max(60) }),
  z.object({ is: z.literal('quote'), line: lineSchema, by: z.string().max(60) }),
  /** A photo of a service, with what it shows in words for whoever does not see it. */
  z.object({ is: z.literal('picture'), evidenceId: evidenceIdSchema, caption: z.string().max(120) }),
  /** Figures side by side, each under a name. */
  z.object({
    is: z.literal('figures'),
    title: z.string().max(80),
    as: figuresAsSchema,
    rows: z
      .array(z.object({ name: z.string().max(60), figure: tokenSchema }))
      .min(1)
      .max(60),
  }),
])
export type Block = z.infer<typeof blockSchema>

/** A number that stays in the text without a figure behind it, and why. Known again by the sentence it stands in. */
const keptClaimSchema = z.object({ text: z.string(), sentence: z.string(), reason: reasonSchema })
export type KeptClaim = z.infer<typeof keptClaimSchema>

export const contentSchema = z.object({
  title: z.string().trim().min(2).max(80),
  blocks: z.array(blockSchema).max(200),
  kept: z.array(keptClaimSchema).max(200),
})
export type Content = z.infer<typeof contentSchema>

export const bulletinStateSchema = z.enum(['draft', 'submitted', 'approved', 'published', 'withdrawn'])
export type BulletinState = z.infer<typeof bulletinStateSchema>

const rowSchema = z.object({
  id: bulletinIdSchema,
  title: z.string(),
  state: bulletinStateSchema,
  /** 1 at first; a correction is the next edition, beside the one before. */
  edition: z.int(),
  /** A newer edition has been published. */
  superseded: z.boolean(),
  by: z.string().nullable(),
  changedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  /** Of its frozen figures, how many the ledger now gives another value. */
  drifted: z.int(),
})
export type BulletinRow = z.output<typeof rowSchema>

export const listBulletins = endpoint({
  name: 'bulletins.list',
  kind: 'read',
  summary: { zh: '一个项目的简报', en: 'The bulletins of a project' },
  input: z.object({ projectId: projectIdSchema, ...pageSchema.shape }),
  output: pageOf(rowSchema),
  permission: 'bulletins.read',
  trail: { unwritten: 'Texts for the public; nobody is named by the system.' },
})

/** A figure that a text may mean, as the claim check and the editor use it. */
const draftFigureSchema = z.object({
  measure: measureKeySchema,
  scope: scopeSchema,
  value: z.number(),
  /** How a text names the place or the month; absent for the whole project. */
  at: z.string().optional(),
})
export type DraftFigure = z.output<typeof draftFigureSchema>

const factsSchema = z.object({ figures: z.array(draftFigureSchema), names: z.array(z.string()), hosts: z.array(z.string()) })
export type BulletinFacts = z.output<typeof factsSchema>

export const showBulletinFacts = endpoint({
  name: 'bulletins.facts',
  kind: 'read',
  summary: { zh: '写简报要用的数字、地名和可用链接', en: 'Figures, names and link hosts that a bulletin is written with' },
  input: z.object({ projectId: projectIdSchema }),
  output: factsSchema,
  permission: 'bulletins.read',
  trail: { unwritten: 'Figures alone; nobody is named.' },
})

export const composeBulletin = endpoint({
  name: 'bulletins.compose',
  kind: 'read',
  summary: { zh: '由项目数字拟一份初稿', en: 'A first draft from the project alone' },
  input: z.object({ projectId: projectIdSchema }),
  output: contentSchema,
  permission: 'bulletins.write',
  trail: { unwritten: 'Nothing is kept.' },
})

const frozenInSchema = z.object({
  record: figureRecordSchema,
  hash: z.string(),
  now: z.number().nullable(),
  correction: z.object({ record: figureRecordSchema, hash: z.string(), published: z.boolean() }).nullable(),
})
export type FrozenIn = z.output<typeof frozenInSchema>

export const openBulletin = endpoint({
  name: 'bulletins.open',
  kind: 'read',
  summary: { zh: '打开一份简报', en: 'Open a bulletin' },
  input: z.object({ id: bulletinIdSchema }),
  output: rowSchema.extend({
    projectId: projectIdSchema,
    version: z.int(),
    content: contentSchema,
    /** The caller wrote some of it and so may not approve it. */
    isAuthor: z.boolean(),
    submittedBy: z.string().nullable(),
    approvedBy: z.string().nullable(),
    /** Why it was sent back, withdrawn, or what this edition corrects. */
    reason: z.string().nullable(),
    hash: z.string().nullable(),
    figures: z.array(frozenInSchema),
    /** Figures that its tables leave blank, by measure and scope: of too few people, or giving such a number away. */
    hidden: z.array(z.string()),
    /** The photos that a published one shows; not `agreed`: a consent was taken back, or the photo was removed. */
    pictures: z.array(z.object({ sha256: z.string(), evidenceId: evidenceIdSchema, agreed: z.boolean() })),
    earlier: z.object({ id: bulletinIdSchema, edition: z.int() }).nullable(),
    previous: z.object({ id: bulletinIdSchema, title: z.string() }).nullable(),
    next: z.object({ id: bulletinIdSchema, title: z.string() }).nullable(),
  }),
  permission: 'bulletins.read',
  trail: { unwritten: 'Texts for the public; nobody is named by the system.' },
})

export type Bulletin = z.output<typeof openBulletin.output>

const atVersion = { id: bulletinIdSchema, version: z.int() }
const reason = z.string().trim().min(2).max(200)
const versioned = z.object({ version: z.int() })

export const saveBulletin = endpoint({
  name: 'bulletins.save',
  kind: 'write',
  summary: { zh: '保存简报草稿', en: 'Save a draft' },
  /** Version 0 for a new one. */
  input: z.object({ ...atVersion, projectId: projectIdSchema, content: contentSchema }),
  output: versioned,
  permission: 'bulletins.write',
  trail: { writes: 'bulletins.save' },
})

export const submitBulletin = endpoint({
  name: 'bulletins.submit',
  kind: 'write',
  summary: { zh: '提交审核', en: 'Submit for approval' },
  input: z.object(atVersion),
  output: versioned,
  permission: 'bulletins.write',
  trail: { writes: 'bulletins.submit' },
})

export const returnBulletin = endpoint({
  name: 'bulletins.return',
  kind: 'write',
  summary: { zh: '退回修改', en: 'Send back to be changed' },
  input: z.object({ ...atVersion, reason }),
  output: versioned,
  permission: 'bulletins.approve',
  trail: { writes: 'bulletins.return' },
})

export const approveBulletin = endpoint({
  name: 'bulletins.approve',
  kind: 'write',
  summary: { zh: '审核通过（须另一个人）', en: 'Approve, as somebody who did not write it' },
  input: z.object(atVersion),
  output: versioned,
  permission: 'bulletins.approve',
  trail: { writes: 'bulletins.approve' },
})

export const publishBulletin = endpoint({
  name: 'bulletins.publish',
  kind: 'write',
  summary: { zh: '发布：全部数字同一时刻定稿', en: 'Publish: all its figures are frozen in one step' },
  input: z.object(atVersion),
  output: z.object({ version: z.int(), hash: z.string(), figures: z.int() }),
  permission: 'bulletins.approve',
  trail: { writes: 'bulletins.publish' },
  atOneMoment: true,
})

export const withdrawBulletin = endpoint({
  name: 'bulletins.withdraw',
  kind: 'write',
  summary: { zh: '撤回已发布的简报', en: 'Withdraw a published bulletin' },
  input: z.object({ ...atVersion, reason }),
  output: versioned,
  permission: 'bulletins.approve',
  trail: { writes: 'bulletins.withdraw' },
})

export const correctBulletin = endpoint({
  name: 'bulletins.correct',
  kind: 'write',
  summary: { zh: '另起更正版，原版仍在', en: 'Begin a corrected edition beside the published one' },
  input: z.object({ id: bulletinIdSchema, newId: bulletinIdSchema, reason }),
  output: z.object({ id: bulletinIdSchema }),
  permission: 'bulletins.write',
  trail: { writes: 'bulletins.correct' },
})

export const publishCorrection = endpoint({
  name: 'bulletins.publishCorrection',
  kind: 'write',
  summary: { zh: '公布一个数字的更正（须另一个人）', en: 'Publish the correction of a figure, as somebody who did not make it' },
  input: z.object({ figureId: frozenIdSchema }),
  output: z.object({}),
  permission: 'bulletins.approve',
  trail: { writes: 'bulletins.publishCorrection' },
})

const hostSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{4,120}$)([a-z0-9-]+\.)+[a-z]{2,}$/)

export const listHosts = endpoint({
  name: 'hosts.list',
  kind: 'read',
  summary: { zh: '简报里可以链接的网站', en: 'Sites that bulletins may link to' },
  input: z.object({}),
  output: z.object({ hosts: z.array(z.string()) }),
  permission: 'hosts.read',
  trail: { unwritten: 'A list of sites.' },
})

export const addHost = endpoint({
  name: 'hosts.add',
  kind: 'write',
  summary: { zh: '允许链接一个网站', en: 'Allow links to a site' },
  input: z.object({ host: hostSchema }),
  output: z.object({}),
  permission: 'hosts.manage',
  trail: { writes: 'hosts.add' },
})

export const removeHost = endpoint({
  name: 'hosts.remove',
  kind: 'write',
  summary: { zh: '不再允许链接一个网站', en: 'Allow links to a site no more' },
  input: z.object({ host: hostSchema }),
  output: z.object({}),
  permission: 'hosts.manage',
  trail: { writes: 'hosts.remove' },
})
