import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, projectIdSchema } from '../../kernel/ids.ts'

/** The tables of order 67: of persons (article 5), services (7), training (8), awards (9) and evaluations (10). */
export const recordTableSchema = z.enum(['volunteers', 'services', 'training', 'awards', 'evaluations'])
export type RecordTable = z.infer<typeof recordTableSchema>

/**
 * What order 67 asks to be recorded of volunteers, to be handed to the system that the bureau designates: all tables as a
 * workbook, or one of them as CSV. Names are masked as on the screen. Whole identity numbers are for whoever sees names and
 * says why.
 */
export const exportVolunteerRecords = endpoint({
  name: 'volunteerRecords.export',
  kind: 'read',
  summary: { zh: '导出志愿服务信息（民政部令第67号）', en: 'Export the records of volunteering (order 67)' },
  input: z.object({
    projectId: projectIdSchema,
    from: daySchema.optional(),
    to: daySchema.optional(),
    communityCode: divisionCodeSchema.optional(),
    format: z.enum(['workbook', 'csv']).default('workbook'),
    /** The one that a CSV file has. */
    table: recordTableSchema.default('services'),
    /** With whole identity numbers, for this reason. */
    numbersFor: z.string().trim().min(4).max(200).optional(),
  }),
  output: z.any().meta({ description: 'An .xlsx file, or CSV.' }),
  permission: 'exports.make',
  trail: { writes: 'volunteerRecords.export' },
  answers: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv; charset=utf-8'],
})
export type ExportRecordsInput = z.output<typeof exportVolunteerRecords.input>
