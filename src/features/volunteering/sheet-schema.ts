import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { volunteerIdSchema } from './register-schema.ts'

const sheetIdSchema = z.uuid().brand<'VolunteerSheetId'>().meta({ id: 'VolunteerSheetId' })
export type SheetId = z.infer<typeof sheetIdSchema>
const sheetStateSchema = z.enum(['asIssued', 'changed', 'revoked'])

const sheetRowSchema = z.object({
  id: sheetIdSchema,
  code: z.string(),
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  minutes: z.int(),
  shifts: z.int(),
  merits: z.int(),
  issuedAt: z.iso.datetime(),
  issuedBy: z.string().nullable(),
  state: sheetStateSchema,
  revokeReason: z.string().nullable(),
})
export type SheetRow = z.infer<typeof sheetRowSchema>

export const listSheets = endpoint({
  name: 'volunteerSheets.list',
  kind: 'read',
  summary: { zh: '志愿服务记录单', en: 'Record sheets of a volunteer' },
  input: z.object({ volunteerId: volunteerIdSchema }),
  output: z.object({ rows: z.array(sheetRowSchema) }),
  permission: 'volunteering.read',
  trail: { writes: 'volunteerSheets.list' },
})

export const issueSheet = endpoint({
  name: 'volunteerSheets.issue',
  kind: 'write',
  summary: { zh: '出具志愿服务记录单', en: 'Issue a record sheet' },
  input: z.object({
    id: sheetIdSchema,
    volunteerId: volunteerIdSchema,
    from: daySchema.nullable().default(null),
    to: daySchema.nullable().default(null),
    /** Training, awards and evaluations of this time stand on it too. */
    withMerits: z.boolean().default(false),
  }),
  output: z.object({ id: sheetIdSchema, code: z.string() }),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteerSheets.issue' },
})

export const revokeSheet = endpoint({
  name: 'volunteerSheets.revoke',
  kind: 'write',
  summary: { zh: '作废志愿服务记录单', en: 'Revoke a record sheet' },
  input: z.object({ id: sheetIdSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'volunteering.manage',
  trail: { writes: 'volunteerSheets.revoke' },
})

export const printSheet = endpoint({
  name: 'volunteerSheets.print',
  kind: 'read',
  summary: { zh: '打印志愿服务记录单', en: 'A record sheet, to print' },
  /** `origin` is where the office is found: the code's address is printed with it. */
  input: z.object({ id: sheetIdSchema, format: paperFormatSchema, origin: z.string().regex(/^https?:\/\/[\w.:[\]-]+$/) }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'volunteering.read',
  trail: { writes: 'volunteerSheets.print' },
  answers: paperAnswers,
})

export const fetchSheetFile = endpoint({
  name: 'volunteerSheets.file',
  kind: 'read',
  summary: { zh: '志愿服务记录单的核验文件', en: 'A record sheet as a file that can be verified without a network' },
  input: z.object({ id: sheetIdSchema }),
  output: z.any().meta({ description: 'The record and its hash in canonical JSON.' }),
  permission: 'volunteering.read',
  trail: { writes: 'volunteerSheets.file' },
  answers: 'application/json',
})

export const verifySheet = endpoint({
  name: 'volunteerSheets.verify',
  kind: 'read',
  summary: { zh: '核验志愿服务记录单', en: 'Verify a record sheet' },
  input: z.object({ tenant: z.string().max(40).optional(), code: z.string().max(40) }),
  output: z.object({
    state: sheetStateSchema,
    /** The first character of the name. */
    name: z.string(),
    issuer: z.string(),
    issuedOn: daySchema,
    from: daySchema.nullable(),
    to: daySchema.nullable(),
    /** As issued. */
    minutes: z.int(),
    shifts: z.int(),
    /** How many entries of training, awards and evaluations it has. */
    merits: z.int(),
  }),
  permission: 'open',
  trail: { unwritten: 'Whoever holds the code sees what the sheet in their hands says, with the name masked.' },
})
