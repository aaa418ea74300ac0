import { z } from 'zod'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { statusSchema } from '../ledger/kind-schema.ts'
import { flagSchema, shiftStateSchema, taskIdSchema } from './shift-schema.ts'
import { meritSchema } from './merit-schema.ts'
import { hoursSchema, lackSchema, volunteerIdSchema } from './register-schema.ts'

const ownShiftSchema = z.object({
  id: serviceIdSchema,
  taskId: taskIdSchema.nullable(),
  state: shiftStateSchema,
  status: statusSchema,
  title: z.string().nullable(),
  content: z.string().nullable(),
  communityName: z.string().nullable(),
  place: z.string().nullable(),
  day: daySchema.nullable(),
  startsAt: z.string().nullable(),
  present: z.int().nullable(),
  claimed: z.int().nullable(),
  confirmed: z.int().nullable(),
  confirmedBy: z.string().nullable(),
  rating: z.int().nullable(),
  evaluation: z.string().nullable(),
  checkedInAt: z.iso.datetime().nullable(),
  checkedOutAt: z.iso.datetime().nullable(),
  flags: z.array(flagSchema),
  /** The elder it is done for: only from when the task is taken until it is over. */
  elder: z.object({ name: z.string(), address: z.string().nullable(), phone: z.string().nullable() }).nullable(),
})
export type OwnShift = z.infer<typeof ownShiftSchema>

const openTaskSchema = z.object({
  id: taskIdSchema,
  title: z.string(),
  content: z.string().nullable(),
  skills: z.string().nullable(),
  communityName: z.string(),
  place: z.string().nullable(),
  day: daySchema,
  startsAt: z.string(),
  minutes: z.int(),
  wanted: z.int(),
  left: z.int(),
  needsVetting: z.boolean(),
  needsInsurance: z.boolean(),
  forElder: z.boolean(),
})
export type OpenTask = z.infer<typeof openTaskSchema>

const ownFileSchema = z.object({
  id: volunteerIdSchema,
  projectId: projectIdSchema,
  project: z.string(),
  number: z.string().nullable(),
  sex: z.enum(['unknown', 'male', 'female']),
  birthDate: daySchema.nullable(),
  /** The last characters of the identity number. */
  idNumberTail: z.string().nullable(),
  phone: z.string().nullable(),
  communityName: z.string().nullable(),
  familyNumber: z.string().nullable(),
  serviceKinds: z.string().nullable(),
  agreedOn: daySchema.nullable(),
  skills: z.string().nullable(),
  areas: z.string().nullable(),
  availability: z.string().nullable(),
  vettedUntil: daySchema.nullable(),
  insuredUntil: daySchema.nullable(),
  lacks: z.array(lackSchema),
  hours: hoursSchema,
  stars: z.int(),
  /** Minutes in the time bank; null where there is no account. */
  bank: z.int().nullable(),
  merits: z.array(meritSchema),
  queries: z.array(
    z.object({
      id: z.uuid(),
      text: z.string(),
      askedAt: z.iso.datetime(),
      accepted: z.boolean().nullable(),
      answer: z.string().nullable(),
    }),
  ),
})
export type OwnFile = z.infer<typeof ownFileSchema>

export const showOwn = endpoint({
  name: 'volunteerOwn.show',
  kind: 'read',
  summary: { zh: '我的志愿服务', en: 'My volunteering' },
  input: z.object({}),
  output: z.object({ name: z.string(), files: z.array(ownFileSchema), shifts: z.array(ownShiftSchema), tasks: z.array(openTaskSchema) }),
  permission: 'volunteering.own',
  trail: { writes: 'volunteerOwn.show' },
})

export const takeTask = endpoint({
  name: 'volunteerOwn.take',
  kind: 'write',
  summary: { zh: '报名志愿班次', en: 'Take a task' },
  input: z.object({ taskId: taskIdSchema, serviceId: serviceIdSchema }),
  output: z.object({ serviceId: serviceIdSchema }),
  permission: 'volunteering.own',
  trail: { writes: 'volunteerOwn.take' },
})

export const giveBack = endpoint({
  name: 'volunteerOwn.giveBack',
  kind: 'write',
  summary: { zh: '退掉志愿班次', en: 'Give a shift back' },
  input: z.object({ serviceId: serviceIdSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'volunteering.own',
  trail: { writes: 'volunteerOwn.giveBack' },
})

export const checkIn = endpoint({
  name: 'volunteerOwn.checkIn',
  kind: 'write',
  summary: { zh: '志愿者签到', en: 'Check in' },
  input: z.object({ serviceId: serviceIdSchema }),
  output: z.object({}),
  permission: 'volunteering.own',
  trail: { writes: 'volunteerOwn.checkIn' },
})

export const checkOut = endpoint({
  name: 'volunteerOwn.checkOut',
  kind: 'write',
  summary: { zh: '志愿者签退', en: 'Check out' },
  /** `endedAt`: when the checking out was forgotten, the time at which it was over. */
  input: z.object({ serviceId: serviceIdSchema, endedAt: timeSchema.optional() }),
  output: z.object({ minutes: z.int() }),
  permission: 'volunteering.own',
  trail: { writes: 'volunteerOwn.checkOut' },
})

export const askCorrection = endpoint({
  name: 'volunteerOwn.query',
  kind: 'write',
  summary: { zh: '对我的记录提出更正', en: 'Ask for a correction of my record' },
  input: z.object({
    id: z.uuid(),
    volunteerId: volunteerIdSchema,
    serviceId: serviceIdSchema.nullable(),
    text: z.string().trim().min(2).max(400),
  }),
  output: z.object({}),
  permission: 'volunteering.own',
  trail: { writes: 'volunteerOwn.query' },
})

export const listQueries = endpoint({
  name: 'volunteerQueries.list',
  kind: 'read',
  summary: { zh: '志愿者的更正申请', en: 'Corrections that volunteers ask for' },
  input: z.object({ ...pageSchema.shape, projectId: projectIdSchema, onlyOpen: z.boolean().optional() }),
  output: pageOf(
    z.object({
      id: z.uuid(),
      name: z.string(),
      volunteerId: volunteerIdSchema.nullable(),
      serviceId: serviceIdSchema.nullable(),
      service: z.string().nullable(),
      day: daySchema.nullable(),
      text: z.string(),
      askedAt: z.iso.datetime(),
      accepted: z.boolean().nullable(),
      answer: z.string().nullable(),
    }),
  ),
  permission: 'volunteering.read',
  trail: { unwritten: 'Requests with names as the caller may see them.' },
})

export const decideQuery = endpoint({
  name: 'volunteerQueries.decide',
  kind: 'write',
  summary: { zh: '答复志愿者的更正申请', en: 'Decide on a correction' },
  input: z.object({ id: z.uuid(), accepted: z.boolean(), answer: reasonSchema }),
  output: z.object({}),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteerQueries.decide' },
})
