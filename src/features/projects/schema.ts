import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, organisationIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import { paidSchema } from './expense-schema.ts'

const short = z.string().trim().min(1).max(120)

const projectSchema = z.object({
  id: projectIdSchema,
  name: short,
  agencyId: organisationIdSchema.nullable(),
  funderId: organisationIdSchema.nullable(),
  startsOn: daySchema,
  endsOn: daySchema,
  served: z.string().max(400).nullable(),
  budgetFen: fenSchema.nullable(),
})

const communitySchema = z.object({
  communityCode: divisionCodeSchema,
  programmeName: z.string().max(60).nullable(),
  programmeFor: z.string().max(120).nullable(),
})
const needSchema = z.object({ id: z.uuid(), need: short, answeredBy: z.string().max(60).nullable() })
const targetSchema = z.object({
  id: z.uuid(),
  measure: z.string().max(60).nullable(),
  wording: short,
  value: z.number().min(0),
  unit: z.string().max(12).nullable(),
})
const budgetLineSchema = z.object({
  id: z.uuid(),
  name: short,
  amountFen: fenSchema.min(0),
  capPercent: z.number().min(0).max(100).nullable(),
})
const estimateLineSchema = z.object({
  id: z.uuid(),
  measure: short,
  basis: short,
  value: z.number().min(0),
  method: z.string().max(60).nullable(),
})
export type BudgetLine = z.infer<typeof budgetLineSchema>
export type Target = z.infer<typeof targetSchema>

export const listProjects = endpoint({
  name: 'projects.list',
  kind: 'read',
  summary: { zh: '我的项目', en: 'My projects' },
  input: z.object({}),
  output: z.object({
    projects: z.array(
      projectSchema
        .pick({ id: true, name: true, startsOn: true, endsOn: true })
        .extend({ agency: z.string().nullable(), communityCount: z.int() }),
    ),
  }),
  permission: 'projects.read',
  trail: { unwritten: 'Projects, no persons.' },
})

const projectDetailSchema = projectSchema.extend({
  version: z.int(),
  agency: z.string().nullable(),
  funder: z.string().nullable(),
  communities: z.array(communitySchema.extend({ name: z.string(), townName: z.string().nullable() })),
  needs: z.array(needSchema),
  targets: z.array(targetSchema),
  budget: z.array(budgetLineSchema.extend({ spentFen: fenSchema })),
  expenses: z.array(paidSchema),
  estimates: z.array(estimateLineSchema),
  /** What is worth looking at in the budget, in words. */
  warnings: z.array(z.object({ code: z.string(), text: z.object({ zh: z.string(), en: z.string() }), expenseId: z.uuid().nullable() })),
})
export type ProjectDetail = z.infer<typeof projectDetailSchema>

export const openProject = endpoint({
  name: 'projects.open',
  kind: 'read',
  summary: { zh: '项目详情', en: 'Open a project' },
  input: z.object({ id: projectIdSchema }),
  output: projectDetailSchema,
  permission: 'projects.read',
  trail: { unwritten: 'A project’s own facts, no persons.' },
})

export const addProject = endpoint({
  name: 'projects.add',
  kind: 'write',
  summary: { zh: '新建项目', en: 'Add a project' },
  input: projectSchema,
  output: z.object({ id: projectIdSchema }),
  permission: 'projects.open',
  trail: { writes: 'projects.add' },
})

export const changeProject = endpoint({
  name: 'projects.change',
  kind: 'write',
  summary: { zh: '修改项目', en: 'Change a project' },
  input: projectSchema.extend({ version: z.int() }),
  output: z.object({ version: z.int() }),
  permission: 'projects.manage',
  trail: { writes: 'projects.change' },
})

/** The lists that belong to a project; each is saved whole, at the project's version. */
export const saveProjectLists = endpoint({
  name: 'projects.saveLists',
  kind: 'write',
  summary: { zh: '保存项目的社区、需求、指标、预算或估算依据', en: 'Save a project’s communities, needs, targets, budget or estimates' },
  input: z.object({
    id: projectIdSchema,
    version: z.int(),
    communities: z.array(communitySchema).max(400).optional(),
    needs: z.array(needSchema).max(60).optional(),
    targets: z.array(targetSchema).max(100).optional(),
    budget: z.array(budgetLineSchema).max(60).optional(),
    estimates: z.array(estimateLineSchema).max(60).optional(),
  }),
  output: z.object({ version: z.int() }),
  permission: 'projects.manage',
  trail: { writes: 'projects.saveLists' },
})
export type ProjectLists = Omit<z.infer<typeof saveProjectLists.input>, 'id' | 'version'>

/** For whoever grants roles: where a role can be granted. */
export const listGrantPlaces = endpoint({
  name: 'projects.grantPlaces',
  kind: 'read',
  summary: { zh: '可授权的项目、社区与组织', en: 'Projects, communities and organisations that a role can be granted for' },
  input: z.object({}),
  output: z.object({
    projects: z.array(
      z.object({ id: projectIdSchema, name: z.string(), communities: z.array(z.object({ code: divisionCodeSchema, name: z.string() })) }),
    ),
    /** Whom a partner may speak for. */
    organisations: z.array(z.object({ id: organisationIdSchema, name: z.string() })),
  }),
  permission: 'grants.manage',
  trail: { unwritten: 'Projects, communities and organisations, no persons.' },
})
