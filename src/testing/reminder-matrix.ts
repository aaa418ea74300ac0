import { v7 } from 'uuid'
import type { Aim, Spot } from './matrix.ts'

// What the endpoints of reminders are asked for.

export const reminderMatrix: Record<string, { aim: Aim; input: (spot: Spot) => object; findsNothing?: true }> = {
  'reminders.due': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, show: 'overdue' }) },
  'calendar.feeds': { aim: 'tenant', input: () => ({}) },
  'calendar.makeFeed': { aim: 'tenant', input: () => ({ id: v7(), about: { of: 'mine' } }) },
  'calendar.feedAddress': { aim: 'tenant', findsNothing: true, input: () => ({ id: v7() }) },
  'webhooks.list': { aim: 'tenant', input: () => ({}) },
  'webhooks.save': {
    aim: 'tenant',
    input: () => ({
      id: v7(),
      version: null,
      name: '区平台',
      address: 'https://platform.example.cn/in',
      kinds: ['service.recorded'],
      secret: `whsec_${'A'.repeat(44)}`,
    }),
  },
  'webhooks.switch': { aim: 'tenant', findsNothing: true, input: () => ({ id: v7(), version: 1, isOn: false }) },
  'webhooks.remove': { aim: 'tenant', findsNothing: true, input: () => ({ id: v7(), version: 1 }) },
  'webhooks.test': { aim: 'tenant', findsNothing: true, input: () => ({ id: v7() }) },
  'webhooks.messages': { aim: 'tenant', findsNothing: true, input: () => ({ id: v7() }) },
  'webhooks.sendAgain': { aim: 'tenant', findsNothing: true, input: () => ({ id: v7() }) },
  'calendar.endFeed': { aim: 'tenant', findsNothing: true, input: () => ({ id: v7() }) },
}
