import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { calendarTitle } from './calendar-rules.ts'
import { calendarText, folded, type CalendarEvent } from './ical-rules.ts'

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'service-1@test.nuanyang',
  sequence: 2,
  changedAt: new Date('2026-11-20T01:02:03Z'),
  day: daySchema.parse('2026-11-26'),
  startsAt: '09:00',
  minutes: 90,
  title: '送餐；理发, 换灯泡',
  place: '旭东社区',
  about: '第一行\n第二行',
  link: 'https://nuanyang.example/services/1',
  state: 'planned',
  ...more,
})
const linesOf = (one: CalendarEvent): string[] => calendarText('暖阳', [one]).replaceAll('\r\n ', '').split('\r\n')

test('a phone is told the time in China, a change by its number, and that it was cancelled', () => {
  expect(linesOf(event())).toEqual(
    expect.arrayContaining([
      'UID:service-1@test.nuanyang',
      'SEQUENCE:2',
      'DTSTAMP:20261120T010203Z',
      'DTSTART;TZID=Asia/Shanghai:20261126T090000',
      'DTEND;TZID=Asia/Shanghai:20261126T103000',
      String.raw`SUMMARY:送餐；理发\, 换灯泡`,
      String.raw`DESCRIPTION:第一行\n第二行`,
      'STATUS:CONFIRMED',
      'BEGIN:VTIMEZONE',
    ]),
  )
  expect(linesOf(event({ state: 'cancelled' }))).toContain('STATUS:CANCELLED')
})

test.each([
  [{ startsAt: '22:30', minutes: 180 }, ['DTSTART;TZID=Asia/Shanghai:20261126T223000', 'DTEND;TZID=Asia/Shanghai:20261127T013000']],
  [{ startsAt: null, minutes: 60 }, ['DTSTART;VALUE=DATE:20261126', 'DTEND;VALUE=DATE:20261127']],
  [{ startsAt: '09:00', minutes: null }, ['DTSTART;TZID=Asia/Shanghai:20261126T090000']],
])('%j is written as %j', (more, times) => {
  expect(linesOf(event(more)).filter((line) => /^DT(START|END)[;:].*2026/.test(line))).toEqual(times)
})

test('no line is longer than 75 octets, and no letter is cut in two', () => {
  const long = `DESCRIPTION:${'在旭东社区日间照料中心一楼𠮷'.repeat(20)}`
  const text = folded(long)
  expect(text.replaceAll('\r\n ', '')).toBe(long)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test.each([
  ['volunteer_shift', '给王秀云理发', ['王秀云'], '给王**理发'],
  ['activity', '重阳节饺子宴', [], '重阳节饺子宴'],
  ['case_session', '王秀云第三次面谈', ['王秀云'], '个案面谈'],
  ['home_visit', '看望李桂兰', [], '上门探访'],
  ['clinic_day', null, [], '义诊'],
] as const)('a phone calls %s “%s” %j “%s”', (kind, title, names, called) => {
  expect(calendarTitle(kind, title, names, (words) => words.zh)).toBe(called)
})
