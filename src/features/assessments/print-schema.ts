import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { personIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'

export const printAssessment = endpoint({
  name: 'assessments.print',
  kind: 'read',
  summary: { zh: '打印测评表：做过的一次，或空白表', en: 'A sheet of a scale, to print: one that was filled in, or an empty one' },
  input: z.object({
    personId: personIdSchema,
    projectId: projectIdSchema,
    scale: z.string().max(40),
    /** Which sheet; left out: an empty one, to be filled in by hand. */
    id: z.uuid().optional(),
    format: paperFormatSchema,
  }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'assessments.read',
  trail: { writes: 'assessments.print' },
  answers: paperAnswers,
})
