import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { stepSchema } from '../projects/expense-schema.ts'

/** 1 low, 2 middling, 3 high. */
const gradeSchema = z.int().min(1).max(3)
export const riskStateSchema = z.enum(['open', 'happened', 'closed'])
export type RiskState = z.infer<typeof riskStateSchema>

const writtenSchema = z.object({
  title: z.string().trim().min(2).max(80),
  likelihood: gradeSchema,
  impact: gradeSchema,
  /** What is done about it. */
  measure: z.string().trim().min(2).max(300),
  /** Who sees to it. */
  owner: z.string().trim().min(1).max(40),
})

export const riskSchema = writtenSchema.extend({
  id: z.uuid(),
  state: riskStateSchema,
  recordedBy: z.string().nullable(),
  recordedOn: daySchema,
  version: z.int(),
  steps: z.array(stepSchema),
})
export type Risk = z.infer<typeof riskSchema>

export const addRisk = endpoint({
  name: 'course.addRisk',
  kind: 'write',
  summary: { zh: '登记风险', en: 'Put a risk on the register' },
  input: writtenSchema.extend({ id: z.uuid(), projectId: projectIdSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'course.addRisk' },
})

export const changeRisk = endpoint({
  name: 'course.changeRisk',
  kind: 'write',
  summary: { zh: '修改风险', en: 'Change a risk' },
  input: writtenSchema.extend({ id: z.uuid(), version: z.int() }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'course.changeRisk' },
})

export const moveRisk = endpoint({
  name: 'course.moveRisk',
  kind: 'write',
  summary: { zh: '风险已发生、已解除或重新打开', en: 'A risk happened, is over, or is open again' },
  input: z.object({ id: z.uuid(), version: z.int(), state: riskStateSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'course.moveRisk' },
})
