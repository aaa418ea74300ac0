import { expect, test } from 'vitest'
import { slotOf, slotStates, wantingOf } from './slot-rules.ts'

test.each([
  ['document', '重阳节活动方案', 'plan'],
  ['document', '活动通知', 'notice'],
  ['sheet', null, 'roll'],
  ['signature', '领用签字', 'goods'],
  ['photo', '过程照片3', 'photos'],
  ['photo', '签到表照片', 'roll'],
  ['photo', null, 'photos'],
  ['document', '活动总结', 'record'],
  ['document', '满意度调查问卷', 'satisfaction'],
  ['document', '横幅发票', 'vouchers'],
  ['document', '米面油发放签领表', 'goods'],
  ['document', '公众号推文', 'press'],
  ['document', null, 'record'],
] as const)('a %s called %s is filed under %s', (kind, title, slot) => expect(slotOf({ kind, title })).toBe(slot))

test('what is missing is said: a plan, photos when there are less than three, and a roll only where nobody is on record', () => {
  const bare = slotStates({ evidence: [], hasRoll: false })
  expect(wantingOf(bare)).toEqual(['plan', 'roll', 'photos'])
  expect(bare.record.is).toBe('filed')
  expect(bare.press.is).toBe('none')
  const photo = { kind: 'photo', title: null }
  const some = slotStates({ evidence: [{ kind: 'document', title: '计划' }, photo, photo], hasRoll: true })
  expect(wantingOf(some)).toEqual(['photos'])
  expect(some.roll.is).toBe('listed')
  expect(some.photos).toEqual({ is: 'few', files: 2 })
})
