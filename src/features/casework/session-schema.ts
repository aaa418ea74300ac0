import { z } from 'zod'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import {
  accountIdSchema,
  attendanceIdSchema,
  divisionCodeSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
} from '../../kernel/ids.ts'
import { partPlayedSchema } from '../ledger/kind-schema.ts'
import { attainmentSchema, meansSchema, reviewSchema } from './vocabulary-schema.ts'

const reasonSchema = z.string().trim().min(2).max(400)

/** What a session's note says (个案过程记录). */
export const noteContentSchema = z.object({
  goal: z.string().trim().max(1000).default(''),
  /** What happened, as facts. */
  facts: z.string().trim().min(1).max(8000),
  analysis: z.string().trim().max(4000).default(''),
  progress: z
    .array(z.object({ goalId: z.uuid(), value: z.string().trim().max(200).default(''), level: attainmentSchema.nullable().default(null) }))
    .max(12)
    .default([]),
  nextPlan: z.string().trim().max(2000).default(''),
  followUps: z
    .array(
      z.object({
        text: z.string().trim().min(1).max(300),
        who: z.string().trim().max(40).default(''),
        by: daySchema.nullable().default(null),
      }),
    )
    .max(12)
    .default([]),
  /** Others who were there and have no file here. */
  others: z.string().trim().max(200).default(''),
})
export type NoteContent = z.output<typeof noteContentSchema>

const attendedSchema = z.object({ id: attendanceIdSchema, personId: personIdSchema, part: partPlayedSchema })

export const recordSession = endpoint({
  name: 'caseSessions.record',
  kind: 'write',
  summary: { zh: '登记一次个案服务（面谈、家访、电话等）及其记录', en: 'Record a casework session with its note' },
  input: z.object({
    id: serviceIdSchema,
    projectId: projectIdSchema,
    /** One note for several cases: the first is the one it is kept with. */
    caseIds: z.array(z.uuid()).min(1).max(30),
    day: daySchema,
    startsAt: timeSchema.nullable().default(null),
    endsAt: timeSchema.nullable().default(null),
    means: meansSchema,
    place: z.string().trim().max(80).nullable().default(null),
    attended: z.array(attendedSchema).min(1).max(60),
    /** A counselling note: for its author and the project’s supervisors alone. */
    narrow: z.boolean().default(false),
    content: noteContentSchema,
    nextOn: daySchema.nullable().default(null),
  }),
  output: z.object({ id: serviceIdSchema, ordinal: z.int() }),
  permission: 'casework.write',
  trail: { writes: 'caseSessions.record' },
})

export const changeNote = endpoint({
  name: 'caseSessions.change',
  kind: 'write',
  summary: { zh: '补写或修改一次个案记录（保留原文和理由）', en: 'Write or change a session’s note, keeping what it said and why' },
  input: z.object({
    id: serviceIdSchema,
    version: z.int().min(0),
    content: noteContentSchema,
    nextOn: daySchema.nullable().default(null),
    reason: reasonSchema,
  }),
  output: z.object({ version: z.int() }),
  permission: 'casework.write',
  trail: { writes: 'caseSessions.change' },
})

