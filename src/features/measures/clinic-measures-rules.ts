import type { Measure } from './measure-schema.ts'

const held = { section: 'clinics', kinds: ['clinic_day'], statuses: ['held'], version: 1 } as const

export const clinicMeasures = {
  clinic_days: {
    ...held,
    name: { zh: '义诊场次', en: 'Clinic days' },
    unit: { zh: '场', en: 'days' },
    rule: { zh: '项目期内已举办的义诊。', en: 'Clinic days held in the period.' },
    over: 'services',
    counts: 'services',
  },
  clinic_communities: {
    ...held,
    name: { zh: '义诊覆盖社区数', en: 'Communities with a clinic' },
    unit: { zh: '个', en: 'communities' },
    rule: { zh: '至少办过一场义诊的社区和村。', en: 'Communities and villages with at least one clinic day.' },
    over: 'services',
    counts: 'communities',
  },
  clinic_visits: {
    ...held,
    name: { zh: '义诊人次', en: 'Visits at clinics' },
    unit: { zh: '人次', en: 'attendances' },
    rule: { zh: '每人每场义诊计一次。', en: 'Once for each person at each clinic day.' },
    over: 'attendance',
    counts: 'attendances',
    parts: ['beneficiary'],
  },
  clinic_people: {
    ...held,
    name: { zh: '义诊人数', en: 'Persons at clinics' },
    unit: { zh: '人', en: 'persons' },
    rule: { zh: '参加过义诊的人，同一人只计一次。', en: 'Persons at clinics, each once.' },
    over: 'attendance',
    counts: 'persons',
    parts: ['beneficiary'],
  },
  clinic_danger_rows: {
    ...held,
    name: { zh: '义诊危险值人次', en: 'Danger readings at clinics' },
    unit: { zh: '人次', en: 'attendances' },
    rule: {
      zh: '任一读数达到危险界限的义诊人次：收缩压≥180或舒张压≥110 mmHg；血糖≥16.7或≤3.9 mmol/L（mg/dL除以18，不舍入）。',
      en: 'Visits with any reading at or past a danger limit: systolic 180, diastolic 110 mmHg; glucose 16.7 and up or 3.9 and down in mmol/L (mg/dL divided by 18, not rounded).',
    },
    over: 'attendance',
    counts: 'attendances',
    parts: ['beneficiary'],
    danger: true,
  },
} as const satisfies Record<string, Measure>
