import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { checkMerit } from './merit-rules.ts'
import type { Merit } from './merit-schema.ts'

const today = daySchema.parse('2025-03-06')
const training: Merit = {
  id: '0197f000-0000-7000-8000-000000000001',
  kind: 'training',
  title: '岗前培训',
  content: '老人沟通、防跌倒',
  minutes: 120,
  givenBy: '区志愿服务联合会',
  day: today,
}
const award: Merit = { ...training, kind: 'award', title: '优秀志愿者', minutes: null }

test.each<[string, Merit, string]>([
  ['training that says all that order 67 asks for', training, 'yes'],
  ['training without its content, which may follow', { ...training, content: null }, 'yes'],
  ['training without its length', { ...training, minutes: null }, 'merit.minutes'],
  ['training that nobody held', { ...training, givenBy: null }, 'merit.givenBy'],
  ['training of tomorrow', { ...training, day: daySchema.parse('2025-03-07') }, 'merit.ahead'],
  ['an award', award, 'yes'],
  ['an award that nobody gave', { ...award, givenBy: null }, 'merit.givenBy'],
  ['an award with minutes of learning', { ...award, minutes: 60 }, 'merit.onlyTraining'],
  ['an evaluation', { ...award, kind: 'evaluation', title: '优秀', givenBy: null }, 'yes'],
])('%s', (_, merit, answer) => {
  const verdict = checkMerit(merit, today)
  expect(verdict.ok ? 'yes' : verdict.code).toBe(answer)
})
