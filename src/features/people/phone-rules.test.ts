import { expect, it } from 'vitest'
import { isOddPhone, readPhones } from './phone-rules.ts'

it.each<[string, string | undefined, ReturnType<typeof readPhones>]>([
  ['a mobile number stands as it is', '10043016303', { phone: '10043016303', wrong: false }],
  ['hyphens go', '100-2528-1373', { phone: '10025281373', wrong: false }],
  ['spaces go', '100 2712 1967', { phone: '10027121967', wrong: false }],
  ['full-width digits are made half-width', '１００９１４８４２６２', { phone: '10091484262', wrong: false }],
  ['a note in brackets goes', '10087928814（本人）', { phone: '10087928814', wrong: false }],
  ['the code of the country goes', '+8610087928814', { phone: '10087928814', wrong: false }],
  ['a second number is kept apart', '10003328271/0427-0968741', { phone: '10003328271', other: '04270968741', wrong: false }],
  ['a landline without its area code is a number', '2868741', { phone: '2868741', wrong: false }],
  ['ten digits are one too few', '1008364717', { phone: '1008364717', wrong: true }],
  ['twelve digits are one too many', '100836471722', { phone: '100836471722', wrong: true }],
  ['words are no number', '无', { wrong: false }],
  ['nothing is nothing', undefined, { wrong: false }],
])('%s', (_, written, read) => {
  expect(readPhones(written)).toEqual(read)
})

it.each<[string, string, boolean]>([
  ['a mobile number is taken as it is', '13800001709', false],
  ['two numbers in one field are looked at by the first', '13800001709/0427-2868741', false],
  ['a mobile number that lacks a digit is worth a second look', '1380000170', true],
  ['letters are worth a second look', 'abc', true],
  ['an empty field is not spoken of', ' ', false],
])('%s', (_, written, odd) => {
  expect(isOddPhone(written)).toBe(odd)
})
