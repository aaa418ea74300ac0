import type { PersonId } from '../../kernel/ids.ts'
import { maskedName, maskedNumber, maskedPhone } from '../../kernel/masks.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { getPerson, listAround } from './detail-store.ts'
import { shownAddress, shownRow } from './person-rules.ts'
import type { PersonDetail } from './schema.ts'
import * as store from './store.ts'

const aPerson = { zh: '这个人的档案', en: 'person' }
export const outside = no(
  'people.outside',
  { zh: '此人不在您负责的社区或项目内。', en: 'This person is not in your communities or projects.' },
  { sort: 'forbidden' },
)

/** The file, when it exists and is within the caller's reach. */
export async function fileWithin({ tx, tenantId, reach }: SignedInCall<unknown>, id: PersonId): Promise<Verdict<store.FileState>> {
  const file = await store.findFile(tx, tenantId, id, reach)
  if (file === undefined) return absent(aPerson)
  return file.isWithin ? yes(file) : outside
}

/** The same for what is about this person: the trail says so, refused or not. */
export function fileFor(call: SignedInCall<unknown>, id: PersonId): Promise<Verdict<store.FileState>> {
  call.note({ subject: `person:${id}` })
  return fileWithin(call, id)
}

/** A person's file as the caller may see it. */
export async function detailFor(call: SignedInCall<unknown>, id: PersonId): Promise<PersonDetail> {
  const { tx, tenantId, today, sealer } = call
  const sees = maySeeNames(call.actor.grants)
  const person = await getPerson(tx, tenantId, id, sealer)
  const around = await listAround(tx, tenantId, id, person.household_id)
  const [row] = await store.listRows(tx, tenantId, [id], today)
  if (row === undefined) throw new Error('A person just found is gone.')
  const shown = (name: string) => (sees ? name : maskedName(name))
  return {
    ...shownRow(row, sees),
    labels: row.labels,
    version: person.version,
    ethnicity: person.ethnicity,
    birthDateFrom: person.birth_date_from,
    birthday: { calendar: person.birthday_calendar, month: person.lunar_month, day: person.lunar_day, leap: person.lunar_leap },
    idNumber: { state: person.id_number_state, masked: person.idNumber === null ? null : maskedNumber(person.idNumber) },
    otherPhone: person.other_phone === null ? null : maskedPhone(person.other_phone),
    address: shownAddress(person.address, sees),
    livingWith: person.living_with,
    household:
      around.household === undefined
        ? null
        : {
            ...around.household,
            headName: around.household.headName === null ? null : shown(around.household.headName),
            members: around.household.members.map((member) => ({ id: member.id, name: shown(member.name) })),
          },
    labelHistory: around.labelHistory,
    contacts: around.contacts.map((contact) => ({
      ...contact,
      name: shown(contact.name),
      phone: contact.phone === null ? null : maskedPhone(contact.phone),
    })),
    registrations: around.registrations,
    organisations: around.parts.flatMap((part) =>
      part.id === null || part.name === null ? [] : [{ id: part.id, name: part.name, part: part.part }],
    ),
    merged: around.merged.map((merge) => ({ ...merge, name: shown(merge.name), mergedAt: merge.mergedAt.toISOString() })),
    mergedInto: person.merged_into,
    note: person.note,
  }
}
