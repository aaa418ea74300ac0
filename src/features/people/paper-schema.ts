import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { personIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'

export const printPerson = endpoint({
  name: 'people.print',
  kind: 'read',
  summary: { zh: '打印个人基本信息表', en: 'A person’s basic sheet, to print' },
  input: z.object({ id: personIdSchema, format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word, masked as on the screen.' }),
  permission: 'people.read',
  trail: { writes: 'people.print' },
  answers: paperAnswers,
})
