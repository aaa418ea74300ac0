import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'

export const printReferral = endpoint({
  name: 'referrals.print',
  kind: 'read',
  summary: { zh: '打印转介表', en: 'A referral, to print' },
  input: z.object({ id: z.uuid(), format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'referrals.read',
  trail: { writes: 'referrals.print' },
  answers: paperAnswers,
})
