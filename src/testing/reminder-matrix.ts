import { v7 } from 'uuid'
import type { Aim, Spot } from './matrix.ts'

// What the endpoints of reminders are asked for.

export const reminderMatrix: Record<string, { aim: Aim; input: (spot: Spot) => object; findsNothing?: true }> = {
  'reminders.due': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, show: 'overdue' }) },
  'calendar.feeds': { aim: 'tenant', input: () => ({}) },
  'calendar.makeFeed': { aim: 'tenant', input: () => ({ id: v7(), about: { of: 'mine' } }) },
  'calendar.feedAddress': { aim: 'tenant', findsNothing: true, input: () => ({ id: v7() }) },
  'calendar.endFeed': { aim: 'tenant', findsNothing: true, input: () => ({ id: v7() }) },
}
