import { describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import type { HardshipCode } from '../people/hardship-schema.ts'
import { suggestTier, type RiskFacts } from './tier-rules.ts'

const on = daySchema.parse('2025-02-01')
const day = (text: string) => daySchema.parse(text)
const nobody: RiskFacts = { birthDate: null, livingWith: null, labels: [], fellOn: null, scores: [] }
const labels = (...codes: HardshipCode[]) => codes.map((code) => ({ code, grade: null }))

describe('the tier that the rules suggest', () => {
  test.each<[string, Partial<RiskFacts>, string, string[]]>([
    ['nothing known', {}, 'general', []],
    ['alone, 79', { labels: labels('DJ'), birthDate: day('1945-02-02') }, 'general', []],
    ['alone, 80 today', { labels: labels('DJ'), birthDate: day('1945-02-01') }, 'watched', ['alone_aged']],
    ['alone by what is written', { livingWith: '独居', birthDate: day('1940-01-01') }, 'watched', ['alone_aged']],
    ['disabled, with family', { labels: labels('SN'), livingWith: '与儿子同住' }, 'watched', ['frail']],
    ['alone and disabled', { labels: labels('DJ', 'SN') }, 'high', ['alone_frail', 'frail']],
    ['a disability of grade 2', { labels: [{ code: 'CJ', grade: 2 }] }, 'watched', ['frail']],
    ['a disability of grade 3', { labels: [{ code: 'CJ', grade: 3 }] }, 'general', []],
    ['alone, and a fall last month', { labels: labels('DJ'), fellOn: day('2025-01-03') }, 'high', ['alone_fell', 'fell']],
    ['a fall a year ago', { labels: labels('DJ'), fellOn: day('2024-01-03') }, 'general', []],
    ['GDS-15 at 5', { scores: [{ scale: 'GDS-15', score: 5, day: day('2025-01-01') }] }, 'general', []],
    ['GDS-15 at 6', { scores: [{ scale: 'GDS-15', score: 6, day: day('2025-01-01') }] }, 'watched', ['mood']],
    ['GDS-15 at 12', { scores: [{ scale: 'GDS-15', score: 12, day: day('2025-01-01') }] }, 'high', ['mood_grave', 'mood']],
    ['an old score', { scores: [{ scale: 'GDS-15', score: 12, day: day('2024-01-01') }] }, 'general', []],
    ['bereaved of an only child', { labels: labels('JSTS') }, 'watched', ['bereaved']],
  ])('%s', (_what, facts, tier, keys) => {
    const suggestion = suggestTier({ ...nobody, ...facts }, on)
    expect(suggestion.tier).toBe(tier)
    expect(suggestion.reasons.map(({ key }) => key)).toEqual(keys)
  })

  test('is never crisis: only somebody who was there can tell', () => {
    const worst = suggestTier({ ...nobody, labels: labels('DJ', 'GL', 'SN', 'SZ', 'ZB', 'GU', 'TK'), fellOn: on }, on)
    expect(worst.tier).toBe('high')
  })
})
