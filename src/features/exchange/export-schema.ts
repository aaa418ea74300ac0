import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, importIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { kindSchema, lineSchema, statusSchema } from '../ledger/kind-schema.ts'
import { hardshipCodeSchema } from '../people/hardship-schema.ts'
import { partSchema } from '../people/schema.ts'

export const exportListSchema = z.enum(['people', 'services', 'figures', 'expenses', 'findings'])

/**
 * Any list as a workbook, with the same filters as on the screen. Names and numbers are masked as on the screen; text
 * that looks like a formula stays text.
 */
export const makeExport = endpoint({
  name: 'exports.make',
  kind: 'read',
  summary: { zh: '导出列表为工作簿', en: 'Export a list as a workbook' },
  input: z.object({
    list: exportListSchema,
    projectId: projectIdSchema,
    search: z.string().trim().max(60).optional(),
    communityCode: divisionCodeSchema.optional(),
    part: partSchema.optional(),
    label: hardshipCodeSchema.optional(),
    line: lineSchema.optional(),
    kind: kindSchema.optional(),
    status: statusSchema.optional(),
    from: daySchema.optional(),
    to: daySchema.optional(),
    /** Findings of this import. */
    importId: importIdSchema.optional(),
  }),
  output: z.any().meta({ description: 'An .xlsx file.' }),
  permission: 'exports.make',
  trail: { writes: 'exports.make' },
  answers: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
export type ExportInput = z.output<typeof makeExport.input>
