import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { personIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'

export const printNeeds = endpoint({
  name: 'needs.print',
  kind: 'read',
  summary: { zh: '打印某人的需求与服务安排表', en: 'A person’s needs and what is done about them, to print' },
  input: z.object({ personId: personIdSchema, projectId: projectIdSchema, format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'needs.read',
  trail: { writes: 'needs.print' },
  answers: paperAnswers,
})
