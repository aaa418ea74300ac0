import { v7 } from 'uuid'
import { ageOn } from '../../kernel/day.ts'
import { attendanceIdSchema, type PersonId } from '../../kernel/ids.ts'
import { maskedName } from '../../kernel/masks.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { openRoute, route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { attendeesFor, type FoundService } from '../ledger/open-routes.ts'
import { partPlayedSchema } from '../ledger/kind-schema.ts'
import { checkAttendees } from '../ledger/service-rules.ts'
import * as ledger from '../ledger/store.ts'
import * as write from '../ledger/write-store.ts'
import { activityFor } from './activity-routes.ts'
import { mayCheckIn } from './activity-rules.ts'
import * as activities from './activity-store.ts'
import {
  checkIn,
  checkInChild,
  checkInSelf,
  countHeads,
  openRoll,
  printCards,
  scanCode,
  showCode,
  showPresence,
  signUp,
  undoCheckIn,
  withdraw,
} from './attend-schema.ts'
import { momentOf, maySignUp, takesPlace } from './attend-rules.ts'
import * as store from './attend-store.ts'
import { cardCode, readCode, screenCode, tenantCode } from './code-store.ts'

const deadCode = no(
  'activity.code',
  {
    zh: '这个签到码不对或已过期。请重新扫现场屏幕上的码，或请工作人员帮您签到。',
    en: 'This code is wrong or has run out. Scan the screen again, or ask somebody of the staff.',
  },
  { field: 'code', sort: 'invalid' },
)

async function mayName(
  call: SignedInCall<unknown>,
  service: FoundService,
  people: readonly { personId: PersonId; part: string }[],
): Promise<Verdict> {
  const ids = people.map((one) => one.personId)
  return checkAttendees(people, await attendeesFor(call, service, ids), service.day ?? call.today)
}

