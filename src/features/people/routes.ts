import { birthOf } from '../../kernel/identity-number.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { canReach } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { getPerson, listAround } from './detail-store.ts'
import { detailFor, fileFor, outside } from './open-routes.ts'
import { printPerson } from './paper-schema.ts'
import { personFileName, personPaper } from './person-paper-rules.ts'
import { checkNumber, checkPerson, mayChangeFile, shownRow, type CheckedNumber } from './person-rules.ts'
import {
  addPerson,
  changePerson,
  findPeople,
  listPeople,
  openPerson,
  recordDeath,
  removeContact,
  saveContact,
  saveLabel,
  setIdNumber,
  unmaskPerson,
  type PersonDetail,
} from './schema.ts'
import * as store from './store.ts'
import * as write from './write-store.ts'

/** The file, when it may also be changed. */
async function openFileFor(call: SignedInCall<unknown>, id: PersonId): Promise<Verdict<store.FileState>> {
  const file = await fileFor(call, id)
  if (!file.ok) return file
  const may = mayChangeFile(file.value)
  return may.ok ? file : may
}

/** Who may be the same person as the one that is written, with why in words. */
async function likelyFor(
  call: SignedInCall<unknown>,
  id: PersonId,
  of: { name: string; birthDate: PersonDetail['birthDate']; phone: string | null },
  number: CheckedNumber,
) {
  const numberIndex = number.usable && number.number !== null ? call.sealer.index(number.number, call.tenantId) : null
  const likely = await store.listLikely(call.tx, call.tenantId, { id, ...of, numberIndex })
  return likely.map(({ sameNumber, ...person }) => ({
    ...person,
    why: sameNumber
      ? { zh: '身份证号相同', en: 'The same identity number' }
      : { zh: '姓名相同，且出生日期或电话相同', en: 'The same name, with the same birthday or telephone' },
  }))
}

