import type { Measure } from './measure-schema.ts'

const done = { section: 'respite', kinds: ['respite'], statuses: ['held'], version: 1 } as const
const persons = { zh: '人', en: 'persons' }

export const respiteMeasures = {
  respite_sessions: {
    ...done,
    name: { zh: '喘息服务次数', en: 'Respite sessions' },
    unit: { zh: '次', en: 'sessions' },
    rule: { zh: '项目期内已完成的喘息服务；取消的不计。', en: 'Respite sessions done in the period; cancelled ones are left out.' },
    over: 'services',
    counts: 'services',
  },
  respite_carers: {
    ...done,
    name: { zh: '喘息服务照护者数', en: 'Carers given respite' },
    unit: persons,
    rule: { zh: '得到喘息的家庭照护者，同一人只计一次。', en: 'Family carers given respite, each once.' },
    over: 'attendance',
    counts: 'persons',
    parts: ['carer'],
  },
  respite_elders: {
    ...done,
    name: { zh: '喘息服务老人数', en: 'Elders looked after' },
    unit: persons,
    rule: { zh: '喘息期间受到照看的老人，同一人只计一次。', en: 'Elders looked after meanwhile, each once.' },
    over: 'attendance',
    counts: 'persons',
    parts: ['beneficiary'],
  },
  respite_minutes: {
    ...done,
    name: { zh: '喘息服务时长', en: 'Respite time' },
    unit: { zh: '分钟', en: 'minutes' },
    rule: { zh: '已完成的喘息服务时长之和。', en: 'Sum of the minutes of respite done.' },
    over: 'services',
    counts: 'minutes',
  },
} as const satisfies Record<string, Measure>
