import { type Day, ageOn } from '../../kernel/day.ts'
import { birthOf, sexOf } from '../../kernel/identity-number.ts'
import { readPhones } from '../people/phone-rules.ts'
import type { PlannedPerson, RegisterLine, VolunteerLine } from './people-plan-rules.ts'
import { type Desk, report } from './plan-desk-rules.ts'

const elderly = 60

/** What is worth a look in each line of the register, once it is known who is one person. */
export function checkRegister(desk: Desk, people: readonly PlannedPerson[]) {
  for (const person of people) {
    for (const line of person.one.members) {
      if (line.from === 'register') checkLine(desk, person, line)
      if (line.from === 'volunteers') checkVolunteer(desk, line)
    }
  }
}

function checkLine(desk: Desk, person: PlannedPerson, line: RegisterLine) {
  const { row, read } = line
  const isBroken = row.cells.idNumber?.fault === 'formula-error'
  for (const note of read.notes)
    if (note !== 'id_missing' || (row.columns.idNumber !== undefined && !isBroken)) report(desk, row, note, 'idNumber')
  checkDeath(desk, line)
  const { disputed } = person.one
  if (disputed !== undefined && read.number === disputed.number) reportDispute(desk, line, disputed.others)
  else if (read.number !== undefined) checkAgainstNumber(desk, line, read.number)
  checkAge(desk, person, line)
  if (line.phones.wrong) report(desk, row, 'phone_wrong_length', 'phone')
  if (readPhones(row.cells.contactPhone?.value).wrong) report(desk, row, 'phone_wrong_length', 'contactPhone')
}

const deadInBrackets = /[(（【[]\s*(?:已\s*故|故|已?去世|病故|亡故|已?死亡|离世)\s*[)）】\]]/
/** A note that begins with a death speaks of the elder; 老伴去世 does not. */
const deadInNote = /^(?:本人)?(?:于?\s*(?:19|20)\d{2}\s*[年.\-/][\d\s月日号.\-/]*)?(?:本人)?(?:已故|已?去世|病故|亡故|已?死亡|离世)/

function checkDeath(desk: Desk, { row }: RegisterLine) {
  const name = deadInBrackets.exec(row.cells.name?.written ?? '')?.[0]
  const note = row.cells.note?.written ?? ''
  if (name !== undefined) report(desk, row, 'dead_on_register', 'name', { written: name })
  else if (deadInNote.test(note)) report(desk, row, 'dead_on_register', 'note', { written: note.slice(0, 30) })
}

function reportDispute(desk: Desk, line: RegisterLine, others: readonly { readonly name: string }[]) {
  const [other] = others
  const household = line.household?.key
  const shares = others.some((one) => 'household' in one && household !== undefined && one.household === line.household)
  report(desk, line.row, 'id_belongs_to_other', 'idNumber', { other: other?.name ?? '', household: shares ? 'same' : 'other' })
}

/** 09/08/1961 may be either; where the number says which, nothing contradicts it. */
function isTurned(written: string | undefined, number: Day): boolean {
  const [, first, second, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written?.trim() ?? '') ?? []
  return [
    `${year}-${first?.padStart(2, '0')}-${second?.padStart(2, '0')}`,
    `${year}-${second?.padStart(2, '0')}-${first?.padStart(2, '0')}`,
  ].includes(number)
}

function checkAgainstNumber(desk: Desk, { row, birth, sex }: RegisterLine, number: string) {
  const numbers = birthOf(number)
  if (birth !== undefined && numbers !== undefined && birth !== numbers && !isTurned(row.cells.birth?.written, numbers)) {
    report(desk, row, 'birth_contradicts_id', 'birth', { stated: birth, number: numbers })
  }
  const month = row.cells.birth?.month
  if (month !== undefined && numbers !== undefined && !numbers.startsWith(month)) {
    report(desk, row, 'birth_contradicts_id', 'birth', { stated: month, number: numbers })
  }
  if (sex !== undefined && sex !== sexOf(number)) report(desk, row, 'sex_contradicts_id', 'sex')
  if (numbers !== undefined && numbers > desk.today) report(desk, row, 'id_impossible', 'idNumber')
}

/** Who will not be 60 by the end of the project is told of; an age that is more than a year off its birthday is asked about. */
function checkAge(desk: Desk, person: PlannedPerson, { row, registeredOn }: RegisterLine) {
  if (row.cells.birth?.value !== undefined && !isLifetime(row.cells.birth.value, desk.today)) {
    report(desk, row, 'birth_impossible', 'birth', { written: row.cells.birth.written })
    return
  }
  if (row.cells.birth?.fault === 'month-only' && person.birth === undefined) {
    report(desk, row, 'birth_without_day', 'birth', { written: row.cells.birth.written })
  }
  if (person.birth === undefined) return
  const until = desk.period.endsOn ?? desk.today
  if (ageOn(person.birth, until) < elderly) {
    report(desk, row, 'under_60', row.columns.birth === undefined ? 'idNumber' : 'birth', { birth: person.birth })
  }
  const stated = row.cells.age?.value
  const on = registeredOn ?? desk.period.startsOn
  if (stated !== undefined && on !== undefined && Math.abs(ageOn(person.birth, on) - stated) > 1) {
    report(desk, row, 'age_contradicts_birth', 'age', { stated, age: ageOn(person.birth, on) })
  }
}

/** Born, and not longer ago than anybody lives. */
const isLifetime = (birth: Day, today: Day): boolean => birth <= today && ageOn(birth, today) <= 120

/** Volunteers need no number, children among them least of all; one that is written is looked at all the same. */
function checkVolunteer(desk: Desk, { row, read, phones }: VolunteerLine) {
  for (const note of read.notes) if (note !== 'id_missing') report(desk, row, note, 'idNumber')
  if (phones.wrong) report(desk, row, 'phone_wrong_length', 'phone')
}
