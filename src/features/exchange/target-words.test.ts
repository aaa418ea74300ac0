import { expect, it } from 'vitest'
import { measureOf } from './target-words.ts'

it.each([
  ['个案服务人次', '人次', 'sessions'],
  ['个案数', '个', 'cases'],
  ['小组数', '个', 'groups'],
  ['组员数', '人', 'group_members'],
  ['小组节数', '节', 'group_sessions'],
  ['活动场次', '场', 'activities'],
  ['活动人次', '人次', 'attendances'],
  ['义诊场次', '场', 'clinic_days'],
  ['义诊人数', '人', 'clinic_people'],
  ['捐赠物资批次', '批', 'goods_batches'],
  ['受助户数', '户', 'goods_households'],
  ['志愿家庭', '组', 'volunteer_families'],
  ['志愿服务时长（小时）', '小时', 'hours_confirmed'],
  ['资源链接', '家次', 'linkages'],
  ['直接受益人数', '人', 'direct_persons'],
  ['间接受益人数（约）', '人', 'indirect_persons'],
  ['媒体报道', '篇', undefined],
])('a contract that asks for %s in %s asks for %s', (wording, unit, measure) => {
  expect(measureOf(wording, unit)).toBe(measure)
})
