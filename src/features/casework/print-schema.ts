import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'

export const printCase = endpoint({
  name: 'cases.print',
  kind: 'read',
  summary: { zh: '打印个案的一张表、一次记录或整本档案', en: 'A form, a session or the whole file of a case, to print' },
  input: z.object({
    id: z.uuid(),
    what: z.enum(['file', 'form', 'session']),
    /** The form or the session. */
    recordId: z.uuid().optional(),
    format: paperFormatSchema,
  }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'casework.read',
  trail: { writes: 'cases.print' },
  answers: paperAnswers,
})

export const printSupervision = endpoint({
  name: 'supervision.print',
  kind: 'read',
  summary: { zh: '打印督导记录', en: 'A record of supervision, to print' },
  input: z.object({ id: z.uuid(), format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'casework.supervise',
  trail: { writes: 'supervision.print' },
  answers: paperAnswers,
})
