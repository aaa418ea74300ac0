import type { Measure } from './measure-schema.ts'

const section = 'volunteers'
const shift = { section, kinds: ['volunteer_shift'], statuses: ['held'], parts: ['volunteer'], over: 'attendance', version: 1 } as const

export const volunteerMeasures = {
  volunteers: {
    version: 1,
    section,
    name: { zh: '在册志愿者数', en: 'Volunteers on the roll' },
    unit: { zh: '人', en: 'persons' },
    rule: {
      zh: '志愿者名册上的人，同一人只计一次，不论是否服务过。',
      en: 'Persons on the volunteers’ roll, each once, whether or not they have served.',
    },
    over: 'register',
    counts: 'persons',
    part: 'volunteer',
  },
  volunteer_families: {
    version: 1,
    section,
    name: { zh: '志愿家庭数', en: 'Volunteer families' },
    unit: { zh: '组', en: 'families' },
    rule: { zh: '登记的志愿家庭，编号重复的按一组计。', en: 'Volunteer families on file; a number listed twice is one family.' },
    over: 'families',
    counts: 'families',
  },
  vol_persons: {
    ...shift,
    name: { zh: '服务志愿者数', en: 'Volunteers who served' },
    unit: { zh: '人', en: 'persons' },
    rule: {
      zh: '项目期内至少完成一个班次的志愿者，同一人只计一次；不计入受益人数。',
      en: 'Volunteers with at least one shift done in the period, each once. Serving makes nobody a beneficiary.',
    },
    counts: 'persons',
  },
  shifts: {
    ...shift,
    name: { zh: '志愿服务班次', en: 'Volunteer shifts' },
    unit: { zh: '人次', en: 'shifts' },
    rule: {
      zh: '已完成的班次，每位志愿者每班计一次；未到岗的不计，有疑问标记的计。',
      en: 'Shifts done, once for each volunteer. No-shows are left out; flagged ones are kept.',
    },
    counts: 'attendances',
  },
  hours_claimed: {
    ...shift,
    name: { zh: '申报志愿时长', en: 'Hours claimed' },
    unit: { zh: '小时', en: 'hours' },
    rule: { zh: '已完成班次的申报时长之和。', en: 'Sum of the hours claimed on shifts done.' },
    counts: 'claimedHours',
  },
  hours_confirmed: {
    ...shift,
    name: { zh: '确认志愿时长', en: 'Hours confirmed' },
    unit: { zh: '小时', en: 'hours' },
    rule: {
      zh: '已完成班次的确认时长之和，按登记计，有疑问标记的也计。',
      en: 'Sum of the hours confirmed on shifts done, as written, flagged ones included.',
    },
    counts: 'hours',
  },
} as const satisfies Record<string, Measure>
