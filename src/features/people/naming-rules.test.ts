import { describe, expect, it } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { directoryOf, type Listed } from './directory-rules.ts'
import { whoIsMeant } from './naming-rules.ts'
import { isOneCharacterApart, soundsAlike } from './sound-rules.ts'

const here = divisionCodeSchema.parse('211102100204')
const there = divisionCodeSchema.parse('211102101200')
const on = daySchema.parse('2024-10-10')

const person = (name: string, more: Partial<Listed> = {}): Listed => ({
  names: [name],
  communities: [here],
  phones: [],
  householdNumbers: [],
  ...more,
})
const elder = person('田文河', {
  number: '000000194304169453',
  birth: daySchema.parse('1943-04-16'),
  phones: ['10012340001'],
  sex: 'male',
  householdNumbers: ['H01'],
})
const younger = person('田文河', {
  number: '000000195103092693',
  birth: daySchema.parse('1951-03-09'),
  phones: ['10012340002'],
  sex: 'male',
  householdNumbers: ['H02'],
})

describe('a name that two people bear', () => {
  it.each([
    ['is told by the tail of the number', { idTail: '9453' }, elder],
    ['is told by the tail of the telephone', { phoneTail: '0002' }, younger],
    ['is told by the household', { householdNumber: 'H02' }, younger],
    ['is told by the age', { age: 81, on }, elder],
    ['is told by an age that is one year off', { age: 80, on }, elder],
  ])('%s', (_, hints, one) => {
    expect(whoIsMeant([elder, younger], hints)).toEqual({ one })
  })

  it.each([
    ['stays open without anything beside it', {}],
    ['stays open when the sex fits both', { sex: 'male' as const }],
    ['stays open when nothing fits either', { idTail: '0000' }],
    ['stays open when two hints speak for two people', { idTail: '9453', phoneTail: '0002' }],
  ])('%s', (_, hints) => {
    expect(whoIsMeant([elder, younger], hints)).toEqual({ several: [elder, younger] })
  })

  it('is told by what fits, when of the other nothing is known', () => {
    const unknown = person('田文河')
    expect(whoIsMeant([unknown, elder], { idTail: '9453' })).toEqual({ one: elder })
    expect(whoIsMeant([unknown, elder], { idTail: '1111' })).toEqual({ one: unknown })
  })
})

describe('a name that one person bears', () => {
  it('is that person, whatever stands beside it', () => {
    expect(whoIsMeant([elder], { idTail: '0000', age: 20, on })).toEqual({ one: elder })
  })
})

describe('the register', () => {
  const neighbour = person('刘秀云')
  const moved = person('许万林', { communities: [here, there] })
  const farAway = person('刘绣云', { communities: [there] })
  const register = directoryOf([elder, younger, neighbour, moved, farAway, person('刘秀芸'), person('刘秀兰')])

  it('finds a name in its community alone', () => {
    expect(register.find('刘绣云', here, {})).toEqual({ none: true })
    expect(register.find('刘绣云', there, {})).toEqual({ one: farAway })
    expect(register.find('刘绣云', undefined, {})).toEqual({ one: farAway })
  })

  it('finds somebody who moved in either community', () => {
    expect(register.find('许万林', here, {})).toEqual({ one: moved })
    expect(register.find('许万林', there, {})).toEqual({ one: moved })
  })

  it('suggests who sounds alike before who is far away, and those before who differs in a character', () => {
    expect(register.suggest('刘绣云', here, {}).map(({ likeness }) => likeness)).toEqual(['homophone', 'homophone', 'elsewhere'])
    expect(register.suggest('刘香兰', here, {}).map(({ person: { names }, likeness }) => [names[0], likeness])).toEqual([
      ['刘秀兰', 'one_character'],
    ])
  })

  it('puts the namesake first whom the hints fit', () => {
    expect(register.suggest('田文河', here, { age: 73, on })[0]).toMatchObject({ person: younger, likeness: 'namesake' })
  })
})

describe('names that sound alike', () => {
  it.each([
    ['刘绣云', '刘秀云', true],
    ['宋风林', '宋凤林', true],
    ['佟井生', '佟景生', true],
    ['朱桂枝', '朱桂芝', true],
    ['单雄', '善雄', true],
    ['王秀英', '王秀英', false],
    ['王秀英', '王秀', false],
    ['王秀英', '李秀英', false],
  ])('%s and %s', (a, b, alike) => {
    expect(soundsAlike(a, b)).toBe(alike)
    expect(soundsAlike(b, a)).toBe(alike)
  })

  it('are not those that differ in one character only', () => {
    expect(isOneCharacterApart('王秀英', '王秀兰')).toBe(true)
    expect(isOneCharacterApart('王秀英', '王桂兰')).toBe(false)
    expect(isOneCharacterApart('王秀英', '王秀英')).toBe(false)
  })
})
