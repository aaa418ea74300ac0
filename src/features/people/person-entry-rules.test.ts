import { describe, expect, test } from 'vitest'
import { checkCharacterOf } from '../../kernel/identity-number.ts'
import { inputOf, readFromNumber } from './person-entry-rules.ts'

describe('a person as a form holds one', () => {
  test('fields left empty are nothing on file, not empty texts', () => {
    expect(inputOf({ name: ' 王秀云 ', address: '  ' })).toEqual({
      name: '王秀云',
      sex: 'unknown',
      birthDate: null,
      birthday: { calendar: 'solar', month: null, day: null, leap: false },
      ethnicity: null,
      address: null,
      livingWith: null,
      communityCode: null,
      householdNumber: null,
      note: null,
    })
  })

  test('a lunar day that was filled in before the calendar was set back to solar is not kept', () => {
    expect(inputOf({ name: '王秀云', calendar: 'solar', lunarMonth: 8, lunarDay: 15, leap: true }).birthday).toEqual({
      calendar: 'solar',
      month: null,
      day: null,
      leap: false,
    })
    expect(inputOf({ name: '王秀云', calendar: 'lunar', lunarMonth: 8, lunarDay: 15 }).birthday).toEqual({
      calendar: 'lunar',
      month: 8,
      day: 15,
      leap: false,
    })
  })

  test('a usable identity number fills in sex and birthday, a wrong one nothing', () => {
    const number = `00000019500307002${checkCharacterOf('00000019500307002')}`
    expect(readFromNumber(` ${number.slice(0, 6)} ${number.slice(6)}`)).toEqual({ sex: 'female', birthDate: '1950-03-07' })
    const wrong = number.slice(0, 17) + (number[17] === '1' ? '2' : '1')
    expect(readFromNumber(wrong)).toBeUndefined()
    expect(readFromNumber('123')).toBeUndefined()
  })
})
