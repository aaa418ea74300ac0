import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'

const output = z.any().meta({ description: 'The paper as HTML, PDF or Word.' })

export const printActivity = endpoint({
  name: 'activities.print',
  kind: 'read',
  summary: { zh: '打印活动计划表或活动总结', en: 'An activity’s plan or summary, to print' },
  input: z.object({ id: serviceIdSchema, paper: z.enum(['plan', 'summary']), format: paperFormatSchema }),
  output,
  permission: 'services.read',
  trail: { writes: 'activities.print' },
  answers: paperAnswers,
})

export const printRoll = endpoint({
  name: 'activities.printRoll',
  kind: 'read',
  summary: { zh: '打印活动签到表或签到卡', en: 'An activity’s sign-in roll or its cards, to print' },
  input: z.object({
    id: serviceIdSchema,
    paper: z.enum(['roll', 'cards']),
    format: paperFormatSchema,
    /** Where the office stands: the address in a card's square begins with it. */
    origin: z.url({ protocol: /^https?$/ }),
  }),
  output,
  permission: 'events.attend',
  trail: { writes: 'activities.printRoll' },
  answers: paperAnswers,
})
