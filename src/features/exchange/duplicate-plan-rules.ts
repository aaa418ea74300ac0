import type { FindingCode } from './finding-schema.ts'
import { type PlannedPerson, type RegisterLine, byRegistration } from './people-plan-rules.ts'
import { type Desk, report } from './plan-desk-rules.ts'

/** Says of every person whom the register has more than once, why its lines are taken for one person. */
export function checkDuplicates(desk: Desk, people: readonly PlannedPerson[]) {
  for (const person of people) {
    const lines = person.one.members.filter((line) => line.from === 'register').sort(byRegistration)
    for (const [at, line] of lines.entries()) {
      const earlier = lines[at - 1]
      if (earlier !== undefined) reportPair(desk, earlier, line)
      else reportMove(desk, person, line)
    }
  }
}

function reportPair(desk: Desk, earlier: RegisterLine, later: RegisterLine) {
  const { code, line, other } = reasonOf(earlier, later)
  report(desk, line.row, code, 'name', {
    name: line.name,
    other: other.name,
    sheet: other.row.sheet ?? other.row.file,
    row: other.row.row,
    community: desk.places.nameOf(other.community),
  })
}

type Reason = { readonly code: FindingCode; readonly line: RegisterLine; readonly other: RegisterLine }

function reasonOf(earlier: RegisterLine, later: RegisterLine): Reason {
  const inTurn = { line: later, other: earlier }
  if (earlier.number === undefined || later.number === undefined) {
    // The line whose number cannot be used is the one to put right.
    return { code: 'duplicate_damaged_id', ...(later.number !== undefined ? { line: earlier, other: later } : inTurn) }
  }
  if (earlier.name !== later.name) return { code: 'duplicate_name_typo', ...inTurn }
  return { code: earlier.community === later.community ? 'duplicate_same_community' : 'moved_between_communities', ...inTurn }
}

/** The first line of somebody who is on file in another community, registered there at another time. */
function reportMove(desk: Desk, person: PlannedPerson, line: RegisterLine) {
  const { registrations } = person
  const here = registrations.some(({ communityCode }) => communityCode === line.community)
  const elsewhere = registrations.find(({ communityCode }) => communityCode !== line.community)
  if (here || elsewhere === undefined || line.community === undefined) return
  report(desk, line.row, 'moved_between_communities', 'name', {
    name: line.name,
    other: person.name,
    sheet: '',
    row: 0,
    community: desk.places.nameOf(elsewhere.communityCode),
  })
}
