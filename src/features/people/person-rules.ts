import { ageOn, type Day } from '../../kernel/day.ts'
import { birthOf } from '../../kernel/identity-number.ts'
import { maskedAddress, maskedName, maskedPhone } from '../../kernel/masks.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { readNumber } from './number-rules.ts'
import type { PersonInput, PersonRow } from './schema.ts'

/** What a file needs to be before it may be changed. */
export function mayChangeFile(person: { deceasedOn: Day | null; mergedInto: string | null }): Verdict {
  if (person.mergedInto !== null)
    return no('people.merged', {
      zh: '此档案已并入另一份档案，请在那份档案里修改，或先撤销合并。',
      en: 'This file was merged into another: change that one, or undo the merge first.',
    })
  if (person.deceasedOn !== null)
    return no('people.deceased', {
      zh: '此人已登记去世，档案冻结。如登记有误，请先更正去世日期。',
      en: 'A death is on record and the file is frozen. If that is a mistake, take the record back first.',
    })
  return yes()
}

/** What may be written of a person on a day. */
export function checkPerson(input: Pick<PersonInput, 'birthDate' | 'birthday'>, today: Day): Verdict {
  if (input.birthDate !== null && input.birthDate > today)
    return no(
      'people.birth.future',
      { zh: '出生日期在今天之后，请核对。', en: 'The day of birth is in the future.' },
      { field: 'birthDate', sort: 'invalid' },
    )
  if (input.birthDate !== null && ageOn(input.birthDate, today) > 130)
    return no(
      'people.birth.tooOld',
      { zh: '按出生日期已超过130岁，请核对。', en: 'By this day of birth the person would be over 130.' },
      { field: 'birthDate', sort: 'invalid' },
    )
  if (input.birthday.calendar === 'lunar' && (input.birthday.month === null) !== (input.birthday.day === null))
    return no(
      'people.birthday.half',
      { zh: '农历生日请把月和日都填上。', en: 'Give both the month and the day of a lunar birthday.' },
      { field: 'birthday', sort: 'invalid' },
    )
  return yes()
}

export type CheckedNumber = {
  readonly number: string | null
  readonly usable: boolean
  readonly state: 'valid' | 'unverified' | 'damaged' | 'missing' | 'refused'
}

/** An identity number as it is typed into a form: a wrong one is kept, marked unverified, as the paper may be wrong too. */
export function checkNumber(written: string | null, declined: boolean, today: Day): Verdict<CheckedNumber> {
  if (declined) return yes({ number: null, usable: false, state: 'refused' })
  const read = readNumber(written ?? undefined)
  if (read.number !== undefined && (birthOf(read.number) ?? today) > today)
    return no(
      'people.number.future',
      { zh: '身份证号里的出生日期在今天之后，请核对。', en: 'The birth date inside the number is in the future.' },
      { field: 'idNumber', sort: 'invalid' },
    )
  if (read.notes.includes('id_wrong_length') && read.kept !== undefined)
    return no(
      'people.number.length',
      {
        zh: `身份证号应为18位（旧号15位），现有${read.kept.length}位，请核对。`,
        en: `An identity number has 18 characters (15 before 1999); this has ${read.kept.length}.`,
      },
      { field: 'idNumber', sort: 'invalid' },
    )
  return yes({ number: read.number ?? read.kept ?? null, usable: read.number !== undefined, state: read.state })
}

/** A row as its reader may see it. The loss of an only child is hidden in lists from those to whom persons are masked. */
export function shownRow(row: PersonRow, seesNames: boolean): PersonRow {
  const phone = row.phone === null ? null : maskedPhone(row.phone)
  return seesNames
    ? { ...row, phone }
    : { ...row, name: maskedName(row.name), phone, birthDate: null, labels: row.labels.filter((label) => label !== 'JSTS') }
}

export const shownAddress = (address: string | null, seesNames: boolean): string | null =>
  address === null || seesNames ? address : maskedAddress(address)
