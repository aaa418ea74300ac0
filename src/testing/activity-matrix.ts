import { v7 } from 'uuid'
import { blankPlan } from '../features/activities/activity-rules.ts'
import type { Cell, Spot } from './matrix.ts'

const activity = (spot: Spot) => ({
  title: '中秋做月饼',
  communityCode: spot.communityCode,
  day: '2024-10-01',
  startsAt: null,
  minutes: null,
  place: null,
  worker: null,
  line: 'cultural',
  themes: [],
  contributions: [],
  plan: blankPlan,
})

// A version that no record has, so that asking changes nothing.
const version = 9999

export const activityMatrix: Record<string, Cell> = {
  'activities.calendar': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, from: '2024-10-01', to: '2024-10-31' }) },
  'activities.markDay': { aim: 'tenant', input: () => ({ day: '2030-10-01', name: '国庆节', sort: 'holiday' }) },
  'activities.plan': {
    aim: 'record',
    input: (spot) => ({ ...activity(spot), id: v7(), projectId: spot.projectId }),
  },
  'activities.change': { aim: 'record', input: (spot) => ({ ...activity(spot), id: spot.serviceId, version, reason: '改期' }) },
  'activities.step': { aim: 'record', input: (spot) => ({ id: spot.serviceId, version, step: 'cancel', reason: '大雪' }) },
  'activities.copy': {
    aim: 'record',
    input: (spot) => ({ id: spot.serviceId, copies: [{ id: v7(), communityCode: spot.communityCode, day: '2024-11-01' }] }),
  },
  'activities.summarise': {
    aim: 'record',
    input: (spot) => ({
      id: spot.serviceId,
      planVersion: version,
      summary: {
        course: null,
        effect: null,
        improve: null,
        satisfaction: { very: 0, content: 0, neutral: 0, discontent: 0, veryDiscontent: 0 },
        costs: [],
        report: null,
      },
    }),
  },
  'activities.open': { aim: 'record', input: (spot) => ({ id: spot.serviceId }) },
  'activities.print': { aim: 'record', input: (spot) => ({ id: spot.serviceId, paper: 'plan', format: 'html' }) },
  'activities.printRoll': {
    aim: 'record',
    input: (spot) => ({ id: spot.serviceId, paper: 'cards', format: 'html', origin: 'https://nuanyang.example' }),
  },
  'activities.roll': { aim: 'record', input: (spot) => ({ id: spot.serviceId }) },
  'activities.signUp': {
    aim: 'record',
    input: (spot) => ({ serviceId: spot.serviceId, people: [{ id: v7(), personId: spot.personId, part: 'beneficiary' }] }),
  },
  'activities.withdraw': { aim: 'record', input: (spot) => ({ id: spot.signUpId, reason: '有事' }) },
  'activities.checkIn': {
    aim: 'record',
    input: (spot) => ({ serviceId: spot.serviceId, means: 'list', people: [{ id: v7(), personId: spot.personId, part: 'beneficiary' }] }),
  },
  'activities.undoCheckIn': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ serviceId: spot.serviceId, id: v7(), reason: '签错了' }),
  },
  'activities.checkInChild': { aim: 'record', input: (spot) => ({ serviceId: spot.serviceId, id: v7(), calledBy: '小明' }) },
  'activities.countHeads': { aim: 'record', input: (spot) => ({ serviceId: spot.serviceId, by: 3 }) },
  'activities.presence': { aim: 'record', input: (spot) => ({ id: spot.serviceId }) },
  'activities.code': { aim: 'record', input: (spot) => ({ id: spot.serviceId }) },
  'activities.cards': { aim: 'record', input: (spot) => ({ id: spot.serviceId }) },
  'activities.scan': { aim: 'tenant', input: () => ({ code: 'e.made.up' }) },
  'activities.checkInSelf': { aim: 'open', input: () => ({ code: 'e.made.up', name: '张三', lastFour: '0000' }) },
}
