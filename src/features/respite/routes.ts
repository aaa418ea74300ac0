import { asOf } from '../../kernel/day.ts'
import { maskedName, maskedPhone } from '../../kernel/masks.ts'
import { canReach, canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { mayChangeUnderHours } from '../ledger/hours-routes.ts'
import type { ServiceInput } from '../ledger/schema.ts'
import { checkAttendees, checkService, withChanges } from '../ledger/service-rules.ts'
import { findService, paperHeadOf } from '../ledger/store.ts'
import * as ledger from '../ledger/write-store.ts'
import { findFile } from '../people/store.ts'
import { findProject } from '../projects/store.ts'
import { respitePaper } from './respite-paper-rules.ts'
import * as schema from './schema.ts'
import { mayCover, mayMove } from './slot-rules.ts'
import * as store from './store.ts'

const outside = no(
  'respite.outside',
  { zh: '不在您负责的社区或项目内。', en: 'Not in your communities or projects.' },
  { sort: 'forbidden' },
)
const coverMissing = no(
  'respite.cover',
  { zh: '请写明由谁照看。', en: 'Say who looks after the elder.' },
  { field: 'coverName', sort: 'invalid' },
)

const isWithin = (call: SignedInCall<unknown>, relation: store.RelationRow) =>
  canReach(call.reach, { projectId: relation.project_id, communityCode: relation.community_code })

async function relationFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<store.RelationRow>> {
  const relation = await store.findRelation(call.tx, call.tenantId, id)
  if (relation === undefined) return absent({ zh: '这段照护关系', en: 'carer' })
  call.note({ subject: `person:${relation.carer_id}` })
  return isWithin(call, relation) ? yes(relation) : outside
}

async function slotFor(call: SignedInCall<unknown>, id: string) {
  const slot = await store.findSlot(call.tx, call.tenantId, id)
  if (slot === undefined) return absent({ zh: '这次喘息', en: 'slot' })
  const relation = await relationFor(call, slot.relation_id)
  return relation.ok ? yes({ slot, relation: relation.value }) : relation
}

const shownName = (name: string, sees: boolean): string => (sees ? name : maskedName(name))

const shownCarer = (row: store.RelationRow, sees: boolean): schema.Carer => ({
  relationId: row.id,
  carerId: row.carer_id,
  carer: shownName(row.carer, sees),
  phone: row.phone === null ? null : maskedPhone(row.phone),
  elderId: row.elder_id,
  elder: shownName(row.elder, sees),
  relation: row.relation,
  communityCode: row.community_code,
  communityName: row.community_name,
  strain: sees ? row.strain : null,
  sessions: row.sessions,
  minutes: row.minutes,
  lastOn: row.last_on,
  endedOn: row.ended_on,
  endReason: row.end_reason,
})

const shownSlot = (slot: store.SlotRow, relation: store.RelationRow, sees: boolean): schema.Slot => ({
  id: slot.id,
  version: slot.version,
  relationId: slot.relation_id,
  carer: shownName(relation.carer, sees),
  elder: shownName(relation.elder, sees),
  communityName: relation.community_name,
  state: slot.state,
  wantedOn: slot.wanted_on,
  startsAt: slot.starts_at,
  minutes: slot.minutes,
  need: sees ? slot.need : null,
  cover: slot.cover,
  coverName: slot.cover_name === null ? null : shownName(slot.cover_name, sees),
  serviceId: slot.service_id,
  steps: slot.steps.map((step) => ({ ...step, at: new Date(step.at).toISOString(), reason: sees ? step.reason : null })),
})

export const respiteRoutes = [
  route(schema.countRespite, async ({ tx, tenantId, input, reach, today }) => {
    const project = await findProject(tx, tenantId, input.projectId)
    if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    const places = reach.whole ? [] : reach.places.filter((place) => place.projectId === input.projectId)
    const codes =
      reach.whole || places.some((place) => place.communityCode === undefined)
        ? 'all'
        : places.flatMap((place) => (place.communityCode === undefined ? [] : [place.communityCode]))
    // Of a project that is over, what its last day left.
    return yes(await store.countWaiting(tx, tenantId, input.projectId, codes, asOf(today, project.endsOn)))
  }),

  route(schema.printRespite, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const relation = await relationFor(call, input.relationId)
    if (!relation.ok) return relation
    const sees = maySeeNames(actor.grants)
    const slots = (await store.listSlots(tx, tenantId, relation.value.project_id)).filter((slot) => slot.relation_id === input.relationId)
    const { project, agency } = await paperHeadOf(tx, tenantId, relation.value.project_id)
    return paperFile(
      call,
      input.format,
      `respite-${today}`,
      respitePaper({
        carer: shownCarer(relation.value, sees),
        slots: slots.map((slot) => shownSlot(slot, relation.value, sees)).toSorted((a, b) => a.wantedOn.localeCompare(b.wantedOn)),
        project,
        agency,
        filledBy: actor.displayName,
        filledOn: today,
      }),
    )
  }),

  route(schema.listCarers, async (call) => {
    const { tx, tenantId, input, actor } = call
    call.note({ subject: `project:${input.projectId}` })
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(call.reach, input.projectId)) return outside
    const sees = maySeeNames(actor.grants)
    const relations = (await store.listRelations(tx, tenantId, input.projectId)).filter((relation) => isWithin(call, relation))
    const slots = await store.listSlots(tx, tenantId, input.projectId)
    return yes({
      carers: relations.map((row) => shownCarer(row, sees)),
      slots: slots.flatMap((slot) => {
        const relation = relations.find(({ id }) => id === slot.relation_id)
        return relation === undefined ? [] : [shownSlot(slot, relation, sees)]
      }),
      families: sees ? await store.listFamilies(tx, tenantId, input.projectId) : [],
    })
  }),

  route(schema.addCarer, async (call) => {
    const { tx, tenantId, input } = call
    call.note({ subject: `person:${input.carerId}`, details: { elder: input.elderId } })
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(call.reach, input.projectId)) return outside
    for (const id of [input.carerId, input.elderId]) {
      const file = await findFile(tx, tenantId, id, call.reach)
      if (file === undefined) return absent({ zh: '这个人的档案', en: 'person' })
      if (!file.isWithin) return outside
    }
    if (input.carerId === input.elderId)
      return no(
        'respite.same',
        { zh: '照护者和老人不能是同一个人。', en: 'Nobody is their own carer.' },
        { field: 'elderId', sort: 'invalid' },
      )
    const relations = await store.listRelations(tx, tenantId, input.projectId)
    if (relations.some((row) => row.carer_id === input.carerId && row.elder_id === input.elderId && row.ended_on === null))
      return no('respite.known', { zh: '这段照护关系已经登记过。', en: 'This is on record already.' }, { field: 'elderId' })
    await store.addRelation(tx, tenantId, input)
    return yes({})
  }),

  route(schema.endCarer, async (call) => {
    const relation = await relationFor(call, call.input.id)
    if (!relation.ok) return relation
    call.note({ reason: call.input.reason })
    await store.setEnded(call.tx, call.tenantId, call.input.id, call.input.on, call.input.reason)
    return yes({})
  }),

  route(schema.askRespite, async (call) => {
    const { tx, tenantId, input, actor } = call
    const relation = await relationFor(call, input.relationId)
    if (!relation.ok) return relation
    if (relation.value.ended_on !== null)
      return no('respite.ended', { zh: '这段照护关系已结束，请先撤回。', en: 'This care has ended: take that back first.' })
    await store.addSlot(tx, tenantId, relation.value.project_id, input)
    await store.addStep(tx, tenantId, input.id, 'asked', input.need, actor.accountId)
    return yes({})
  }),

  route(schema.moveSlot, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await slotFor(call, input.id)
    if (!found.ok) return found
    const { slot } = found.value
    const may = mayMove(slot.state, input.to, input.reason)
    if (!may.ok) return may
    let name = input.coverName
    if (input.to === 'offered' && input.cover === 'family') {
      const families = await store.listFamilies(tx, tenantId, slot.project_id)
      const family = families.find(({ id }) => id === input.familyId)
      if (family === undefined) return absent({ zh: '这个志愿家庭', en: 'volunteer family' })
      const covers = mayCover(family, slot.wanted_on)
      if (!covers.ok) return covers
      name = family.name
    }
    if (input.to === 'offered' && (input.cover === null || name === null || name === '')) return coverMissing
    call.note({ details: { to: input.to }, ...(input.reason === null ? {} : { reason: input.reason }) })
    const cover =
      input.to === 'offered' ? { cover: input.cover, cover_name: name, family_id: input.cover === 'family' ? input.familyId : null } : {}
    if (!(await store.changeSlot(tx, tenantId, input.id, input.version, { state: input.to, ...cover }))) return changedMeanwhile
    await store.addStep(tx, tenantId, input.id, input.to, input.reason ?? (input.to === 'offered' ? name : null), actor.accountId)
    return yes({ version: input.version + 1 })
  }),

  route(schema.finishRespite, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await slotFor(call, input.id)
    if (!found.ok) return found
    const { slot, relation } = found.value
    if (slot.state !== 'taken')
      return no('respite.notTaken', { zh: '要先确认，才能登记完成。', en: 'It must be accepted before it can be done.' })
    if (relation.community_code === null)
      return no('respite.noPlace', { zh: '请先在老人档案里补上社区。', en: 'Give the elder’s community first.' }, { sort: 'invalid' })
    const service: ServiceInput = {
      line: 'social',
      status: 'held',
      themes: [],
      number: null,
      title: null,
      communityCode: relation.community_code,
      day: input.day,
      startsAt: input.startsAt,
      minutes: input.minutes,
      place: null,
      worker: slot.cover_name,
      unnamedCount: 0,
      quantity: null,
      unit: null,
      note: null,
    }
    const attended = [
      { id: input.carerAttendanceId, personId: relation.carer_id, part: 'carer' as const, minutes: input.minutes },
      ...(relation.elder_id === null
        ? []
        : [{ id: input.elderAttendanceId, personId: relation.elder_id, part: 'beneficiary' as const, minutes: input.minutes }]),
    ]
    const ids = attended.map(({ personId }) => personId)
    const facts = await ledger.findRecordingFacts(tx, tenantId, {
      projectId: slot.project_id,
      communityCode: relation.community_code,
      ids,
      reach: call.reach,
    })
    if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
    const may = checkService(service, facts.project, call.today)
    if (!may.ok) return may
    const known = checkAttendees(attended, facts.attendees, input.day)
    if (!known.ok) return known
    call.note({ details: { minutes: input.minutes } })
    await ledger.addService(tx, tenantId, { ...service, id: input.serviceId, projectId: slot.project_id, kind: 'respite' }, actor.accountId)
    await ledger.addAttended(tx, tenantId, input.serviceId, attended, actor.displayName)
    await store.addRecord(tx, tenantId, input.serviceId, slot.cover_name, input.content)
    if (!(await store.changeSlot(tx, tenantId, input.id, input.version, { state: 'done', service_id: input.serviceId })))
      return changedMeanwhile
    await store.addStep(tx, tenantId, input.id, 'done', input.content, actor.accountId)
    return yes({ version: input.version + 1 })
  }),

  route(schema.undoRespite, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await slotFor(call, input.id)
    if (!found.ok) return found
    const { slot } = found.value
    if (slot.state !== 'done' || slot.service_id === null)
      return no('respite.notDone', { zh: '这次还没有登记完成。', en: 'This has not been recorded as done.' })
    call.note({ reason: input.reason })
    const service = await findService(tx, tenantId, slot.service_id, { whole: true })
    if (service === undefined) return absent({ zh: '这次喘息', en: 'slot' })
    const cancelled = withChanges(service.row, { status: 'cancelled' })
    if (!cancelled.ok) return cancelled
    const hours = await mayChangeUnderHours(call, service.row, cancelled.value)
    if (!hours.ok) return hours
    await ledger.keepVersion(tx, tenantId, slot.service_id, service.row.version, input.reason, actor.accountId)
    await ledger.changeService(tx, tenantId, slot.service_id, cancelled.value)
    if (!(await store.changeSlot(tx, tenantId, input.id, input.version, { state: 'taken', service_id: null }))) return changedMeanwhile
    await store.addStep(tx, tenantId, input.id, 'taken', input.reason, actor.accountId)
    return yes({ version: input.version + 1 })
  }),
]
