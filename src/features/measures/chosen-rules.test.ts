import { describe, expect, test } from 'vitest'
import { addressOfChosen, chosenIn } from './chosen-rules.ts'

const read = (query: string) => {
  const address = new URLSearchParams(query)
  return chosenIn((name) => address.get(name))
}

describe('what a bookmark of the figures asks for', () => {
  test('measures, dimensions and scope come back as they were', () => {
    const query = 'm=direct_persons,sessions&by=community,month&line=mental'
    const chosen = read(query)
    expect(chosen).toEqual({ measures: ['direct_persons', 'sessions'], by: ['community', 'month'], scope: { lines: ['mental'] } })
    expect(addressOfChosen(chosen)).toEqual({ m: 'direct_persons,sessions', by: 'community,month', line: 'mental' })
  })

  test('a measure that is no longer counted is passed over, and one named twice stands once', () => {
    expect(read('m=sessions,a_former_measure,sessions').measures).toEqual(['sessions'])
  })

  test('an empty address asks for everything', () => {
    expect(read('')).toEqual({ measures: [], by: [], scope: {} })
    expect(addressOfChosen(read(''))).toEqual({})
  })
})
