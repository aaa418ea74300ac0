import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { emptyReading } from './part-schema.ts'
import { referralBegun, referralLines } from './referral-reading-rules.ts'

const day = daySchema.parse('2025-04-20')
const say = ({ zh }: Words, values: Record<string, string | number> = {}) =>
  zh.replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(values[name]))
const reading = {
  ...emptyReading,
  pressures: [
    { systolic: 182, diastolic: 96 },
    { systolic: 180, diastolic: 96 },
  ],
  pulse: 72,
  glucoseMmol: 5.4,
  glucoseContext: 'fasting',
  symptoms: ['headache' as const],
  danger: ['pressure' as const],
}

test('each value of a reading is a line with its day and band; what is why somebody is referred is chosen, the rest can be', () => {
  const lines = referralLines(reading, { sex: 'female' }, day, say)
  expect(lines).toEqual([
    { text: '2025-04-20 血压 181/96 mmHg：血压危险值', isTelling: true },
    { text: '2025-04-20 心率 72 次/分：心率在常见范围', isTelling: false },
    { text: '2025-04-20 血糖 5.4 mmol/L（空腹）：血糖在常见范围', isTelling: false },
    { text: '2025-04-20 自述症状：剧烈头痛、头晕', isTelling: true },
  ])
  const begun = referralBegun(lines, day, say)
  expect(begun.measured).toEqual(['2025-04-20 血压 181/96 mmHg：血压危险值', '2025-04-20 自述症状：剧烈头痛、头晕'])
  expect(begun.reason).toContain('2025-04-20')
  expect(begun.reason).not.toContain('181')
  expect(JSON.stringify(begun)).not.toMatch(/诊断|确诊/)
})

test('a reading in which all is usual chooses nothing and says no reason', () => {
  const usual = { ...emptyReading, pulse: 70 }
  expect(referralBegun(referralLines(usual, { sex: 'male' }, day, say), day, say)).toEqual({ measured: [] })
})
