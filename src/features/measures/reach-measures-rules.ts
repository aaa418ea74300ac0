import type { Kind } from '../ledger/kind-schema.ts'
import type { Measure } from './measure-schema.ts'

const section = 'reach'

/** The kinds that make somebody a beneficiary. Telephone calls, pieces, sales, shifts and linkages do not. */
const directKinds: readonly Kind[] = [
  'case_session',
  'group_session',
  'activity',
  'clinic_day',
  'hand_out',
  'home_visit',
  'craft_lesson',
  'respite',
]

export const reachMeasures = {
  direct_persons: {
    version: 1,
    section,
    name: { zh: '直接受益人数', en: 'Direct beneficiaries' },
    unit: { zh: '人', en: 'persons' },
    rule: {
      zh: '项目期内至少接受过一次服务的老人和家庭照护者，同一人只计一次：个案面谈、小组、活动、义诊、物资、见到本人的上门探访、手工艺课、喘息服务。电话探访、没有见到的探访、取消的服务、不接案、志愿服务和没有认定的姓名不计。各社区、各月分别去重，相加不等于合计。',
      en: 'Elders and family carers with at least one service in the period, each once: casework sessions, groups, activities, clinics, goods, home visits where somebody was met, craft lessons, respite. Telephone visits, visits that met nobody, cancelled services, cases not accepted, volunteering and names nobody has resolved do not count. Each community and month is counted for itself; they do not add up to the whole.',
    },
    over: 'attendance',
    counts: 'persons',
    kinds: directKinds,
    statuses: ['held'],
    parts: ['beneficiary', 'carer'],
  },
  direct_times: {
    version: 1,
    section,
    name: { zh: '直接受益人次', en: 'Direct attendances' },
    unit: { zh: '人次', en: 'attendances' },
    rule: {
      zh: '与直接受益人数同一范围，每参加一次计一次；没有认定的姓名也计入人次。',
      en: 'The same services as for direct beneficiaries, once for each attendance. Names nobody has resolved count here.',
    },
    over: 'attendance',
    counts: 'attendances',
    kinds: directKinds,
    statuses: ['held'],
    parts: ['beneficiary', 'carer'],
  },
  indirect_persons: {
    version: 1,
    section,
    name: { zh: '间接受益人数（估算）', en: 'Indirect beneficiaries (estimate)' },
    unit: { zh: '人', en: 'persons' },
    rule: {
      zh: '估算数，等于各项估算依据之和；与直接受益人数分开列，永不相加。',
      en: 'An estimate: the sum of its basis lines. It stands apart from the direct beneficiaries and is never added to them.',
    },
    over: 'estimate',
    counts: 'estimate',
    of: 'indirect_persons',
  },
} as const satisfies Record<string, Measure>
