import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressOfScope, scopeOfAddress } from './scope-address-rules.ts'
import { scopeSchema, type Scope } from './scope-schema.ts'

const back = (scope: Scope): Scope => {
  const address = new URLSearchParams(new URLSearchParams(addressOfScope(scope)).toString())
  return scopeOfAddress((name) => address.get(name))
}

const some = (of: readonly string[]) => fc.uniqueArray(fc.constantFrom(...of), { minLength: 1 })
const anyScope = fc
  .record(
    {
      places: some(['211102', '211102003', '211102003001']),
      homes: some(['211102003005', '211102009001']),
      months: fc.constant({ from: '2024-09', to: '2025-01' }),
      days: fc.constant({ from: '2024-09-10', to: '2024-09-20' }),
      lines: some(['mental', 'living']),
      kinds: some(['activity', 'hand_out', 'respite']),
      labels: some(['DB', 'DJ']),
      certainties: some(['number', 'unresolved']),
      programmes: some(['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']),
    },
    { requiredKeys: [] },
  )
  .map((scope) => scopeSchema.parse(scope))

describe('a scope in an address', () => {
  test('whatever the scope, its address leads back to it', () => {
    fc.assert(
      fc.property(anyScope, (scope) => {
        expect(back(scope)).toEqual(scope)
      }),
    )
  })

  test('the address of the whole project says nothing', () => {
    expect(addressOfScope({})).toEqual({})
  })

  test('a mistyped part is left out and the rest is kept', () => {
    const address = new URLSearchParams('place=nowhere&line=mental&from=2024-13')
    expect(scopeOfAddress((name) => address.get(name))).toEqual({ lines: ['mental'] })
  })

  test('one month alone is that month', () => {
    const address = new URLSearchParams('from=2024-10')
    expect(scopeOfAddress((name) => address.get(name))).toEqual({ months: { from: '2024-10', to: '2024-10' } })
  })
})
