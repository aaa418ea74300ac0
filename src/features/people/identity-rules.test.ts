import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { type WrittenPerson, peopleOf } from './identity-rules.ts'

const [man, woman, neighbour] = ['000000194503070018', '000000195011200124', '000000193810051031']
const day = (text: string) => daySchema.parse(text)

type Line = WrittenPerson & { readonly id: string }
const groups = (lines: readonly Line[]) =>
  peopleOf(lines)
    .map(({ members }) =>
      members
        .map(({ id }) => id)
        .sort()
        .join('+'),
    )
    .sort()
const line = (id: string, name: string, more: Partial<WrittenPerson> = {}): Line => ({ id, name, ...more })

describe('two lines of a register are one person', () => {
  it.each<[string, Line, Line, boolean]>([
    ['with one number and one name', line('a', '王秀英', { number: woman }), line('b', '王秀英', { number: woman }), true],
    [
      'with one number and one name, whatever else differs',
      line('a', '王秀英', { number: woman, sex: 'male', phone: '10012345678' }),
      line('b', '王秀英', { number: woman, birth: day('1951-01-01') }),
      true,
    ],
    [
      'with one number and names that sound alike, when sex, birthday and telephone agree',
      line('a', '孟树文', { number: man, sex: 'male', birth: day('1945-03-07'), phone: '10012345678' }),
      line('b', '孟树闻', { number: man, sex: 'male', birth: day('1945-03-07'), phone: '10012345678' }),
      true,
    ],
    [
      'but not when the names sound alike and the telephones differ',
      line('a', '孟树文', { number: man, phone: '10012345678' }),
      line('b', '孟树闻', { number: man, phone: '10087654321' }),
      false,
    ],
    ['but not when one number stands under two names', line('a', '石成', { number: man }), line('b', '于丽杰', { number: man }), false],
    [
      'when one has no usable number, by name, birthday and telephone',
      line('a', '高林', { number: man, phone: '10012345678' }),
      line('b', '高林', { birth: day('1945-03-07'), phone: '10012345678' }),
      true,
    ],
    [
      'when neither has one, by name, birthday and telephone',
      line('a', '高林', { birth: day('1945-03-07'), phone: '10012345678' }),
      line('b', '高林', { birth: day('1945-03-07'), phone: '10012345678' }),
      true,
    ],
    ['but not by name and birthday alone', line('a', '高林', { number: man }), line('b', '高林', { birth: day('1945-03-07') }), false],
    [
      'but never with two usable numbers',
      line('a', '高林', { number: man, birth: day('1945-03-07'), phone: '10012345678' }),
      line('b', '高林', { number: woman, birth: day('1945-03-07'), phone: '10012345678' }),
      false,
    ],
    [
      'when the birthday is mistyped in both and the number is usable in one',
      line('a', '高林', { number: man, birth: day('1946-03-07'), phone: '10012345678' }),
      line('b', '高林', { birth: day('1946-03-07'), phone: '10012345678' }),
      true,
    ],
  ])('%s', (_, a, b, one) => {
    expect(groups([a, b])).toEqual(one ? ['a+b'] : ['a', 'b'])
    expect(groups([b, a])).toEqual(one ? ['a+b'] : ['a', 'b'])
  })
})

describe('one number under two names', () => {
  it('stays with whom it agrees in sex and birthday', () => {
    const owner = line('a', '石成', { number: man, sex: 'male', birth: day('1945-03-07') })
    const other = line('b', '于丽杰', { number: man, sex: 'female', birth: day('1948-03-18') })
    const people = peopleOf([other, owner])
    expect(people.find(({ members }) => members.includes(owner))).toMatchObject({ number: man })
    expect(people.find(({ members }) => members.includes(other))).toMatchObject({ disputed: { number: man, others: [owner] } })
  })

  it('stays with nobody when it agrees with both', () => {
    const people = peopleOf([line('a', '石成', { number: man, sex: 'male' }), line('b', '张强', { number: man, sex: 'male' })])
    expect(people.map(({ number }) => number)).toEqual([undefined, undefined])
    expect(people.every(({ disputed }) => disputed?.number === man)).toBe(true)
  })
})

describe('a line without a number', () => {
  it('joins nobody when it would fit two people', () => {
    const both = { birth: day('1945-03-07'), phone: '10012345678' }
    const lines = [line('a', '高林', { ...both, number: man }), line('b', '高林', { ...both, number: neighbour }), line('c', '高林', both)]
    expect(groups(lines)).toEqual(['a', 'b', 'c'])
  })
})

describe('whatever stands on a register', () => {
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
  const someone = fc.record({
    name: fc.constantFrom('王秀英', '王绣英', '李强', '李墙'),
    sex: maybe(fc.constantFrom<'male' | 'female'>('male', 'female')),
    number: maybe(fc.constantFrom(man, woman, neighbour)),
    birth: maybe(fc.constantFrom(day('1945-03-07'), day('1950-11-20'), day('1938-10-05'))),
    phone: maybe(fc.constantFrom('10012345678', '10087654321')),
  })
  const registers = fc.array(someone, { maxLength: 12 }).map((lines) => lines.map((one, at): Line => ({ ...one, id: String(at) })))

  it('everybody is in one group, and in one only', () => {
    fc.assert(
      fc.property(registers, (lines) => {
        const all = peopleOf(lines).flatMap(({ members }) => members.map(({ id }) => id))
        expect(all.sort()).toEqual(lines.map(({ id }) => id).sort())
      }),
    )
  })

  it('the order of the lines changes nothing', () => {
    fc.assert(
      fc.property(
        registers.chain((lines) =>
          fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length })),
        ),
        ([lines, shuffled]) => {
          expect(groups(shuffled)).toEqual(groups(lines))
        },
      ),
    )
  })

  it('one number is one person at most, and one name under it is never torn apart', () => {
    fc.assert(
      fc.property(registers, (lines) => {
        const people = peopleOf(lines)
        const numbers = people.map(({ number }) => number).filter((number) => number !== undefined)
        expect(new Set(numbers).size).toBe(numbers.length)
        for (const a of lines) {
          for (const b of lines) {
            if (a.number === undefined || a.number !== b.number || a.name !== b.name) continue
            expect(people.find(({ members }) => members.includes(a))).toBe(people.find(({ members }) => members.includes(b)))
          }
        }
      }),
    )
  })
})
