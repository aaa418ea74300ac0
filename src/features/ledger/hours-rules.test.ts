import { expect, test } from 'vitest'
import type { Kind } from './kind-schema.ts'
import { mayKeepHours } from './hours-rules.ts'

const held = { status: 'held', day: '2025-03-06', startsAt: '09:00', minutes: 120 }

test.each<[string, Kind, object, number, boolean]>([
  ['without hours anything may be corrected', 'activity', { minutes: 10 }, 0, true],
  ['a longer time leaves hours true', 'activity', { minutes: 180 }, 90, true],
  ['a shorter time than was confirmed does not', 'activity', { minutes: 89 }, 90, false],
  ['as long as was confirmed does', 'activity', { minutes: 90 }, 90, true],
  ['what did not take place has no hours', 'activity', { status: 'cancelled' }, 90, false],
  ['an activity may be moved to another day', 'activity', { day: '2025-03-07' }, 90, true],
  ['a shift may not, as it could meet another', 'volunteer_shift', { day: '2025-03-07' }, 90, false],
  ['an imported shift that claims more may get another title', 'volunteer_shift', {}, 480, true],
])('%s', (_, kind, more, most, may) => expect(mayKeepHours(kind, held, { ...held, ...more }, most).ok).toBe(may))
