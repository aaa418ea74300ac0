import { v7 } from 'uuid'
import type { DivisionCode, ProjectId } from '../../kernel/ids.ts'
import { canReach, nowhere } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { toPicture } from '../../server/pictures.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { reachOf } from '../identity/role-rules.ts'
import { statusSchema } from '../ledger/kind-schema.ts'
import { findService } from '../ledger/store.ts'
import { findProject } from '../projects/store.ts'
import { aProgramme, aProject, openRoutes, outside, programmeFor } from './open-routes.ts'
import { programmePrintRoutes } from './print-routes.ts'
import { mayBelong, mayChange, mayMove, mayPlan, mayStillChange, templateOf } from './programme-rules.ts'
import * as schema from './schema.ts'
import * as store from './store.ts'
import * as writing from './write-store.ts'

const elsewhere = no(
  'programmes.community',
  {
    zh: '这个社区不在项目的服务范围内，请先在“项目”里加上。',
    en: 'The project does not serve this community: add it to the project first.',
  },
  { field: 'communityCode', sort: 'invalid' },
)
const already = no(
  'programmes.already',
  {
    zh: '这个社区已经有一社一品。一个社区同一时间只有一个；要换新的，请先结束原来的。',
    en: 'The community has a programme. It has one at a time: end the one before another begins.',
  },
  { field: 'communityCode' },
)

type Place = { projectId: ProjectId; communityCode: DivisionCode }

/** Whether another programme may begin in a community; its place is held until the transaction ends. */
async function mayBegin({ tx, tenantId, reach }: SignedInCall<unknown>, at: Place): Promise<Verdict> {
  if ((await findProject(tx, tenantId, at.projectId)) === undefined) return absent(aProject)
  if (!canReach(reach, at)) return outside
  if (!(await writing.holdCommunity(tx, tenantId, at.projectId, at.communityCode))) return elsewhere
  return (await store.findCurrent(tx, tenantId, at.projectId, at.communityCode)) === undefined ? yes() : already
}

/** Writes the next version of a programme that is there. */
async function addNext(
  call: SignedInCall<unknown>,
  row: store.ProgrammeRow,
  version: number,
  next: { act: schema.Act; content: schema.Content; reason: string | null; state?: schema.ProgrammeState },
): Promise<Verdict<{ version: number }>> {
  const { tx, tenantId, actor, note } = call
  const state = next.state ?? row.state
  if (!(await writing.takeVersion(tx, tenantId, row.id, version, state))) return changedMeanwhile
  await writing.addVersion(tx, tenantId, { ...next, programmeId: row.id, version: version + 1, by: actor.accountId })
  await writing.nameInCommunity(
    tx,
    tenantId,
    { projectId: row.project_id, communityCode: row.community_code },
    state === 'ended' ? undefined : next.content,
  )
  note({ details: { programme: row.id, act: next.act }, ...(next.reason === null ? {} : { reason: next.reason }) })
  return yes({ version: version + 1 })
}

async function begin(
  call: SignedInCall<unknown>,
  at: Place,
  one: { id: string; copiedFrom: string | null; content: schema.Content },
): Promise<Verdict> {
  const { tx, tenantId, actor, note } = call
  const may = await mayBegin(call, at)
  if (!may.ok) return may
  note({ subject: `project:${at.projectId}`, details: { programme: one.id } })
  await writing.addProgramme(tx, tenantId, { ...at, id: one.id, copiedFrom: one.copiedFrom })
  const act = one.copiedFrom === null ? 'begun' : 'copied'
  await writing.addVersion(tx, tenantId, { programmeId: one.id, version: 1, act, content: one.content, reason: null, by: actor.accountId })
  await writing.nameInCommunity(tx, tenantId, at, one.content)
  return yes()
}

