import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { attendanceIdSchema, personIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { partPlayedSchema } from '../ledger/kind-schema.ts'

export const signUpIdSchema = z.uuid().brand<'SignUpId'>().meta({ id: 'SignUpId' })
export type SignUpId = z.infer<typeof signUpIdSchema>

/** When it happened, where the telephone had no network then; without it, now. */
const momentSchema = z.iso.datetime().nullable().default(null)

export const meansSchema = z.enum(['screen', 'card', 'list', 'name', 'paper', 'self'])
export type Means = z.infer<typeof meansSchema>

const signUpSchema = z.object({
  id: signUpIdSchema,
  personId: personIdSchema,
  name: z.string(),
  sex: z.enum(['male', 'female', 'unknown']),
  age: z.int().nullable(),
  communityName: z.string().nullable(),
  part: partPlayedSchema,
  state: z.enum(['going', 'waiting', 'withdrawn']),
  /** Place on the waiting list, from 1. */
  waitsAt: z.int().nullable(),
  note: z.string().nullable(),
  guardianAgreed: z.boolean(),
  withdrawnReason: z.string().nullable(),
  attendanceId: attendanceIdSchema.nullable(),
})
export type SignUp = z.output<typeof signUpSchema>

const presentSchema = z.object({
  id: attendanceIdSchema,
  personId: personIdSchema.nullable(),
  name: z.string(),
  part: partPlayedSchema,
  at: z.iso.datetime().nullable(),
  means: meansSchema.nullable(),
  by: z.string().nullable(),
})
export type Present = z.output<typeof presentSchema>

export const openRoll = endpoint({
  name: 'activities.roll',
  kind: 'read',
  summary: { zh: '一场活动的报名和到场名单', en: 'Who signed up for an activity and who is there' },
  input: z.object({ id: serviceIdSchema }),
  output: z.object({ signUps: z.array(signUpSchema), present: z.array(presentSchema), unnamedCount: z.int() }),
  permission: 'events.attend',
  trail: { writes: 'activities.roll' },
})

export const showPresence = endpoint({
  name: 'activities.presence',
  kind: 'read',
  summary: { zh: '一场活动现在谁到了（只有编号）', en: 'Who is at an activity right now, by ids alone' },
  input: z.object({ id: serviceIdSchema }),
  output: z.object({
    present: z.array(z.object({ personId: personIdSchema.nullable(), part: partPlayedSchema })),
    unnamedCount: z.int(),
  }),
  permission: 'events.attend',
  trail: { unwritten: 'Ids without names, asked every few seconds by open telephones; the list with names is trailed.' },
})

export const signUp = endpoint({
  name: 'activities.signUp',
  kind: 'write',
  summary: { zh: '报名；满额则列入候补', en: 'Sign somebody up; when all places are taken, onto the waiting list' },
  input: z.object({
    serviceId: serviceIdSchema,
    people: z
      .array(
        z.object({
          id: signUpIdSchema,
          personId: personIdSchema,
          part: partPlayedSchema,
          note: z.string().trim().max(200).nullable().default(null),
          guardianAgreed: z.boolean().default(false),
        }),
      )
      .min(1)
      .max(200),
  }),
  output: z.object({ going: z.int(), waiting: z.int() }),
  permission: 'events.attend',
  trail: { writes: 'activities.signUp' },
})

export const withdraw = endpoint({
  name: 'activities.withdraw',
  kind: 'write',
  summary: { zh: '取消报名，候补依次递补', en: 'Withdraw a sign-up; whoever waits moves up' },
  input: z.object({ id: signUpIdSchema, reason: reasonSchema }),
  output: z.object({ movedUp: z.array(z.string()) }),
  permission: 'events.attend',
  trail: { writes: 'activities.withdraw' },
})

export const checkIn = endpoint({
  name: 'activities.checkIn',
  kind: 'write',
  summary: { zh: '签到（重复签到只记一次）', en: 'Check people in; twice is once' },
  input: z.object({
    serviceId: serviceIdSchema,
    means: meansSchema,
    at: momentSchema,
    people: z
      .array(z.object({ id: attendanceIdSchema, personId: personIdSchema, part: partPlayedSchema }))
      .min(1)
      .max(300),
  }),
  output: z.object({ added: z.int(), already: z.int() }),
  permission: 'events.attend',
  trail: { writes: 'activities.checkIn' },
})

export const undoCheckIn = endpoint({
  name: 'activities.undoCheckIn',
  kind: 'write',
  summary: { zh: '撤销签到', en: 'Take a check-in back' },
  input: z.object({ serviceId: serviceIdSchema, id: attendanceIdSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'events.attend',
  trail: { writes: 'activities.undoCheckIn' },
})

export const checkInChild = endpoint({
  name: 'activities.checkInChild',
  kind: 'write',
  summary: { zh: '登记到场的孩子：只记称呼，不建档案', en: 'A child who came: by first name, without a file' },
  input: z.object({ serviceId: serviceIdSchema, id: attendanceIdSchema, calledBy: z.string().trim().min(1).max(12), at: momentSchema }),
  output: z.object({}),
  permission: 'events.attend',
  trail: { writes: 'activities.checkInChild' },
})

export const countHeads = endpoint({
  name: 'activities.countHeads',
  kind: 'write',
  summary: { zh: '现场计数：没有登记姓名的人，加几个或减几个', en: 'People without names: so many more, or fewer' },
  /** Added to what others counted meanwhile, so that two telephones at two doors do not undo each other. */
  input: z.object({ serviceId: serviceIdSchema, by: z.int().min(-10_000).max(10_000) }),
  output: z.object({ unnamedCount: z.int() }),
  permission: 'events.attend',
  trail: { writes: 'activities.countHeads' },
})

export const showCode = endpoint({
  name: 'activities.code',
  kind: 'read',
  summary: {
    zh: '现场屏幕的签到码（几分钟一换）和已到人数',
    en: 'The code for the hall’s screen, renewed every few minutes, and how many have come',
  },
  input: z.object({ id: serviceIdSchema }),
  output: z.object({ code: z.string(), until: z.iso.datetime(), title: z.string().nullable(), come: z.int(), going: z.int() }),
  permission: 'events.attend',
  trail: { unwritten: 'A code and counts.' },
})

export const printCards = endpoint({
  name: 'activities.cards',
  kind: 'read',
  summary: { zh: '报名者的签到卡', en: 'Cards of those who signed up' },
  input: z.object({ id: serviceIdSchema }),
  output: z.object({
    cards: z.array(z.object({ personId: personIdSchema, name: z.string(), communityName: z.string().nullable(), code: z.string() })),
  }),
  permission: 'events.attend',
  trail: { writes: 'activities.cards' },
})

export const scanCode = endpoint({
  name: 'activities.scan',
  kind: 'read',
  summary: { zh: '读出一个签到码：是哪场活动，或是谁的卡', en: 'What a scanned code is: an event’s screen or a person’s card' },
  input: z.object({ code: z.string().max(200), serviceId: serviceIdSchema.optional() }),
  output: z.union([
    z.object({ sort: z.literal('screen'), serviceId: serviceIdSchema, title: z.string().nullable() }),
    z.object({ sort: z.literal('card'), personId: personIdSchema, name: z.string(), part: partPlayedSchema }),
  ]),
  permission: 'events.attend',
  trail: { writes: 'activities.scan' },
})

export const checkInSelf = endpoint({
  name: 'activities.checkInSelf',
  kind: 'write',
  summary: { zh: '用自己的手机扫现场屏幕签到', en: 'Check oneself in by the code on the hall’s screen' },
  input: z.object({
    tenant: z.string().max(60).optional(),
    code: z.string().max(200),
    name: z.string().trim().min(2).max(20),
    lastFour: z.string().regex(/^\d{3}[\dXx]$/),
  }),
  output: z.object({ title: z.string().nullable(), again: z.boolean() }),
  permission: 'open',
  trail: { writes: 'activities.checkInSelf' },
})
