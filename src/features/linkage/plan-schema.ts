import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { organisationIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import type { Words } from '../../kernel/words.ts'

export const planStateSchema = z.enum(['open', 'done', 'dropped'])
export type PlanState = z.infer<typeof planStateSchema>
export const planStateWords: Record<PlanState, Words> = {
  open: { zh: '进行中', en: 'Under way' },
  done: { zh: '已完成', en: 'Done' },
  dropped: { zh: '已取消', en: 'Dropped' },
}

const planFileSchema = z.object({
  title: z.string().trim().min(2).max(60),
  goal: z.string().trim().max(300).nullable(),
  leadId: organisationIdSchema.nullable(),
  partners: z.string().trim().max(200).nullable(),
  budgetFen: fenSchema.nullable(),
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  state: planStateSchema,
  /** Why it ended so. */
  stateReason: z.string().trim().max(200).nullable(),
  /** The needs of the first list that it takes up: alike ones are met together. */
  needIds: z.array(z.uuid()).max(200),
})
export type PlanFile = z.infer<typeof planFileSchema>

const planRowSchema = planFileSchema.extend({
  id: z.uuid(),
  version: z.int(),
  lead: z.string().nullable(),
  needs: z.int(),
  needsMet: z.int(),
  links: z.int(),
})
export type PlanRow = z.infer<typeof planRowSchema>

export const listPlans = endpoint({
  name: 'linkage.plans',
  kind: 'read',
  summary: { zh: '项目清单', en: 'The list of projects' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({ rows: z.array(planRowSchema) }),
  permission: 'linkage.read',
  trail: { unwritten: 'Projects of the list, without persons.' },
})

export const savePlan = endpoint({
  name: 'linkage.savePlan',
  kind: 'write',
  summary: { zh: '登记或修改清单里的项目', en: 'Record or change a project of the list' },
  input: z.object({ id: z.uuid(), projectId: projectIdSchema, version: z.int().min(0), file: planFileSchema }),
  output: z.object({ version: z.int() }),
  permission: 'linkage.write',
  trail: { writes: 'linkage.savePlan' },
})