export const setNoteNarrow = endpoint({
  name: 'caseSessions.setNarrow',
  kind: 'write',
  summary: {
    zh: '把记录列为心理咨询记录（仅本人与督导可读），或由督导改回',
    en: 'Make a note a counselling note, or, by a supervisor, an ordinary one',
  },
  input: z.object({ id: serviceIdSchema, version: z.int().min(0), narrow: z.boolean(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'casework.write',
  trail: { writes: 'caseSessions.setNarrow' },
})

export const commentSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['comment', 'returned', 'approved']),
  body: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type Comment = z.infer<typeof commentSchema>

/** A session as its case lists it: what may not be read is not there. */
export const caseSessionSchema = z.object({
  id: serviceIdSchema,
  ordinal: z.int().nullable(),
  day: daySchema.nullable(),
  startsAt: z.string().nullable(),
  minutes: z.int().nullable(),
  means: z.string().nullable(),
  place: z.string().nullable(),
  worker: z.string().nullable(),
  status: z.enum(['planned', 'held', 'cancelled', 'failed']),
  repeats: z.boolean(),
  /** With whom, by the part they played; names as the caller may see them. */
  attended: z.array(z.object({ personId: personIdSchema.nullable(), name: z.string(), part: partPlayedSchema })),
  isNarrow: z.boolean(),
  mayRead: z.boolean(),
  isWritten: z.boolean(),
  isOverdue: z.boolean(),
  review: reviewSchema.nullable(),
  nextOn: daySchema.nullable(),
})
export type CaseSession = z.infer<typeof caseSessionSchema>

const sessionDetailSchema = caseSessionSchema.extend({
  projectId: projectIdSchema,
  version: z.int(),
  cases: z.array(z.object({ id: z.uuid(), number: z.string(), person: z.string().nullable() })),
  writtenBy: z.string().nullable(),
  isMine: z.boolean(),
  /** Null when the caller may not read it, or nothing is written. */
  content: noteContentSchema.nullable(),
  goals: z.array(z.object({ id: z.uuid(), text: z.string() })),
  comments: z.array(commentSchema),
  versions: z.array(z.object({ version: z.int(), reason: z.string(), by: z.string().nullable(), at: z.iso.datetime() })),
})
export type SessionDetail = z.infer<typeof sessionDetailSchema>

export const openSession = endpoint({
  name: 'caseSessions.open',
  kind: 'read',
  summary: { zh: '打开一次个案服务的记录', en: 'Open a casework session' },
  input: z.object({ id: serviceIdSchema }),
  output: sessionDetailSchema,
  permission: 'casework.read',
  trail: { writes: 'caseSessions.open' },
})

/** What is known before a session is written: whom, where and at what time it was last. */
export const startSession = endpoint({
  name: 'caseSessions.start',
  kind: 'read',
  summary: { zh: '新记录的预填内容', en: 'What is filled in of a new session' },
  input: z.object({ caseId: z.uuid() }),
  output: z.object({
    projectId: projectIdSchema,
    communityCode: divisionCodeSchema.nullable(),
    number: z.string(),
    person: z.object({ id: personIdSchema, name: z.string() }).nullable(),
    ordinal: z.int(),
    means: meansSchema.nullable(),
    place: z.string().nullable(),
    startsAt: z.string().nullable(),
    minutes: z.int().nullable(),
    nextPlan: z.string().nullable(),
    goals: z.array(z.object({ id: z.uuid(), text: z.string(), baseline: z.string(), target: z.string() })),
    family: z.array(z.object({ personId: personIdSchema, name: z.string() })),
    lastDay: daySchema,
  }),
  permission: 'casework.write',
  trail: { writes: 'caseSessions.start' },
})

const queueRowSchema = z.object({
  /** A session or a form. */
  of: z.enum(['session', 'form']),
  id: z.uuid(),
  caseId: z.uuid(),
  number: z.string(),
  person: z.string().nullable(),
  what: z.string(),
  day: daySchema.nullable(),
  writtenBy: z.string().nullable(),
  writtenAt: z.iso.datetime().nullable(),
  isNarrow: z.boolean(),
  review: reviewSchema,
  isMine: z.boolean(),
})
export type QueueRow = z.infer<typeof queueRowSchema>

export const listReviews = endpoint({
  name: 'caseReviews.list',
  kind: 'read',
  summary: { zh: '待督导阅读的记录；退回给我的记录', en: 'Records for the supervisor to read; records returned to me' },
  input: z.object({ projectId: projectIdSchema, review: reviewSchema.default('waiting'), mine: z.boolean().default(false) }),
  output: z.object({ rows: z.array(queueRowSchema), total: z.int() }),
  permission: 'casework.read',
  trail: { unwritten: 'Which records wait, without what they say.' },
})

export const reviewRecord = endpoint({
  name: 'caseReviews.review',
  kind: 'write',
  summary: { zh: '督导批注、退回或通过一份记录', en: 'Comment on, return or approve a record' },
  input: z.object({
    id: z.uuid(),
    of: z.enum(['session', 'form']),
    recordId: z.uuid(),
    kind: z.enum(['comment', 'returned', 'approved']),
    body: z.string().trim().max(2000).nullable().default(null),
  }),
  output: z.object({}),
  permission: 'casework.supervise',
  trail: { writes: 'caseReviews.review' },
})

const supervisionSchema = z.object({
  id: z.uuid(),
  version: z.int().min(0),
  projectId: projectIdSchema,
  form: z.enum(['individual', 'group', 'on_site']),
  day: daySchema,
  minutes: z.int().min(1).max(1440),
  supervised: z.array(accountIdSchema).min(1).max(40),
  topics: z.string().trim().min(1).max(4000),
  advice: z.string().trim().max(4000).default(''),
  followUp: z.string().trim().max(2000).default(''),
})
export type Supervision = z.output<typeof supervisionSchema>

export const saveSupervision = endpoint({
  name: 'supervision.save',
  kind: 'write',
  summary: { zh: '登记或修改督导记录', en: 'Record supervision, or change a record of it' },
  input: supervisionSchema,
  output: z.object({ version: z.int() }),
  permission: 'casework.supervise',
  trail: { writes: 'supervision.save' },
})

export const listSupervision = endpoint({
  name: 'supervision.list',
  kind: 'read',
  summary: { zh: '督导记录', en: 'Records of supervision' },
  input: z.object({ projectId: projectIdSchema }),
  /** The supervisor sees the project’s; a worker those they took part in. */
  output: z.object({
    rows: z.array(supervisionSchema.extend({ supervisor: z.string(), names: z.array(z.string()), isMine: z.boolean() })),
    totalMinutes: z.int(),
  }),
  permission: 'casework.read',
  trail: { writes: 'supervision.list' },
})
export type SupervisionRow = z.infer<typeof listSupervision.output>['rows'][number]
