import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { keptMeritSchema, meritSchema } from './merit-schema.ts'
import { volunteerSettingsSchema } from './settings-schema.ts'

export const volunteerIdSchema = z.uuid().brand<'VolunteerId'>().meta({ id: 'VolunteerId' })
export type VolunteerId = z.infer<typeof volunteerIdSchema>
export const familyIdSchema = z.uuid().brand<'VolunteerFamilyId'>().meta({ id: 'VolunteerFamilyId' })
export type FamilyId = z.infer<typeof familyIdSchema>

const text = (most: number) => z.string().trim().max(most).nullable()

/** What a volunteer's file lacks; the words stand with the rules. */
export const lackSchema = z.enum([
  'ended',
  'notVetted',
  'vettingOver',
  'vettingSoon',
  'notInsured',
  'noAgreement',
  'noGuardian',
  'noDataConsent',
])

/** Minutes of shifts, confirmed and not, which are never added together. */
export const hoursSchema = z.object({ confirmed: z.int(), unconfirmed: z.int(), shifts: z.int() })

const volunteerRowSchema = z.object({
  id: volunteerIdSchema,
  personId: personIdSchema,
  number: z.string().nullable(),
  name: z.string(),
  age: z.int().nullable(),
  communityName: z.string().nullable(),
  skills: z.string().nullable(),
  familyNumber: z.string().nullable(),
  vettedUntil: daySchema.nullable(),
  insuredUntil: daySchema.nullable(),
  endedOn: daySchema.nullable(),
  lacks: z.array(lackSchema),
  hours: hoursSchema,
  stars: z.int(),
  hasAccount: z.boolean(),
})
export type VolunteerRow = z.infer<typeof volunteerRowSchema>

export const listVolunteers = endpoint({
  name: 'volunteers.list',
  kind: 'read',
  summary: { zh: '志愿者名册', en: 'List volunteers' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    search: z.string().trim().max(40).optional(),
    communityCode: divisionCodeSchema.optional(),
    familyNumber: z.string().max(40).optional(),
    /** Those whose file lacks something that keeps them from serving. */
    onlyLacking: z.boolean().optional(),
    withEnded: z.boolean().optional(),
  }),
  /** `asOf`: today, or the last day of a project that is over. */
  output: pageOf(volunteerRowSchema).extend({ asOf: daySchema }),
  permission: 'volunteering.read',
  trail: { unwritten: 'A list with names as the caller may see them; opening a file is trailed.' },
})

/** What is written on a volunteer's file, beside what is on file of the person. */
const volunteerFileSchema = z.object({
  number: text(30),
  skills: text(120),
  areas: text(120),
  availability: text(120),
  serviceKinds: text(120),
  familyNumber: text(30),
  joinedOn: daySchema.nullable(),
  vettedOn: daySchema.nullable(),
  vettedUntil: daySchema.nullable(),
  vettedBy: text(40),
  insuredUntil: daySchema.nullable(),
  insurance: text(80),
  agreedOn: daySchema.nullable(),
  risksToldOn: daySchema.nullable(),
  guardianName: text(40),
  guardianRelation: text(20),
  guardianConsentOn: daySchema.nullable(),
  dataConsentOn: daySchema.nullable(),
  endedOn: daySchema.nullable(),
  endReason: text(120),
  note: text(400),
})
export type VolunteerFile = z.infer<typeof volunteerFileSchema>

const volunteerDetailSchema = volunteerRowSchema.extend({
  projectId: projectIdSchema,
  version: z.int(),
  sex: z.enum(['unknown', 'male', 'female']),
  birthDate: daySchema.nullable(),
  phone: z.string().nullable(),
  /** A guardian's consent that the roll said without a day. */
  guardianConsentSaid: z.boolean(),
  file: volunteerFileSchema,
  /** Those that were taken out come last. */
  merits: z.array(keptMeritSchema),
  account: z.object({ name: z.string(), displayName: z.string() }).nullable(),
})
export type VolunteerDetail = z.infer<typeof volunteerDetailSchema>

export const openVolunteer = endpoint({
  name: 'volunteers.open',
  kind: 'read',
  summary: { zh: '打开志愿者档案', en: 'Open a volunteer’s file' },
  input: z.object({ id: volunteerIdSchema }),
  output: volunteerDetailSchema,
  permission: 'volunteering.read',
  trail: { writes: 'volunteers.open' },
})

