import { z } from 'zod'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { kindSchema, statusSchema } from '../ledger/kind-schema.ts'
import { volunteerIdSchema } from './register-schema.ts'

export const taskIdSchema = z.uuid().brand<'VolunteerTaskId'>().meta({ id: 'VolunteerTaskId' })
export type TaskId = z.infer<typeof taskIdSchema>

const text = (most: number) => z.string().trim().max(most).nullable()

const taskFileSchema = z.object({
  communityCode: divisionCodeSchema,
  partOf: serviceIdSchema.nullable(),
  title: z.string().trim().min(1).max(60),
  content: text(400),
  skills: text(80),
  place: text(80),
  day: daySchema,
  startsAt: timeSchema,
  minutes: z.int().min(10).max(1440),
  wanted: z.int().min(1).max(500),
  elderId: personIdSchema.nullable(),
  needsVetting: z.boolean(),
  needsInsurance: z.boolean(),
})
export type TaskFile = z.infer<typeof taskFileSchema>

const aboutSchema = z.object({ id: serviceIdSchema, kind: kindSchema, title: z.string().nullable() })

const taskRowSchema = z.object({
  id: taskIdSchema,
  version: z.int(),
  state: z.enum(['open', 'closed', 'cancelled']),
  cancelReason: z.string().nullable(),
  communityName: z.string(),
  about: aboutSchema.nullable(),
  elderName: z.string().nullable(),
  file: taskFileSchema,
  taken: z.array(z.object({ serviceId: serviceIdSchema, name: z.string(), status: statusSchema })),
})
export type TaskRow = z.infer<typeof taskRowSchema>

export const listTasks = endpoint({
  name: 'volunteerTasks.list',
  kind: 'read',
  summary: { zh: '志愿班次招募', en: 'Tasks that want volunteers' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    from: daySchema.optional(),
    partOf: serviceIdSchema.optional(),
    onlyOpen: z.boolean().optional(),
  }),
  output: pageOf(taskRowSchema),
  permission: 'volunteering.read',
  trail: { unwritten: 'Tasks with names as the caller may see them.' },
})

