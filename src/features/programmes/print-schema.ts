import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'

export const printProgramme = endpoint({
  name: 'programmes.print',
  kind: 'read',
  summary: { zh: '打印一社一品方案与成效表', en: 'A signature programme’s plan and results, to print' },
  input: z.object({ id: z.uuid(), format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'programmes.read',
  trail: { writes: 'programmes.print' },
  answers: paperAnswers,
})
