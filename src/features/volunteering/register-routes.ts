import { v7 } from 'uuid'
import { ageOn, asOf, type Day } from '../../kernel/day.ts'
import { accountIdSchema } from '../../kernel/ids.ts'
import { maskedPhone } from '../../kernel/masks.ts'
import { canReach } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { addAccount, changeAccount } from '../identity/account-store.ts'
import { hashPassword } from '../identity/routes.ts'
import { endSessionsOf } from '../identity/session-store.ts'
import { findFile, listRows as listPersonRows } from '../people/store.ts'
import { findProject } from '../projects/store.ts'
import { mayChangeFile } from '../people/person-rules.ts'
import * as accounts from './account-store.ts'
import { isFamilyVetted, lacksOf, type Standing } from './claim-rules.ts'
import * as families from './family-store.ts'
import { starsOf } from './hours-rules.ts'
import { listMerits } from './merit-store.ts'
import { aVolunteer, outside, projectFor, shownBy, volunteerFor } from './reach-routes.ts'
import {
  addVolunteer,
  changeVolunteer,
  closeAccount,
  listFamilies,
  listVolunteers,
  openAccount,
  openVolunteer,
  saveFamily,
  saveSettings,
  showSettings,
} from './register-schema.ts'
import * as store from './register-store.ts'

export const standingOf = (row: store.VolunteerRecord): Standing => ({
  birthDate: row.birth_date,
  vettedUntil: row.vetted_until,
  insuredUntil: row.insured_until,
  agreedOn: row.agreed_on,
  guardianConsent: row.guardian_consent === true || row.guardian_consent_on !== null,
  dataConsentOn: row.data_consent_on,
  endedOn: row.ended_on,
})

const toRow = (row: store.VolunteerRecord, today: Day, steps: readonly number[], shown: (name: string) => string) => ({
  id: row.id,
  personId: row.person_id,
  number: row.number,
  name: shown(row.name),
  age: row.birth_date === null ? null : ageOn(row.birth_date, today),
  communityName: row.community_name,
  skills: row.skills,
  familyNumber: row.family_number,
  vettedUntil: row.vetted_until,
  insuredUntil: row.insured_until,
  endedOn: row.ended_on,
  lacks: lacksOf(standingOf(row), today),
  hours: { confirmed: row.confirmed, unconfirmed: row.unconfirmed, shifts: row.shifts },
  stars: starsOf(row.confirmed, steps),
  hasAccount: row.has_account,
})

const onRoll = no('volunteers.onRoll', {
  zh: '此人已在本项目的志愿者名册上，请直接修改那份档案。',
  en: 'This person is on the roll of this project already: change that file.',
})
const numberTaken = no(
  'family.numberTaken',
  { zh: '这个编号已有另一志愿家庭使用，请换一个。', en: 'Another family has this number: choose another.' },
  { field: 'number' },
)
const accountTaken = no(
  'volunteers.accountTaken',
  { zh: '已有同名账号，请换一个登录名。', en: 'There is an account of this name; choose another.' },
  { field: 'name' },
)
const accountAbsent = no(
  'volunteers.accountAbsent',
  { zh: '没有这个登录名的账号，请核对。', en: 'There is no account of this name.' },
  { field: 'name', sort: 'invalid' },
)
const accountOther = no(
  'volunteers.accountOther',
  { zh: '这个账号已与另一个人绑定，不能再绑定。', en: 'This account is tied to somebody else.' },
  { field: 'name' },
)
const oneself = no(
  'volunteers.accountOneself',
  { zh: '不能为自己的账号绑定或解除，请同事办理。', en: 'Nobody ties or unties their own account: a colleague must.' },
  { sort: 'forbidden' },
)

