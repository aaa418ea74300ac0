import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCharacterOf } from '../../kernel/identity-number.ts'
import { readNumber } from './number-rules.ts'

const usable = '00000019500608187X'

describe('a written identity number', () => {
  it.each<[string, string | undefined, boolean, ReturnType<typeof readNumber>]>([
    ['is used as it stands', usable, false, { state: 'valid', number: usable, kept: usable, notes: [] }],
    ['is missing when the cell is empty', undefined, false, { state: 'missing', notes: ['id_missing'] }],
    ['is missing when the cell says none', '无', false, { state: 'missing', notes: ['id_missing'] }],
    ['may be declined', '本人拒绝提供', false, { state: 'refused', notes: [] }],
    [
      'may be full-width',
      '００００００１９４７０５２７４９９１',
      false,
      { state: 'valid', number: '000000194705274991', kept: '000000194705274991', notes: ['id_full_width'] },
    ],
    [
      'may have spaces',
      '000000 19470618 6395',
      false,
      { state: 'valid', number: '000000194706186395', kept: '000000194706186395', notes: ['id_with_spaces'] },
    ],
    ['may end in a small x', '00000019500608187x', false, { state: 'valid', number: usable, kept: usable, notes: ['id_lower_x'] }],
    [
      'of 15 digits gets its century and its check character',
      '000000590618967',
      false,
      { state: 'valid', number: '000000195906189675', kept: '000000195906189675', notes: ['id_15_digit'] },
    ],
    [
      'gets back the zeros that a numeric cell lost',
      '196005035868',
      true,
      { state: 'valid', number: '000000196005035868', kept: '000000196005035868', notes: ['id_leading_zeros_lost'] },
    ],
    [
      'gets them back out of a CSV as well',
      '194106124262',
      false,
      { state: 'valid', number: '000000194106124262', kept: '000000194106124262', notes: ['id_leading_zeros_lost'] },
    ],
    [
      'is damaged when its end was turned into 000',
      '195108040000',
      true,
      { state: 'damaged', kept: '195108040000', notes: ['id_precision_damaged'] },
    ],
    [
      'is damaged when it is shown as a power of ten',
      '2.11103E+17',
      false,
      { state: 'damaged', kept: '2.11103E+17', notes: ['id_precision_damaged'] },
    ],
    [
      'is unverified when its checksum fails',
      '000000195807099490',
      false,
      { state: 'unverified', kept: '000000195807099490', notes: ['id_wrong_checksum'] },
    ],
    [
      'is unverified when it is too short',
      '0000001958070994',
      false,
      { state: 'unverified', kept: '0000001958070994', notes: ['id_wrong_length'] },
    ],
    [
      'is unverified when its birthday cannot be',
      '000000195813099490',
      false,
      { state: 'unverified', kept: '000000195813099490', notes: ['id_impossible'] },
    ],
  ])('%s', (_, written, numeric, read) => {
    expect(readNumber(written, numeric)).toEqual(read)
  })

  it('of a numeric cell that ends in 000 is never trusted, even when the checksum happens to hold', () => {
    const passing = Array.from({ length: 1000 }, (_, at) => `211103${1930 + (at % 34)}0${1 + (at % 9)}15${at % 10}000`).find(
      (number) => checkCharacterOf(number.slice(0, 17)) === '0' && number.slice(14, 17) !== '000',
    )
    expect(passing).toBeDefined()
    expect(readNumber(passing, true)).toMatchObject({ state: 'damaged' })
    expect(readNumber(passing, false)).toMatchObject({ state: 'valid' })
  })

  it('is never made up: what is usable ends in the digits that were written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789xX 　１２-'), maxLength: 22 }), fc.boolean(), (written, numeric) => {
        const { number, state } = readNumber(written, numeric)
        expect(number === undefined).toBe(state !== 'valid')
        if (number === undefined) return
        expect(checkCharacterOf(number.slice(0, 17))).toBe(number[17])
        const digits = written.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
        expect(digits.length === 15 ? number.slice(0, 6) + number.slice(8, 17) : number.slice(18 - digits.length)).toBe(digits)
      }),
    )
  })
})
