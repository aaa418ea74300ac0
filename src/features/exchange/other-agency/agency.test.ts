import { expect, test } from 'vitest'
import { agencyOf, booksOf } from './agency-testing.ts'
import { judge } from './judge-testing.ts'

// Books of agencies that exist nowhere, each in its own hand: other layouts, headers, days, marks, orders and script.

const seeds = Array.from({ length: 24 }, (_, at) => at + 1)

test.each(seeds)('the books of agency %i come to its figures; every fault in them is named, and no right row is accused', (seed) => {
  const agency = agencyOf(seed)
  const { figures, missed, accused, lost } = judge(agency, booksOf(agency))
  expect({ figures, missed, accused, lost }).toEqual({ figures: {}, missed: [], accused: [], lost: [] })
})