export const registerRoutes = [
  route(listVolunteers, async (call) => {
    const { tx, tenantId, input, reach, today } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const on = asOf(today, project.value.endsOn)
    const { settings } = await store.findSettings(tx, tenantId, input.projectId)
    const { rows, total } = await store.listRows(tx, tenantId, input, reach, on)
    const shown = shownBy(call)
    return yes({ rows: rows.map((row) => toRow(row, on, settings.stars, shown)), total, asOf: on })
  }),

  route(openVolunteer, async (call) => {
    const { tx, tenantId, today } = call
    const found = await volunteerFor(call, call.input.id)
    if (!found.ok) return found
    const row = found.value
    const { settings } = await store.findSettings(tx, tenantId, row.project_id)
    const account = await accounts.findTiedAccount(tx, tenantId, row.person_id)
    const project = await findProject(tx, tenantId, row.project_id)
    return yes({
      ...toRow(row, project === undefined ? today : asOf(today, project.endsOn), settings.stars, shownBy(call)),
      projectId: row.project_id,
      version: row.version,
      sex: row.sex,
      birthDate: row.birth_date,
      phone: row.phone === null ? null : maskedPhone(row.phone),
      guardianConsentSaid: row.guardian_consent === true,
      file: store.toFile(row),
      merits: await listMerits(tx, tenantId, row.project_id, row.person_id),
      account: account === undefined ? null : { name: account.name, displayName: account.displayName },
    })
  }),

  route(addVolunteer, async (call) => {
    const { tx, tenantId, input, reach, today } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    call.note({ subject: `person:${input.personId}` })
    const file = await findFile(tx, tenantId, input.personId, reach)
    if (file === undefined) return absent({ zh: '这个人的档案', en: 'person' })
    if (!file.isWithin) return outside
    const may = mayChangeFile(file)
    if (!may.ok) return may
    const [person] = await listPersonRows(tx, tenantId, [input.personId], today)
    const communityCode = person?.communityCode ?? null
    if (!canReach(reach, { projectId: input.projectId, communityCode })) return outside
    if ((await store.findOnRoll(tx, tenantId, input.projectId, input.personId)) !== undefined) return onRoll
    await store.addVolunteer(tx, tenantId, { ...input, communityCode })
    return yes({ id: input.id })
  }),

  route(changeVolunteer, async (call) => {
    const { input } = call
    const found = await volunteerFor(call, input.id)
    if (!found.ok) return found
    const changed = await store.changeVolunteer(call.tx, call.tenantId, input.id, input.version, input.file)
    return changed ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(openAccount, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await volunteerFor(call, input.volunteerId)
    if (!found.ok) return found
    const volunteer = found.value
    if ((await accounts.findTiedAccount(tx, tenantId, volunteer.person_id)) !== undefined)
      return no('volunteers.hasAccount', {
        zh: '这位志愿者已有登录账号。如要重设密码，请系统管理员办理。',
        en: 'This volunteer can sign in already. For a new password ask the system administrator.',
      })
    const known = await accounts.findAccountCalled(tx, tenantId, input.name)
    if (input.password !== undefined) {
      if (known !== undefined) return accountTaken
      const id = accountIdSchema.parse(v7())
      await addAccount(tx, tenantId, {
        id,
        name: input.name,
        displayName: volunteer.name,
        passwordHash: await hashPassword(input.password),
        mustChangePassword: true,
      })
      await accounts.tieAccount(tx, tenantId, id, volunteer.person_id)
      await accounts.grantVolunteering(tx, tenantId, id, volunteer.project_id, actor.accountId)
      return yes({ name: input.name })
    }
    if (known === undefined) return accountAbsent
    if (known.id === actor.accountId) return oneself
    if (known.personId !== null) return accountOther
    await accounts.tieAccount(tx, tenantId, known.id, volunteer.person_id)
    await accounts.grantVolunteering(tx, tenantId, known.id, volunteer.project_id, actor.accountId)
    return yes({ name: known.name })
  }),

  route(closeAccount, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await volunteerFor(call, input.volunteerId)
    if (!found.ok) return found
    call.note({ reason: input.reason })
    const account = await accounts.findTiedAccount(tx, tenantId, found.value.person_id)
    if (account === undefined) return absent({ zh: '这位志愿者的账号', en: 'account of this volunteer' })
    if (account.id === actor.accountId) return oneself
    const { nothingElse } = await accounts.endVolunteering(tx, tenantId, account.id)
    // An account that was only the volunteer's own is closed; one that works here goes on without the tie.
    if (nothingElse) await changeAccount(tx, tenantId, account.id, { state: 'disabled' })
    await accounts.tieAccount(tx, tenantId, account.id, null)
    await endSessionsOf(tx, tenantId, account.id)
    return yes({})
  }),

  route(listFamilies, async (call) => {
    const { tx, tenantId, input, reach, today } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const shown = shownBy(call)
    const { rows, total } = await families.listFamilies(tx, tenantId, input, reach)
    return yes({
      total,
      rows: rows.map((row) => {
        const file = families.toFamilyFile(row)
        return {
          id: row.id,
          version: row.version,
          communityName: row.community_name,
          file: {
            ...file,
            contactName: file.contactName === null ? null : shown(file.contactName),
            contactPhone: file.contactPhone === null || shown('张三') === '张三' ? file.contactPhone : maskedPhone(file.contactPhone),
          },
          members: row.members.map((member) => ({
            id: member.id,
            name: shown(member.name),
            age: member.birthDate === null ? null : ageOn(member.birthDate, today),
          })),
          hours: { confirmed: row.confirmed, unconfirmed: row.unconfirmed, shifts: row.shifts },
          isVetted: isFamilyVetted({ vettedUntil: row.vetted_until, endedOn: row.ended_on }, asOf(today, project.value.endsOn)),
        }
      }),
    })
  }),

  route(saveFamily, async (call) => {
    const { tx, tenantId, input, reach } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    call.note({ subject: `family:${input.id}`, details: { members: input.members.length } })
    if (!canReach(reach, { projectId: input.projectId, communityCode: input.file.communityCode })) return outside
    const before = await families.findFamily(tx, tenantId, input.id)
    if (before !== undefined) {
      if (before.project_id !== input.projectId) return absent({ zh: '这个志愿家庭', en: 'family' })
      if (!canReach(reach, { projectId: before.project_id, communityCode: before.community_code })) return outside
    }
    for (const id of input.members) {
      const member = await volunteerFor(call, id)
      if (!member.ok) return member
      if (member.value.project_id !== input.projectId) return absent(aVolunteer)
    }
    if (await families.isNumberTaken(tx, tenantId, input.projectId, input.file.number, input.id)) return numberTaken
    if (input.version === null) await families.addFamily(tx, tenantId, input.projectId, input.id, input.file)
    else if (!(await families.changeFamily(tx, tenantId, input.id, input.version, input.file))) return changedMeanwhile
    await families.setMembers(tx, tenantId, input.projectId, { before: before?.number ?? null, now: input.file.number }, input.members)
    return yes({ version: (input.version ?? 0) + 1 })
  }),

  route(showSettings, async (call) => {
    const project = await projectFor(call, call.input.projectId)
    return project.ok ? yes(await store.findSettings(call.tx, call.tenantId, call.input.projectId)) : project
  }),

  route(saveSettings, async (call) => {
    const { input } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    call.note({ subject: `project:${input.projectId}` })
    const saved = await store.saveSettings(call.tx, call.tenantId, input.projectId, input.version, input.settings)
    return saved ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),
]
