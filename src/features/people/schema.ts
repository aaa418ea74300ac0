import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, householdIdSchema, organisationIdSchema, personIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { hardshipCodeSchema } from './hardship-schema.ts'

export const sexSchema = z.enum(['unknown', 'male', 'female'])
export const partSchema = z.enum(['elder', 'carer', 'volunteer', 'worker'])
export type Part = z.infer<typeof partSchema>

/** How far an identity number can be relied on. */
export const numberStateSchema = z.enum(['valid', 'unverified', 'damaged', 'disputed', 'missing', 'refused'])

/** A person as a list shows one: names as the caller may see them, numbers masked. */
const personRowSchema = z.object({
  id: personIdSchema,
  name: z.string(),
  sex: sexSchema,
  birthDate: daySchema.nullable(),
  age: z.int().nullable(),
  communityCode: divisionCodeSchema.nullable(),
  communityName: z.string().nullable(),
  phone: z.string().nullable(),
  labels: z.array(hardshipCodeSchema),
  parts: z.array(partSchema),
  deceasedOn: daySchema.nullable(),
})
export type PersonRow = z.infer<typeof personRowSchema>

export const findPeople = endpoint({
  name: 'people.find',
  kind: 'read',
  summary: { zh: '快速查人（姓名任意部分、拼音、首字母）', en: 'Find people by any part of a name or its pinyin' },
  input: z.object({
    search: z.string().trim().min(1).max(40),
    projectId: projectIdSchema.optional(),
    limit: z.int().min(1).max(50).default(20),
  }),
  output: z.object({ rows: z.array(personRowSchema) }),
  permission: 'people.read',
  trail: { unwritten: 'A list with numbers masked; opening a file is trailed.' },
})

export const listPeople = endpoint({
  name: 'people.list',
  kind: 'read',
  summary: { zh: '人员列表', en: 'List people' },
  input: z.object({
    ...pageSchema.shape,
    search: z.string().trim().max(40).optional(),
    projectId: projectIdSchema.optional(),
    communityCode: divisionCodeSchema.optional(),
    part: partSchema.optional(),
    label: hardshipCodeSchema.optional(),
    ageFrom: z.int().min(0).max(130).optional(),
    ageTo: z.int().min(0).max(130).optional(),
    numberState: numberStateSchema.optional(),
  }),
  output: pageOf(personRowSchema),
  permission: 'people.read',
  trail: { unwritten: 'A list with numbers masked; opening a file is trailed.' },
})

const labelSchema = z.object({
  id: z.uuid(),
  code: hardshipCodeSchema,
  grade: z.int().min(1).max(4).nullable(),
  category: z.string().max(12).nullable(),
  basis: z.string().max(120).nullable(),
  source: z.string().max(120),
  startedOn: daySchema.nullable(),
  reviewOn: daySchema.nullable(),
  endedOn: daySchema.nullable(),
  endReason: z.string().nullable(),
})
const contactSchema = z.object({ id: z.uuid(), name: z.string(), relation: z.string().nullable(), phone: z.string().nullable() })

const personDetailSchema = personRowSchema.extend({
  version: z.int(),
  ethnicity: z.string().nullable(),
  birthDateFrom: z.enum(['number', 'stated']).nullable(),
  birthday: z.object({ calendar: z.enum(['solar', 'lunar']), month: z.int().nullable(), day: z.int().nullable(), leap: z.boolean() }),
  idNumber: z.object({ state: numberStateSchema, masked: z.string().nullable() }),
  otherPhone: z.string().nullable(),
  address: z.string().nullable(),
  livingWith: z.string().nullable(),
  household: z
    .object({
      id: householdIdSchema,
      number: z.string().nullable(),
      headName: z.string().nullable(),
      members: z.array(z.object({ id: personIdSchema, name: z.string() })),
    })
    .nullable(),
  labelHistory: z.array(labelSchema),
  contacts: z.array(contactSchema),
  registrations: z.array(
    z.object({
      projectId: projectIdSchema,
      project: z.string(),
      part: partSchema,
      communityCode: divisionCodeSchema.nullable(),
      communityName: z.string().nullable(),
      registeredOn: daySchema.nullable(),
      note: z.string().nullable(),
    }),
  ),
  organisations: z.array(z.object({ id: organisationIdSchema, name: z.string(), part: partSchema })),
  /** Files that were merged into this one. */
  merged: z.array(z.object({ mergeId: z.uuid(), id: personIdSchema, name: z.string(), mergedAt: z.iso.datetime(), reason: z.string() })),
  mergedInto: personIdSchema.nullable(),
  note: z.string().nullable(),
})
export type PersonDetail = z.infer<typeof personDetailSchema>

export const openPerson = endpoint({
  name: 'people.open',
  kind: 'read',
  summary: { zh: '打开个人档案', en: 'Open a person’s file' },
  input: z.object({ id: personIdSchema }),
  output: personDetailSchema,
  permission: 'people.read',
  trail: { writes: 'people.open' },
})

