import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { personIdSchema } from '../../kernel/ids.ts'
import { agreementOf, usuallyKept } from './compare-rules.ts'
import type { Pair } from './schema.ts'

const side = (services: number, state: Pair['first']['idNumber']['state'] = 'valid'): Pair['first'] => ({
  id: personIdSchema.parse(v7()),
  name: '王秀云',
  sex: 'female',
  birthDate: null,
  communityName: null,
  phone: null,
  idNumber: { state, masked: null },
  address: null,
  householdNumber: null,
  labels: [],
  services,
  registrations: 1,
})

describe('two files side by side', () => {
  test.each([
    ['旭东社区', '旭东社区', 'same'],
    ['旭东社区', '光正台村', 'differs'],
    [null, '光正台村', 'onlyOne'],
    ['旭东社区', '', 'onlyOne'],
    [null, '', 'neither'],
  ])('%s and %s: %s', (first, second, agreement) => {
    expect(agreementOf(first, second)).toBe(agreement)
  })

  test('the file with more services is offered to be kept', () => {
    expect(usuallyKept({ first: side(2), second: side(9, 'damaged') })).toBe('second')
  })

  test('of two files with as many, the one whose number can be relied on', () => {
    expect(usuallyKept({ first: side(2, 'damaged'), second: side(2) })).toBe('second')
    expect(usuallyKept({ first: side(2), second: side(2) })).toBe('first')
  })
})
