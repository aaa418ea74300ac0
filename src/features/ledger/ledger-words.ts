import type { z } from 'zod'
import type { Words } from '../../kernel/words.ts'
import type { certaintySchema, givenSchema, PartPlayed, partySchema, Status } from './kind-schema.ts'

export const statusWords: Record<Status, Words> = {
  planned: { zh: '计划中', en: 'Planned' },
  held: { zh: '已完成', en: 'Held' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  failed: { zh: '未见到人', en: 'Met nobody' },
}

export const partPlayedWords: Record<PartPlayed, Words> = {
  beneficiary: { zh: '服务对象', en: 'Beneficiary' },
  carer: { zh: '照护者', en: 'Carer' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  worker: { zh: '工作人员', en: 'Worker' },
  partner: { zh: '合作单位人员', en: 'Partner' },
  child: { zh: '儿童', en: 'Child' },
}

export const certaintyWords: Record<z.infer<typeof certaintySchema>, Words> = {
  number: { zh: '证件号核实', en: 'Number checked' },
  name: { zh: '按姓名认定', en: 'Known by name' },
  unresolved: { zh: '未认定', en: 'Not resolved' },
}

export const contributingPartyWords: Record<z.infer<typeof partySchema>, Words> = {
  community: { zh: '社区', en: 'Community' },
  social_organisation: { zh: '社会组织', en: 'Social organisation' },
  social_worker: { zh: '社会工作者', en: 'Social workers' },
  volunteer: { zh: '社区志愿者', en: 'Community volunteers' },
  charity: { zh: '社会慈善资源', en: 'Charitable resources' },
  government: { zh: '政府部门', en: 'Public body' },
  public: { zh: '社会公众', en: 'The public' },
}

export const givenWords: Record<z.infer<typeof givenSchema>, Words> = {
  host: { zh: '主办', en: 'Host' },
  venue: { zh: '场地', en: 'Venue' },
  staff: { zh: '人员', en: 'Staff' },
  funds: { zh: '资金', en: 'Funds' },
  goods: { zh: '物资', en: 'Goods' },
  skill: { zh: '技能', en: 'Skill' },
  service: { zh: '服务', en: 'Service' },
  time: { zh: '时间', en: 'Time' },
  sale: { zh: '销售款', en: 'Sale' },
  income: { zh: '付给本人', en: 'Paid to the maker' },
}

export const ledgerWords = {
  last: { zh: '最近一次服务：', en: 'Last service:' },
  lastNone: { zh: '还没有', en: 'none yet' },
  timeline: { zh: '服务经历', en: 'Everything done' },
  timelineNone: { zh: '还没有服务记录。', en: 'No service on record yet.' },
  timelineCount: { zh: '共 {n} 次', en: '{n} in all' },
  noDay: { zh: '没有日期', en: 'Without a day' },
  more: { zh: '更早的记录', en: 'Earlier records' },
  as: { zh: '作为{part}', en: 'As {part}' },
  repeats: { zh: '重复行，不计数', en: 'A repeated row, not counted' },
} as const
