import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { projectFileSchema, stepSchema } from '../projects/expense-schema.ts'
import { changeSchema } from './change-schema.ts'
import { riskSchema } from './risk-schema.ts'

const wordsSchema = z.object({ zh: z.string(), en: z.string() })

export const reportsSchema = z.enum(['monthly', 'quarterly', 'none'])
/** none: no charity, its orders do not bind it. raising: it may raise money in public. */
export const charitySchema = z.enum(['none', 'charity', 'raising'])

const settingsSchema = z.object({
  reports: reportsSchema,
  /** A report is due so many days after its month or quarter. */
  reportDays: z.int().min(1).max(60),
  /** Null: nobody has said yet. */
  charity: charitySchema.nullable(),
})
export type CourseSettings = z.infer<typeof settingsSchema>

const dutySortSchema = z.enum(['report', 'midterm', 'closing', 'publication', 'own'])
export type DutySort = z.infer<typeof dutySortSchema>

const dutySchema = z.object({
  /** The same for as long as it is the same duty: report/2025-03, closing, own/… */
  key: z.string(),
  sort: dutySortSchema,
  /** Ours, or what somebody wrote. */
  title: z.union([z.string(), wordsSchema]),
  /** Why it is due then. */
  rule: wordsSchema,
  dueOn: daySchema,
  /** Its day was moved by hand. */
  moved: z.boolean(),
  doneOn: daySchema.nullable(),
  doneBy: z.string().nullable(),
  note: z.string().nullable(),
  dismissed: z.string().nullable(),
  /** Days past its day; less than 0: days to come. */
  late: z.int(),
  version: z.int(),
  files: z.array(projectFileSchema),
  steps: z.array(stepSchema),
})
export type Duty = z.infer<typeof dutySchema>

export const openCourse = endpoint({
  name: 'course.open',
  kind: 'read',
  summary: { zh: '项目的应办事项、风险与变更', en: 'What is due in a project, its risks and changes' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({
    /** Today; the last day of a project that ended long ago. */
    asOf: daySchema,
    ended: z.boolean(),
    settings: settingsSchema.extend({ version: z.int() }),
    duties: z.array(dutySchema),
    risks: z.array(riskSchema),
    changes: z.array(changeSchema),
  }),
  permission: 'projects.read',
  trail: { unwritten: 'A project’s own course, no persons who are served.' },
})

export type Course = z.infer<typeof openCourse.output>

export const saveCourseSettings = endpoint({
  name: 'course.saveSettings',
  kind: 'write',
  summary: { zh: '应办事项按什么规则排', en: 'By which rules a project’s duties are reckoned' },
  input: settingsSchema.extend({ projectId: projectIdSchema, version: z.int().min(0) }),
  output: z.object({}),
  permission: 'projects.manage',
  trail: { writes: 'course.saveSettings' },
})

const one = { projectId: projectIdSchema, key: z.string().min(1).max(80), version: z.int().min(0) }

/** A duty of the project's own, or another day for one that follows from the period. */
export const saveDuty = endpoint({
  name: 'course.saveDuty',
  kind: 'write',
  summary: { zh: '加一项应办事项，或改它的日期', en: 'Add a duty, or move its day' },
  input: z.object({ ...one, title: z.string().trim().min(2).max(60).nullable(), dueOn: daySchema, reason: reasonSchema.nullable() }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'course.saveDuty' },
})

export const finishDuty = endpoint({
  name: 'course.finishDuty',
  kind: 'write',
  summary: { zh: '应办事项已办', en: 'A duty is done' },
  input: z.object({ ...one, doneOn: daySchema, note: z.string().trim().max(200).nullable() }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'course.finishDuty' },
})

export const dismissDuty = endpoint({
  name: 'course.dismissDuty',
  kind: 'write',
  summary: { zh: '这一项不适用', en: 'A duty does not apply' },
  input: z.object({ ...one, reason: reasonSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'course.dismissDuty' },
})

export const reopenDuty = endpoint({
  name: 'course.reopenDuty',
  kind: 'write',
  summary: { zh: '撤回“已办”或“不适用”', en: 'A duty is to be done after all' },
  input: z.object({ ...one, reason: reasonSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'course.reopenDuty' },
})
