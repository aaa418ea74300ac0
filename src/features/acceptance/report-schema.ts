import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { wordsSchema } from '../measures/measure-schema.ts'

export const reportSchema = z.enum(['monthly', 'midterm', 'closing'])
export const templateFormatSchema = z.enum(['word', 'excel'])
export type TemplateFormat = z.infer<typeof templateFormatSchema>

const mediaTypes = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const

/** A report of a project, from our template or one of the agency's own. A monthly report is of `from` to `to`; the others of the project up to `to`. */
export const makeReport = endpoint({
  name: 'reports.make',
  kind: 'read',
  summary: { zh: '生成月报、中期报告或结项报告', en: 'Make a monthly, mid-term or closing report' },
  input: z.object({
    projectId: projectIdSchema,
    report: reportSchema,
    from: daySchema,
    to: daySchema,
    format: templateFormatSchema,
    /** One of the agency's own; ours when none is named. */
    templateId: z.uuid().optional(),
  }),
  output: z.any().meta({ description: 'The report as Word or Excel.' }),
  permission: 'acceptance.read',
  trail: { writes: 'reports.make' },
  answers: mediaTypes,
})

export const listTemplates = endpoint({
  name: 'reports.templates',
  kind: 'read',
  summary: { zh: '本单位的报告模板', en: 'The report templates of one’s own' },
  input: z.object({}),
  output: z.object({
    templates: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        format: templateFormatSchema,
        bytes: z.int(),
        sha256: z.string(),
        addedBy: z.string(),
        addedAt: z.iso.datetime(),
      }),
    ),
  }),
  permission: 'acceptance.read',
  trail: { unwritten: 'Templates, which hold no person.' },
})

export const addTemplate = endpoint({
  name: 'reports.addTemplate',
  kind: 'write',
  summary: { zh: '上传报告模板（先逐个字段核对）', en: 'Add a template; each of its fields is checked first' },
  input: z.object({ id: z.uuid(), name: z.string().trim().min(1).max(60) }),
  output: z.object({
    added: z.boolean(),
    format: templateFormatSchema,
    /** Fields that are wrong, each with its place. Nothing is kept while there is one. */
    faults: z.array(z.object({ place: wordsSchema, field: z.string(), why: wordsSchema })),
  }),
  permission: 'reports.templates',
  trail: { writes: 'reports.addTemplate' },
  takesFiles: true,
  heavy: true,
})

export const removeTemplate = endpoint({
  name: 'reports.removeTemplate',
  kind: 'write',
  summary: { zh: '停用一个报告模板', en: 'Put a template out of use' },
  input: z.object({ id: z.uuid(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'reports.templates',
  trail: { writes: 'reports.removeTemplate' },
})

export const fetchTemplate = endpoint({
  name: 'reports.fetchTemplate',
  kind: 'read',
  summary: { zh: '下载报告模板（自带的或自己的）', en: 'Download a template, ours or one’s own' },
  input: z.object({ format: templateFormatSchema, id: z.uuid().optional() }),
  output: z.any().meta({ description: 'A .docx or .xlsx file.' }),
  permission: 'acceptance.read',
  trail: { unwritten: 'Templates, which hold no person.' },
  answers: mediaTypes,
})