export const programmeRoutes = [
  ...openRoutes,
  ...programmePrintRoutes,

  route(schema.saveProgramme, async (call) => {
    const { tx, tenantId, input, today } = call
    const { id, version, projectId, communityCode, reason, ...plan } = input
    const planned = mayPlan(plan.steps, today)
    if (!planned.ok) return planned
    const partners = plan.partners.flatMap(({ organisationId }) => organisationId ?? [])
    const known = await store.listOrganisationNames(tx, tenantId, partners)
    if (partners.some((each) => !known.has(each))) return absent({ zh: '这家合作单位', en: 'partner' })
    if (version === 0) {
      const begun = await begin(call, { projectId, communityCode }, { id, copiedFrom: null, content: { ...plan, markId: null } })
      return begun.ok ? yes({ version: 1 }) : begun
    }
    const found = await programmeFor(call, id)
    if (!found.ok) return found
    const may = mayChange(found.value.state, reason)
    if (!may.ok) return may
    return addNext(call, found.value, version, { act: 'changed', content: { ...plan, markId: found.value.content.markId }, reason })
  }),

  route(schema.copyProgramme, async (call) => {
    const { input, actor } = call
    const source = await store.findProgramme(call.tx, call.tenantId, input.id)
    if (source === undefined) return absent(aProgramme)
    // A plan is taken from wherever it can be read, to where one may be written.
    const reads = reachOf(actor.grants, 'programmes.read') ?? nowhere
    if (!canReach(reads, { projectId: source.project_id, communityCode: source.community_code })) return outside
    const { projectId, communityCode, newId, name, firstMonth } = input
    const content = templateOf(source.content, name, firstMonth, v7)
    const begun = await begin(call, { projectId, communityCode }, { id: newId, copiedFrom: source.id, content })
    return begun.ok ? yes({ id: newId }) : begun
  }),

  route(schema.moveProgramme, async (call) => {
    const { tx, tenantId, input } = call
    const found = await programmeFor(call, input.id)
    if (!found.ok) return found
    const row = found.value
    const may = mayMove(row.state, input.to, row.content, input.reason)
    if (!may.ok) return may
    if (row.state === 'ended') {
      await writing.holdCommunity(tx, tenantId, row.project_id, row.community_code)
      if ((await store.findCurrent(tx, tenantId, row.project_id, row.community_code)) !== undefined) return already
    }
    return addNext(call, row, input.version, { act: may.value, content: row.content, reason: input.reason, state: input.to })
  }),

  route(schema.finishStep, async (call) => {
    const { input, today } = call
    const found = await programmeFor(call, input.id)
    if (!found.ok) return found
    const { content, state } = found.value
    const changing = mayStillChange(state)
    if (!changing.ok) return changing
    if (!content.steps.some((step) => step.id === input.stepId)) return absent({ zh: '年度计划里的这一步', en: 'step of the plan' })
    const steps = content.steps.map((step) => (step.id === input.stepId ? { ...step, doneOn: input.doneOn } : step))
    const planned = mayPlan(steps, today)
    if (!planned.ok) return planned
    return addNext(call, found.value, input.version, { act: 'stepped', content: { ...content, steps }, reason: null })
  }),

  route(schema.restoreProgramme, async (call) => {
    const { tx, tenantId, input } = call
    const found = await programmeFor(call, input.id)
    if (!found.ok) return found
    const may = mayChange(found.value.state, input.reason)
    if (!may.ok) return may
    const earlier = (await store.listVersions(tx, tenantId, input.id)).find((each) => each.version === input.to)
    if (earlier === undefined) return absent({ zh: '这一版', en: 'version' })
    return addNext(call, found.value, input.version, { act: 'restored', content: earlier.content, reason: input.reason })
  }),

  route(schema.addProgrammeServices, async (call) => {
    const { tx, tenantId, input, actor, note } = call
    const found = await programmeFor(call, input.id)
    if (!found.ok) return found
    const { project_id: projectId, community_code: communityCode, state } = found.value
    const changing = mayStillChange(state)
    if (!changing.ok) return changing
    for (const serviceId of input.serviceIds) {
      const service = await findService(tx, tenantId, serviceId, { whole: true })
      if (service === undefined) return absent({ zh: '这次服务的记录', en: 'service' })
      const { project_id, community_code, repeats } = service.row
      const status = statusSchema.parse(service.row.status)
      const may = mayBelong({ projectId: project_id, communityCode: community_code, status, repeats }, { projectId, communityCode })
      if (!may.ok) return may
    }
    const added = await writing.addServices(tx, tenantId, input.id, input.serviceIds, actor.accountId)
    note({ details: { programme: input.id, added } })
    return yes({ added })
  }),

  route(schema.removeProgrammeService, async (call) => {
    const { tx, tenantId, input, actor, now, note } = call
    const found = await programmeFor(call, input.id)
    if (!found.ok) return found
    const changing = mayStillChange(found.value.state)
    if (!changing.ok) return changing
    note({ reason: input.reason, details: { programme: input.id, service: input.serviceId } })
    const removed = await writing.removeService(tx, tenantId, input.id, { ...input, by: actor.accountId, now })
    return removed ? yes({}) : absent({ zh: '这次服务（可能已经移出）', en: 'service of the programme' })
  }),

  route(schema.markProgramme, async (call) => {
    const { tx, tenantId, input, actor, files, sealer } = call
    const found = await programmeFor(call, input.id)
    if (!found.ok) return found
    const row = found.value
    const changing = mayStillChange(row.state)
    if (!changing.ok) return changing
    const [file] = files
    if (file === undefined)
      return addNext(call, row, input.version, { act: 'marked', content: { ...row.content, markId: null }, reason: null })
    const picture = await toPicture(file.bytes)
    if (!picture.ok) return picture
    const sealed = store.sealMark(sealer, tenantId, input.markId, picture.value.thumbnail.bytes)
    await writing.addMark(tx, tenantId, { id: input.markId, programmeId: row.id, sealed, by: actor.accountId })
    return addNext(call, row, input.version, { act: 'marked', content: { ...row.content, markId: input.markId }, reason: null })
  }),
]