export const attendRoutes = [
  route(openRoll, async (call) => {
    const { tx, tenantId, input, sealer, today, actor } = call
    const found = await activityFor(call, input.id)
    if (!found.ok) return found
    const sees = maySeeNames(actor.grants)
    const shown = (name: string) => (sees ? name : maskedName(name))
    const signUps = await store.listSignUps(tx, tenantId, sealer, input.id)
    const present = await store.listPresent(tx, tenantId, input.id)
    return yes({
      signUps: signUps.map(({ birthDate, name, ...one }) => ({
        ...one,
        name: shown(name),
        age: birthDate === null ? null : ageOn(birthDate, today),
      })),
      present: present.map(({ name, at, ...one }) => ({ ...one, name: shown(name), at: at?.toISOString() ?? null })),
      unnamedCount: found.value.unnamed_count,
    })
  }),

  route(showPresence, async (call) => {
    const { tx, tenantId, input } = call
    const found = await activityFor(call, input.id)
    if (!found.ok) return found
    const present = await store.listPresence(tx, tenantId, input.id)
    return yes({
      present: present.map(({ personId, part }) => ({ personId, part: partPlayedSchema.parse(part) })),
      unnamedCount: found.value.unnamed_count,
    })
  }),

  route(signUp, async (call) => {
    const { tx, tenantId, input, actor, sealer } = call
    const found = await activityFor(call, input.serviceId)
    if (!found.ok) return found
    const named = await mayName(call, found.value, input.people)
    if (!named.ok) return named
    const { plan } = await activities.lockPlan(tx, tenantId, input.serviceId)
    const before = await store.listSignedUp(tx, tenantId, input.serviceId)
    const heads = await store.countPlaces(tx, tenantId, input.serviceId)
    let taken = heads
    let waiting = 0
    for (const person of input.people) {
      const may = maySignUp(
        found.value.status,
        person,
        before.some((one) => one.personId === person.personId),
      )
      if (!may.ok) return may
      const waits = takesPlace(person.part) && plan.capacity !== null && taken >= plan.capacity
      if (takesPlace(person.part) && !waits) taken++
      if (waits) waiting++
      await store.addSignUp(tx, tenantId, sealer, input.serviceId, { ...person, state: waits ? 'waiting' : 'going' }, actor.accountId)
    }
    call.note({ details: { people: input.people.length, waiting } })
    return yes({ going: input.people.length - waiting, waiting })
  }),

  route(withdraw, async (call) => {
    const { tx, tenantId, input, actor } = call
    const one = await store.findSignUp(tx, tenantId, input.id)
    if (one === undefined) return absent({ zh: '这条报名', en: 'sign-up' })
    const found = await activityFor(call, one.serviceId)
    if (!found.ok) return found
    const { plan } = await activities.lockPlan(tx, tenantId, one.serviceId)
    await store.setWithdrawn(tx, tenantId, input.id, input.reason)
    const movedUp = await store.moveUp(tx, tenantId, one.serviceId, plan.capacity)
    call.note({ reason: input.reason, details: { movedUp: movedUp.length } })
    return yes({ movedUp: maySeeNames(actor.grants) ? movedUp : movedUp.map(maskedName) })
  }),

  route(checkIn, async (call) => {
    const { tx, tenantId, input, actor, now, today } = call
    const found = await activityFor(call, input.serviceId)
    if (!found.ok) return found
    const may = mayCheckIn(found.value, today)
    if (!may.ok) return may
    const named = await mayName(call, found.value, input.people)
    if (!named.ok) return named
    const added = await write.checkPeopleIn(tx, tenantId, input.serviceId, input.people, {
      by: actor.displayName,
      at: momentOf(input.at, now),
      means: input.means,
    })
    call.note({ details: { means: input.means, added, already: input.people.length - added } })
    return yes({ added, already: input.people.length - added })
  }),

  route(undoCheckIn, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await activityFor(call, input.serviceId)
    if (!found.ok) return found
    const present = await store.listPresent(tx, tenantId, input.serviceId)
    if (present.every((one) => one.id !== input.id)) return absent({ zh: '这条签到', en: 'attendance' })
    call.note({ reason: input.reason, details: { attendance: input.id } })
    // What stood of an event that has been held is kept, as with any correction.
    if (found.value.status === 'held')
      await write.keepVersion(tx, tenantId, input.serviceId, found.value.version, input.reason, actor.accountId)
    await write.removeAttended(tx, tenantId, input.serviceId, [input.id])
    return yes({})
  }),

  route(checkInChild, async (call) => {
    const { tx, tenantId, input, actor, now, today } = call
    const found = await activityFor(call, input.serviceId)
    if (!found.ok) return found
    const may = mayCheckIn(found.value, today)
    if (!may.ok) return may
    const { plan } = await activities.findPlan(tx, tenantId, input.serviceId)
    if (plan.guardian === null || plan.guardian.agreedOn === null)
      return no('activity.child', {
        zh: '计划里还没有写明监护人同意，先不要记孩子的称呼，只记人数。',
        en: 'The plan names no consent of the guardians: count children, and do not write them down by name.',
      })
    await store.addChild(tx, tenantId, input, actor.displayName, momentOf(input.at, now))
    return yes({})
  }),

  route(countHeads, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await activityFor(call, input.serviceId)
    if (!found.ok) return found
    const { status, version } = found.value
    if (status === 'held') await write.keepVersion(tx, tenantId, input.serviceId, version, '改现场计数', actor.accountId)
    const unnamedCount = await store.addUnnamed(tx, tenantId, input.serviceId, input.by)
    call.note({ details: { by: input.by, unnamed: unnamedCount } })
    return yes({ unnamedCount })
  }),

  route(showCode, async (call) => {
    const { tx, tenantId, input, sealer, now } = call
    const found = await activityFor(call, input.id)
    if (!found.ok) return found
    const { code, until } = screenCode(sealer, tenantId, input.id, now)
    const heads = await activities.countHeads(tx, tenantId, input.id)
    return yes({
      code: `${await tenantCode(tx, tenantId)}~${code}`,
      until: until.toISOString(),
      title: found.value.title,
      come: heads.beneficiary + heads.carer + heads.child,
      going: heads.going,
    })
  }),

  route(printCards, async (call) => {
    const { tx, tenantId, input, sealer } = call
    const found = await activityFor(call, input.id)
    if (!found.ok) return found
    const signUps = await store.listSignUps(tx, tenantId, sealer, input.id)
    return yes({
      cards: signUps
        .filter((one) => one.state === 'going')
        .map(({ personId, name, communityName }) => ({ personId, name, communityName, code: cardCode(sealer, tenantId, personId) })),
    })
  }),

  route(scanCode, async (call) => {
    const { tx, tenantId, input, sealer, now, reach } = call
    const read = readCode(sealer, tenantId, input.code.replace(/^.*~/, ''), now)
    if (read === undefined) return deadCode
    if (read.sort === 'screen') {
      const found = await activityFor(call, read.serviceId)
      return found.ok ? yes({ sort: 'screen' as const, serviceId: read.serviceId, title: found.value.title }) : found
    }
    call.note({ subject: `person:${read.personId}` })
    const file = await store.findBearer(tx, tenantId, read.personId, reach)
    if (file === undefined) return absent({ zh: '这张卡的主人，或此人不在您负责的范围内', en: 'person of this card within your reach' })
    return yes({
      sort: 'card' as const,
      personId: file.id,
      name: file.name,
      part: await store.findLikelyPart(tx, tenantId, input.serviceId, file.id),
    })
  }),

  openRoute(checkInSelf, async (call) => {
    const { tx, tenantId, input, sealer, now, today } = call
    const read = readCode(sealer, tenantId, input.code.replace(/^.*~/, ''), now)
    if (read === undefined || read.sort !== 'screen') return deadCode
    call.note({ subject: `service:${read.serviceId}` })
    const found = await ledger.findService(tx, tenantId, read.serviceId, { whole: true })
    if (found === undefined) return deadCode
    const may = mayCheckIn(found.row, today)
    if (!may.ok) return may
    const [meant, other] = await store.listMeant(tx, tenantId, read.serviceId, input.name, input.lastFour)
    // Who does not fit and who fits twice are told the same: nobody learns here who is on a register.
    if (meant === undefined || (other !== undefined && other.id !== meant.id))
      return no(
        'activity.notMeant',
        {
          zh: '没有对上您的登记。请核对姓名和手机号（或身份证号）后四位，或请工作人员帮您签到。',
          en: 'Nobody was found. Check the name and the last four of the telephone or identity number, or ask somebody of the staff.',
        },
        { field: 'name' },
      )
    const id = attendanceIdSchema.parse(v7())
    const added = await write.checkPeopleIn(tx, tenantId, read.serviceId, [{ id, personId: meant.id, part: meant.part }], {
      by: input.name,
      at: now,
      means: 'self',
    })
    return yes({ title: found.row.title, again: added === 0 })
  }),
]