export const peopleRoutes = [
  route(printPerson, async (call) => {
    const file = await fileFor(call, call.input.id)
    if (!file.ok) return file
    const person = await detailFor(call, call.input.id)
    const paper = personPaper(person, call.today, call.actor.displayName)
    return paperFile(call, call.input.format, personFileName(call.today), paper)
  }),

  route(findPeople, async ({ tx, tenantId, input, reach, today, actor }) => {
    const rows = await store.findPeople(tx, tenantId, input.search, reach, input.limit, today, input.projectId)
    const sees = maySeeNames(actor.grants)
    return yes({ rows: rows.map((row) => shownRow(row, sees)) })
  }),

  route(listPeople, async ({ tx, tenantId, input, reach, today, actor }) => {
    const { rows, total } = await store.listPeople(tx, tenantId, input, reach, today)
    const sees = maySeeNames(actor.grants)
    return yes({ rows: rows.map((row) => shownRow(row, sees)), total })
  }),

  route(openPerson, async (call) => {
    const file = await fileFor(call, call.input.id)
    return file.ok ? yes(await detailFor(call, call.input.id)) : file
  }),

  route(unmaskPerson, async (call) => {
    const { input } = call
    const file = await fileFor(call, input.id)
    if (!file.ok) return file
    call.note({ reason: input.reason, details: { field: input.field } })
    const person = await getPerson(call.tx, call.tenantId, input.id, call.sealer)
    switch (input.field) {
      case 'idNumber':
        return yes({ value: person.idNumber })
      case 'phone':
        return yes({ value: person.phone })
      case 'otherPhone':
        return yes({ value: person.other_phone })
      case 'name':
        return yes({ value: person.name })
      case 'address':
        return yes({ value: person.address })
      case 'contacts': {
        const { contacts } = await listAround(call.tx, call.tenantId, input.id, null)
        return yes({
          value: contacts
            .map((contact) => [contact.name, contact.relation, contact.phone].filter((text) => text !== null).join(' '))
            .join('；'),
        })
      }
    }
  }),

  route(addPerson, async (call) => {
    const { tx, tenantId, input, today, sealer } = call
    if (!canReach(call.reach, { projectId: input.projectId, communityCode: input.communityCode }))
      return (await write.isProject(tx, tenantId, input.projectId)) ? outside : absent({ zh: '这个项目', en: 'project' })
    const checked = checkPerson(input, today)
    if (!checked.ok) return checked
    const number = checkNumber(input.idNumber, false, today)
    if (!number.ok) return number
    const likely = await likelyFor(call, input.id, input, number.value)
    if (likely.length > 0 && !input.isNobodyElse) return yes({ added: false, likely })
    await write.addPerson(tx, tenantId, sealer, input.id, withBirth(input, number.value), number.value)
    await write.register(tx, tenantId, {
      personId: input.id,
      projectId: input.projectId,
      part: input.part,
      communityCode: input.communityCode,
      on: today,
    })
    call.note({ subject: `person:${input.id}`, details: { project: input.projectId, part: input.part, likelyShown: likely.length } })
    return yes({ added: true, likely })
  }),

  route(changePerson, async (call) => {
    const { input } = call
    const file = await openFileFor(call, input.id)
    if (!file.ok) return file
    const checked = checkPerson(input, call.today)
    if (!checked.ok) return checked
    return (await write.changePerson(call.tx, call.tenantId, input.id, input.version, input))
      ? yes({ version: input.version + 1 })
      : changedMeanwhile
  }),

  route(setIdNumber, async (call) => {
    const { tx, tenantId, input, sealer } = call
    const file = await openFileFor(call, input.id)
    if (!file.ok) return file
    const number = checkNumber(input.idNumber, input.declined, call.today)
    if (!number.ok) return number
    const person = await getPerson(tx, tenantId, input.id, sealer)
    call.note({ reason: input.reason, details: { state: number.value.state } })
    if (!(await write.setNumber(tx, tenantId, sealer, input.id, input.version, number.value, person.birth_date))) return changedMeanwhile
    const likely = await likelyFor(call, input.id, { name: person.name, birthDate: person.birth_date, phone: person.phone }, number.value)
    return yes({ version: input.version + 1, state: number.value.state, likely })
  }),

  route(recordDeath, async (call) => {
    const { input } = call
    const file = await fileFor(call, input.id)
    if (!file.ok) return file
    const may = mayChangeFile({ ...file.value, deceasedOn: null })
    if (!may.ok) return may
    if (input.deceasedOn !== null && input.deceasedOn > call.today)
      return no(
        'people.death.future',
        { zh: '去世日期在今天之后，请核对。', en: 'The day of death is in the future.' },
        { field: 'deceasedOn', sort: 'invalid' },
      )
    call.note({ reason: input.reason })
    return (await write.setDeath(call.tx, call.tenantId, input.id, input.version, input.deceasedOn))
      ? yes({ version: input.version + 1 })
      : changedMeanwhile
  }),

  route(saveLabel, async (call) => {
    const file = await openFileFor(call, call.input.personId)
    if (!file.ok) return file
    call.note({ details: { code: call.input.label.code, ended: call.input.label.endedOn } })
    await write.saveLabel(call.tx, call.tenantId, call.input.personId, call.input.label)
    return yes({})
  }),

  route(saveContact, async (call) => {
    const file = await openFileFor(call, call.input.personId)
    if (!file.ok) return file
    await write.saveContact(call.tx, call.tenantId, call.input.personId, call.input.contact)
    return yes({})
  }),

  route(removeContact, async (call) => {
    const file = await openFileFor(call, call.input.personId)
    if (!file.ok) return file
    return (await write.removeContact(call.tx, call.tenantId, call.input.personId, call.input.id))
      ? yes({})
      : absent({ zh: '这个联系人', en: 'contact' })
  }),
]

/** A birthday that only the number tells is taken from it. */
function withBirth<I extends { birthDate: PersonDetail['birthDate'] }>(input: I, number: CheckedNumber): I {
  return input.birthDate === null && number.usable && number.number !== null
    ? { ...input, birthDate: birthOf(number.number) ?? null }
    : input
}