export const saveTask = endpoint({
  name: 'volunteerTasks.save',
  kind: 'write',
  summary: { zh: '发布或修改志愿班次', en: 'Offer a task to volunteers, or change it' },
  input: z.object({ id: taskIdSchema, projectId: projectIdSchema, version: z.int().nullable(), file: taskFileSchema }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteerTasks.save' },
})

export const endTask = endpoint({
  name: 'volunteerTasks.end',
  kind: 'write',
  summary: { zh: '停止报名、恢复报名或取消志愿班次', en: 'Close, reopen or cancel a task' },
  input: z.object({ id: taskIdSchema, version: z.int(), state: z.enum(['open', 'closed', 'cancelled']), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteerTasks.end' },
})

export const assignTask = endpoint({
  name: 'volunteerTasks.assign',
  kind: 'write',
  summary: { zh: '把志愿班次安排给志愿者', en: 'Give a task to a volunteer' },
  input: z.object({ id: taskIdSchema, serviceId: serviceIdSchema, volunteerId: volunteerIdSchema }),
  output: z.object({ serviceId: serviceIdSchema }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteerTasks.assign' },
})

export const shiftStateSchema = z.enum(['planned', 'toConfirm', 'confirmed', 'notDone'])
export type ShiftState = z.infer<typeof shiftStateSchema>
export const flagSchema = z.enum([
  'overlap',
  'travel',
  'manyHours',
  'manyInWeek',
  'manyShifts',
  'night',
  'noEnd',
  'claimsTooMuch',
  'moreThanService',
  'backEntry',
  'lateEnd',
  'servedThere',
  'ownConfirmation',
])
export const witnessSchema = z.enum(['elder', 'family', 'communityWorker', 'socialWorker', 'partner'])

const shiftRowSchema = z.object({
  id: serviceIdSchema,
  version: z.int(),
  projectId: projectIdSchema,
  state: shiftStateSchema,
  status: statusSchema,
  personId: personIdSchema.nullable(),
  name: z.string(),
  title: z.string().nullable(),
  about: aboutSchema.nullable(),
  communityName: z.string().nullable(),
  day: daySchema.nullable(),
  startsAt: z.string().nullable(),
  /** Minutes from signing in to signing out; planned ones while the shift lies ahead. */
  present: z.int().nullable(),
  claimed: z.int().nullable(),
  confirmed: z.int().nullable(),
  confirmedBy: z.string().nullable(),
  witness: witnessSchema.nullable(),
  rating: z.int().nullable(),
  evaluation: z.string().nullable(),
  checkedInAt: z.iso.datetime().nullable(),
  checkedOutAt: z.iso.datetime().nullable(),
  backEntryReason: z.string().nullable(),
  flags: z.array(flagSchema),
  /** The most that can be confirmed; null while the end is not known. */
  most: z.int().nullable(),
  /** The last day to record it within ten working days (order 67, article 11). */
  dueOn: daySchema.nullable(),
  isLate: z.boolean(),
})
export type ShiftRow = z.infer<typeof shiftRowSchema>

export const listShifts = endpoint({
  name: 'volunteerShifts.list',
  kind: 'read',
  summary: { zh: '志愿班次与时长', en: 'Shifts and their hours' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    state: shiftStateSchema.optional(),
    volunteerId: volunteerIdSchema.optional(),
    /** Shifts at this event. */
    partOf: serviceIdSchema.optional(),
    /** Just this one. */
    id: serviceIdSchema.optional(),
    /** The volunteer's name, or what the shift or its event is called. */
    search: z.string().trim().max(40).optional(),
    communityCode: divisionCodeSchema.optional(),
    onlyLate: z.boolean().optional(),
    onlyFlagged: z.boolean().optional(),
  }),
  output: pageOf(shiftRowSchema).extend({ sums: z.object({ confirmed: z.int(), unconfirmed: z.int() }) }),
  permission: 'volunteering.read',
  trail: { unwritten: 'Shifts with names as the caller may see them.' },
})

export const recordShift = endpoint({
  name: 'volunteerShifts.record',
  kind: 'write',
  summary: { zh: '补录志愿班次', en: 'Enter a shift afterwards' },
  input: z.object({
    id: serviceIdSchema,
    volunteerId: volunteerIdSchema,
    communityCode: divisionCodeSchema,
    partOf: serviceIdSchema.nullable().default(null),
    title: z.string().trim().min(1).max(60),
    day: daySchema,
    startsAt: timeSchema,
    /** An end before the beginning lies on the next day. */
    endsAt: timeSchema,
    claimed: z.int().min(1).max(1440),
    reason: reasonSchema,
  }),
  output: z.object({ id: serviceIdSchema }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteerShifts.record' },
})

export const setTimes = endpoint({
  name: 'volunteerShifts.setTimes',
  kind: 'write',
  summary: { zh: '代为签到签退、更正起止时间', en: 'Check a volunteer in or out, or correct the times' },
  input: z.object({
    id: serviceIdSchema,
    version: z.int(),
    day: daySchema,
    startsAt: timeSchema,
    /** Null: the shift goes on. */
    endsAt: timeSchema.nullable(),
    claimed: z.int().min(1).max(1440).nullable(),
    reason: reasonSchema,
  }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.confirm',
  trail: { writes: 'volunteerShifts.setTimes' },
})

export const confirmHours = endpoint({
  name: 'volunteerShifts.confirm',
  kind: 'write',
  summary: { zh: '确认志愿服务时长', en: 'Confirm a volunteer’s hours' },
  input: z.object({
    id: serviceIdSchema,
    version: z.int(),
    minutes: z.int().min(1).max(1440),
    witness: witnessSchema,
    /** Who saw it, where that is not whoever confirms. */
    witnessName: z.string().trim().min(1).max(40).nullable().default(null),
    rating: z.int().min(1).max(5).nullable().default(null),
    evaluation: text(200).default(null),
    /** Asked for where something is worth a look. */
    reason: reasonSchema.nullable().default(null),
  }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.confirm',
  trail: { writes: 'volunteerShifts.confirm' },
})

export const unconfirmHours = endpoint({
  name: 'volunteerShifts.unconfirm',
  kind: 'write',
  summary: { zh: '撤回时长确认', en: 'Take a confirmation back' },
  input: z.object({ id: serviceIdSchema, version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.confirm',
  trail: { writes: 'volunteerShifts.unconfirm' },
})

export const refuseShift = endpoint({
  name: 'volunteerShifts.refuse',
  kind: 'write',
  summary: { zh: '标为未到岗或取消班次', en: 'Say that nobody came, or cancel a shift' },
  input: z.object({ id: serviceIdSchema, version: z.int(), status: z.enum(['failed', 'cancelled']), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.confirm',
  trail: { writes: 'volunteerShifts.refuse' },
})

export const showDue = endpoint({
  name: 'volunteerShifts.due',
  kind: 'read',
  summary: { zh: '志愿服务待办', en: 'What waits in volunteering' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({
    /** The day as of which it is said: a project that has ended is looked at as on its last day. */
    asOf: daySchema,
    toConfirm: z.int(),
    late: z.int(),
    soon: z.int(),
    queries: z.int(),
    vettingSoon: z.int(),
  }),
  permission: 'volunteering.read',
  trail: { unwritten: 'Counts, no persons.' },
})
