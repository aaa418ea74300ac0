import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, projectIdSchema } from '../../kernel/ids.ts'

/** What a calendar holds: what is one's own, or what a community of a project plans. */
const feedOfSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('mine') }),
  z.object({ of: z.literal('community'), projectId: projectIdSchema, communityCode: divisionCodeSchema }),
])
export type FeedOf = z.infer<typeof feedOfSchema>

const feedSchema = z.object({
  id: z.uuid(),
  about: feedOfSchema,
  project: z.string().nullable(),
  community: z.string().nullable(),
  madeAt: z.iso.datetime(),
  /** When a phone last asked for it. */
  fetchedAt: z.iso.datetime().nullable(),
})
export type CalendarFeed = z.infer<typeof feedSchema>

export const listFeeds = endpoint({
  name: 'calendar.feeds',
  kind: 'read',
  summary: { zh: '我的日历订阅', en: 'My calendar addresses' },
  input: z.object({}),
  output: z.object({ feeds: z.array(feedSchema) }),
  permission: 'calendar.feed',
  trail: { unwritten: 'Which calendars the caller made, without their addresses.' },
})

export const makeFeed = endpoint({
  name: 'calendar.makeFeed',
  kind: 'write',
  summary: { zh: '生成日历订阅地址；同一日历原来的地址随即失效', en: 'Make a calendar’s address; the one it had before ends' },
  input: z.object({ id: z.uuid(), about: feedOfSchema }),
  output: z.object({ id: z.uuid() }),
  permission: 'calendar.feed',
  trail: { writes: 'calendar.makeFeed' },
})

export const showFeedAddress = endpoint({
  name: 'calendar.feedAddress',
  kind: 'read',
  summary: { zh: '看自己的日历订阅地址', en: 'One’s own calendar’s address' },
  input: z.object({ id: z.uuid() }),
  /** The address without its host. It is a secret: whoever has it reads the calendar. */
  output: z.object({ path: z.string() }),
  permission: 'calendar.feed',
  trail: { writes: 'calendar.feedAddress' },
})

export const endFeed = endpoint({
  name: 'calendar.endFeed',
  kind: 'write',
  summary: { zh: '停用日历订阅地址', en: 'End a calendar’s address' },
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  permission: 'calendar.feed',
  trail: { writes: 'calendar.endFeed' },
})