export const unmaskPerson = endpoint({
  name: 'people.unmask',
  kind: 'read',
  summary: { zh: '查看完整信息（须写明理由）', en: 'See a field unmasked, for a stated reason' },
  input: z.object({
    id: personIdSchema,
    field: z.enum(['idNumber', 'phone', 'otherPhone', 'name', 'address', 'contacts']),
    reason: reasonSchema,
  }),
  output: z.object({ value: z.string().nullable() }),
  permission: 'people.unmask',
  trail: { writes: 'people.unmask' },
})

/** A telephone as it is dialled. What a list shows masked is not one: sent back, it would take the number's place. */
const telephoneSchema = z
  .string()
  .trim()
  .max(40)
  .regex(/^[^*]*$/)
  .nullable()

const personInputSchema = z.object({
  name: z.string().trim().min(1).max(40),
  sex: sexSchema,
  birthDate: daySchema.nullable(),
  birthday: z.object({
    calendar: z.enum(['solar', 'lunar']),
    month: z.int().min(1).max(12).nullable(),
    day: z.int().min(1).max(30).nullable(),
    leap: z.boolean(),
  }),
  ethnicity: z.string().trim().max(12).nullable(),
  phone: telephoneSchema,
  otherPhone: telephoneSchema,
  address: z.string().trim().max(200).nullable(),
  livingWith: z.string().trim().max(40).nullable(),
  communityCode: divisionCodeSchema.nullable(),
  householdNumber: z.string().trim().max(20).nullable(),
  note: z.string().trim().max(400).nullable(),
})
export type PersonInput = z.infer<typeof personInputSchema>

const likenessSchema = z.object({
  id: personIdSchema,
  name: z.string(),
  communityName: z.string().nullable(),
  why: z.object({ zh: z.string(), en: z.string() }),
})

export const addPerson = endpoint({
  name: 'people.add',
  kind: 'write',
  summary: { zh: '新建个人档案', en: 'Add a person' },
  input: personInputSchema.extend({
    id: personIdSchema,
    projectId: projectIdSchema,
    part: partSchema,
    idNumber: z.string().trim().max(24).nullable(),
    /** Said after the likely duplicates were shown. */
    isNobodyElse: z.boolean().default(false),
  }),
  output: z.object({ added: z.boolean(), likely: z.array(likenessSchema) }),
  permission: 'people.write',
  trail: { writes: 'people.add' },
})

export const changePerson = endpoint({
  name: 'people.change',
  kind: 'write',
  summary: { zh: '修改个人档案', en: 'Change a person’s file' },
  /** Telephones are shown masked: left out, they stay as they are. */
  input: personInputSchema.extend({
    id: personIdSchema,
    version: z.int(),
    phone: telephoneSchema.optional(),
    otherPhone: telephoneSchema.optional(),
  }),
  output: z.object({ version: z.int() }),
  permission: 'people.write',
  trail: { writes: 'people.change' },
})

export const setIdNumber = endpoint({
  name: 'people.setIdNumber',
  kind: 'write',
  summary: { zh: '登记或更正身份证号', en: 'Record or correct an identity number' },
  input: z.object({
    id: personIdSchema,
    version: z.int(),
    idNumber: z.string().trim().max(24).nullable(),
    declined: z.boolean().default(false),
    reason: reasonSchema,
  }),
  output: z.object({ version: z.int(), state: numberStateSchema, likely: z.array(likenessSchema) }),
  permission: 'people.write',
  trail: { writes: 'people.setIdNumber' },
})

export const recordDeath = endpoint({
  name: 'people.recordDeath',
  kind: 'write',
  summary: { zh: '登记去世（档案冻结）或更正误登', en: 'Record a death, which freezes the file, or take a mistaken record back' },
  input: z.object({ id: personIdSchema, version: z.int(), deceasedOn: daySchema.nullable(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'people.write',
  trail: { writes: 'people.recordDeath' },
})

export const saveLabel = endpoint({
  name: 'people.saveLabel',
  kind: 'write',
  summary: { zh: '登记、复核或终止困难类别', en: 'Record, review or end a hardship label' },
  input: z.object({ personId: personIdSchema, label: labelSchema }),
  output: z.object({}),
  permission: 'people.write',
  trail: { writes: 'people.saveLabel' },
})

export const saveContact = endpoint({
  name: 'people.saveContact',
  kind: 'write',
  summary: { zh: '登记或修改联系人', en: 'Record or change a contact' },
  input: z.object({
    personId: personIdSchema,
    contact: z.object({
      id: z.uuid(),
      name: z.string().trim().min(1).max(40),
      relation: z.string().trim().max(20).nullable(),
      /** Left out, it stays as it is. */
      phone: telephoneSchema.optional(),
    }),
  }),
  output: z.object({}),
  permission: 'people.write',
  trail: { writes: 'people.saveContact' },
})

export const removeContact = endpoint({
  name: 'people.removeContact',
  kind: 'write',
  summary: { zh: '删除联系人', en: 'Remove a contact' },
  input: z.object({ personId: personIdSchema, id: z.uuid() }),
  output: z.object({}),
  permission: 'people.write',
  trail: { writes: 'people.removeContact' },
})
