import { ageOn, type Day } from '../../kernel/day.ts'
import { maskedNumber, maskedPhone } from '../../kernel/masks.ts'
import { hardshipWords, type HardshipCode } from '../people/hardship-schema.ts'
import { sexWords } from '../people/people-words.ts'
import type { Handed, HandedField } from './schema.ts'

/** What a file says, as far as it can be handed over. */
export type FileFacts = {
  name: string
  sex: 'unknown' | 'male' | 'female'
  birthDate: Day | null
  idNumber: string | null
  phone: string | null
  otherPhone: string | null
  community: string | null
  address: string | null
  livingWith: string | null
  contacts: readonly { name: string; relation: string | null; phone: string | null }[]
  labels: readonly HardshipCode[]
}

/** The chosen fields and nothing else, in words; what the file does not say is null. */
export const handedOf = (file: FileFacts, fields: readonly HandedField[], today: Day): Handed[] =>
  fields.map((field) => ({ field, value: valueOf(file, field, today) }))

function valueOf(file: FileFacts, field: HandedField, today: Day): string | null {
  switch (field) {
    case 'sex':
      return file.sex === 'unknown' ? null : sexWords[file.sex].zh
    case 'age':
      return file.birthDate === null ? null : `${ageOn(file.birthDate, today)}岁`
    case 'contacts':
      return listed(
        file.contacts.map((contact) => [contact.name, contact.relation, contact.phone].filter((part) => part !== null).join(' ')),
        '；',
      )
    case 'labels':
      return listed(
        file.labels.map((label) => hardshipWords[label].zh),
        '、',
      )
    case 'name':
    case 'birthDate':
    case 'idNumber':
    case 'phone':
    case 'otherPhone':
    case 'community':
    case 'address':
    case 'livingWith':
      return file[field]
  }
}

const listed = (parts: readonly string[], by: string): string | null => (parts.length === 0 ? null : parts.join(by))

/** What was handed over as the office sees it again: numbers masked, for it has them on file. */
export const maskedHanded = (handed: readonly Handed[]): Handed[] =>
  handed.map(({ field, value }) => ({ field, value: value === null ? null : maskedValue(field, value) }))

function maskedValue(field: HandedField, value: string): string {
  if (field === 'idNumber') return maskedNumber(value)
  return field === 'phone' || field === 'otherPhone' ? maskedPhone(value) : value
}
