import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { accountIdSchema, projectIdSchema, type AccountId, type DivisionCode, type ProjectId } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Role } from './role-rules.ts'

/** now: today, before anything else. soon: within the days named. calm: to know of. */
const urgencySchema = z.enum(['now', 'soon', 'calm'])
type Urgency = z.infer<typeof urgencySchema>

/**
 * What somebody is told. The words are shown on a screen that others may see: they say what to do and name no diagnosis,
 * score or reason. `given.name` is a person's name, and is masked for whoever sees no names.
 */
export type NewNotice = {
  /** What it is about, for programs: `feature.matter`. */
  readonly code: string
  readonly words: Words
  readonly given?: Readonly<Record<string, string | number>>
  /** `person:<id>`, `service:<id>`, or an address of the office that begins with a slash. */
  readonly subject?: string
  readonly projectId?: ProjectId
  readonly urgency: Urgency
  readonly dueOn?: Day
  /** The one matter that it tells of: nobody is told twice of the same, however often the operation is tried. */
  readonly matter: string
}

/** Everybody who holds one of these roles there. Without a project: wherever they hold it. */
export type Holders = {
  readonly roles: readonly Role[]
  readonly projectId?: ProjectId
  readonly communityCode?: DivisionCode | null
  /** Who need not be told: whoever did it. */
  readonly except?: AccountId
}

const noticeSchema = z.object({
  id: z.uuid(),
  projectId: projectIdSchema.nullable(),
  subject: z.string().nullable(),
  code: z.string(),
  words: z.object({ zh: z.string(), en: z.string() }),
  given: z.record(z.string(), z.union([z.string(), z.number()])),
  urgency: urgencySchema,
  dueOn: daySchema.nullable(),
  madeAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
  doneAt: z.iso.datetime().nullable(),
})
export type Notice = z.infer<typeof noticeSchema>

export const listNotices = endpoint({
  name: 'notices.mine',
  kind: 'read',
  summary: { zh: '我的提醒', en: 'My notices' },
  input: z.object({ ...pageSchema.shape, show: z.enum(['open', 'done']).default('open') }),
  output: pageOf(noticeSchema),
  permission: 'session.own',
  trail: { unwritten: 'Only the caller’s own notices, without sensitive text.' },
})

export const countNotices = endpoint({
  name: 'notices.count',
  kind: 'read',
  summary: { zh: '我有几条提醒', en: 'How many notices I have' },
  input: z.object({}),
  output: z.object({ open: z.int(), unread: z.int(), urgent: z.int() }),
  permission: 'session.own',
  trail: { unwritten: 'Counts of the caller’s own notices.' },
})

export const markNotices = endpoint({
  name: 'notices.mark',
  kind: 'write',
  summary: { zh: '提醒标为已读、未读、已处理、待处理', en: 'Mark notices read, unread, done, or to be done again' },
  input: z.object({ ids: z.array(z.uuid()).min(1).max(200), as: z.enum(['read', 'unread', 'done', 'open']) }),
  output: z.object({ marked: z.int() }),
  permission: 'session.own',
  trail: { writes: 'notices.mark' },
})

/** The account that a notice is for, as its row says. */
export const noticeRowSchema = z.object({
  id: z.uuid(),
  account_id: accountIdSchema,
  project_id: projectIdSchema.nullable(),
  subject: z.string().nullable(),
  code: z.string(),
  words: noticeSchema.shape.words,
  given: noticeSchema.shape.given,
  urgency: urgencySchema,
  due_on: daySchema.nullable(),
  made_at: z.date(),
  read_at: z.date().nullable(),
  done_at: z.date().nullable(),
  total: z.int(),
})
