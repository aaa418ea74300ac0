import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { statusSchema } from '../ledger/kind-schema.ts'

/** holiday: nobody works. worked: a weekend day worked instead. ordinary: neither, whatever the calendar knows. noted: named only. */
const daySortSchema = z.enum(['holiday', 'worked', 'ordinary', 'noted'])
export type DaySort = z.infer<typeof daySortSchema>

const calendarDaySchema = z.object({
  day: daySchema,
  /** As almanacs write it: 十五, or the month's name on its first day. */
  lunar: z.string(),
  term: z.string().nullable(),
  festivals: z.array(z.string()),
  marked: z.object({ name: z.string(), sort: daySortSchema, byHand: z.boolean() }).nullable(),
})
export type CalendarDay = z.output<typeof calendarDaySchema>

export const calendarEventSchema = z.object({
  id: serviceIdSchema,
  title: z.string().nullable(),
  day: daySchema,
  startsAt: z.string().nullable(),
  minutes: z.int().nullable(),
  place: z.string().nullable(),
  status: statusSchema,
  themes: z.array(z.string()),
  communityName: z.string().nullable(),
  worker: z.string().nullable(),
  confirmed: z.boolean(),
  capacity: z.int().nullable(),
  going: z.int(),
  waiting: z.int(),
  attendances: z.int(),
})
export type CalendarEvent = z.output<typeof calendarEventSchema>

export const openCalendar = endpoint({
  name: 'activities.calendar',
  kind: 'read',
  summary: { zh: '活动日历', en: 'The calendar of activities' },
  input: z.object({
    projectId: projectIdSchema,
    from: daySchema,
    to: daySchema,
    communityCode: divisionCodeSchema.optional(),
  }),
  output: z.object({
    days: z.array(calendarDaySchema),
    events: z.array(calendarEventSchema),
    /** The nearest days with events outside, so that an empty stretch shows where to look. */
    before: daySchema.nullable(),
    after: daySchema.nullable(),
  }),
  permission: 'services.read',
  trail: { unwritten: 'Events without the persons who come.' },
})

export const markDay = endpoint({
  name: 'activities.markDay',
  kind: 'write',
  summary: { zh: '标记节假日、调休或其他日子；名称留空即恢复为日历原样', en: 'Mark a day; without a name it is as the calendar has it' },
  input: z.object({ day: daySchema, name: z.string().trim().max(20), sort: daySortSchema }),
  output: z.object({}),
  permission: 'calendar.manage',
  trail: { writes: 'activities.markDay' },
})
