import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'

export const printService = endpoint({
  name: 'services.print',
  kind: 'read',
  summary: { zh: '打印服务记录或签到表', en: 'A service’s record or its roll, to print' },
  input: z.object({ id: serviceIdSchema, paper: z.enum(['record', 'roll']), format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'services.read',
  trail: { writes: 'services.print' },
  answers: paperAnswers,
})