export const addVolunteer = endpoint({
  name: 'volunteers.add',
  kind: 'write',
  summary: { zh: '登记志愿者', en: 'Put a person on the roll of volunteers' },
  input: z.object({ id: volunteerIdSchema, projectId: projectIdSchema, personId: personIdSchema, file: volunteerFileSchema }),
  output: z.object({ id: volunteerIdSchema }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteers.add' },
})

export const changeVolunteer = endpoint({
  name: 'volunteers.change',
  kind: 'write',
  summary: { zh: '修改志愿者档案', en: 'Change a volunteer’s file' },
  input: z.object({ id: volunteerIdSchema, version: z.int(), file: volunteerFileSchema }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteers.change' },
})

export const saveMerit = endpoint({
  name: 'volunteers.saveMerit',
  kind: 'write',
  summary: { zh: '登记或更正培训、表彰或评价', en: 'Record or correct training, an award or an evaluation' },
  /** New without a version; with one it is corrected, or brought back, for a reason. */
  input: z.object({
    volunteerId: volunteerIdSchema,
    merit: meritSchema,
    version: z.int().nullable().default(null),
    reason: reasonSchema.nullable().default(null),
  }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteers.saveMerit' },
})

export const removeMerit = endpoint({
  name: 'volunteers.removeMerit',
  kind: 'write',
  summary: { zh: '删除培训、表彰或评价', en: 'Take out training, an award or an evaluation' },
  input: z.object({ volunteerId: volunteerIdSchema, id: z.uuid(), version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteers.removeMerit' },
})

const accountNameSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._-]{2,40}$/u)

export const openAccount = endpoint({
  name: 'volunteers.openAccount',
  kind: 'write',
  summary: { zh: '为志愿者开通登录', en: 'Let a volunteer sign in' },
  /** With a password a new account is made; without one, an account that exists is tied to the volunteer. */
  input: z.object({ volunteerId: volunteerIdSchema, name: accountNameSchema, password: z.string().min(10).max(200).optional() }),
  output: z.object({ name: z.string() }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteers.openAccount' },
})

export const closeAccount = endpoint({
  name: 'volunteers.closeAccount',
  kind: 'write',
  summary: { zh: '停止志愿者登录', en: 'Stop a volunteer from signing in' },
  input: z.object({ volunteerId: volunteerIdSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteers.closeAccount' },
})

const familyFileSchema = z.object({
  number: z.string().trim().min(1).max(30),
  name: text(40),
  contactName: text(40),
  contactPhone: text(40),
  communityCode: divisionCodeSchema.nullable(),
  size: z.int().min(1).max(30).nullable(),
  joinedOn: daySchema.nullable(),
  vettedOn: daySchema.nullable(),
  vettedUntil: daySchema.nullable(),
  vettedBy: text(40),
  endedOn: daySchema.nullable(),
  endReason: text(120),
  note: text(400),
})
export type FamilyFile = z.infer<typeof familyFileSchema>

const familyRowSchema = z.object({
  id: familyIdSchema,
  version: z.int(),
  communityName: z.string().nullable(),
  file: familyFileSchema,
  members: z.array(z.object({ id: volunteerIdSchema, name: z.string(), age: z.int().nullable() })),
  /** Of all members together. */
  hours: hoursSchema,
  isVetted: z.boolean(),
})
export type FamilyRow = z.infer<typeof familyRowSchema>

export const listFamilies = endpoint({
  name: 'volunteers.families',
  kind: 'read',
  summary: { zh: '志愿家庭', en: 'List volunteer families' },
  input: z.object({ ...pageSchema.shape, projectId: projectIdSchema, search: z.string().trim().max(40).optional() }),
  output: pageOf(familyRowSchema),
  permission: 'volunteering.read',
  trail: { unwritten: 'Families with names as the caller may see them.' },
})

export const saveFamily = endpoint({
  name: 'volunteers.saveFamily',
  kind: 'write',
  summary: { zh: '登记或修改志愿家庭', en: 'Add or change a volunteer family' },
  /** Without a version it is new. `members` are the volunteers who belong to it. */
  input: z.object({
    id: familyIdSchema,
    projectId: projectIdSchema,
    version: z.int().nullable(),
    file: familyFileSchema,
    members: z.array(volunteerIdSchema).max(30),
  }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteers.saveFamily' },
})

export const showSettings = endpoint({
  name: 'volunteers.settings',
  kind: 'read',
  summary: { zh: '志愿服务设置', en: 'Settings of volunteering' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({ settings: volunteerSettingsSchema, version: z.int() }),
  permission: 'volunteering.read',
  trail: { unwritten: 'Settings, no persons.' },
})

export const saveSettings = endpoint({
  name: 'volunteers.saveSettings',
  kind: 'write',
  summary: { zh: '修改志愿服务设置', en: 'Change the settings of volunteering' },
  input: z.object({ projectId: projectIdSchema, version: z.int(), settings: volunteerSettingsSchema }),
  output: z.object({ version: z.int() }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteers.saveSettings' },
})
