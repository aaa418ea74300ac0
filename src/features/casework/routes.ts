import { accountIdSchema, type AccountId } from '../../kernel/ids.ts'
import { canReach, canReachInto, canReachProject } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { mayChangeFile } from '../people/person-rules.ts'
import { findFile } from '../people/store.ts'
import { findProject } from '../projects/store.ts'
import { checkService } from '../ledger/service-rules.ts'
import { addService, findRecordingFacts } from '../ledger/write-store.ts'
import { checkCaseConsent, mayDecide, mayWork } from './case-rules.ts'
import { detailFor } from './detail-routes.ts'
import { asOfFor, boxFor, caseFor, factsOf, outside } from './load-routes.ts'
import { addCase, assignCase, decideCase, listCases, listCasesOfPerson, listCaseworkers, openCase, saveCaseworkSetting } from './schema.ts'
import * as store from './store.ts'
import * as write from './write-store.ts'

const aProject = { zh: '这个项目', en: 'project' }

/** Whoever is in charge works in the project, and whoever supervises supervises there. */
async function checkStaff(
  call: SignedInCall<unknown>,
  projectId: string,
  { workerId, supervisorId }: { workerId: AccountId; supervisorId: AccountId | null },
): Promise<Verdict> {
  const workers = await store.listStaff(call.tx, call.tenantId, projectId, ['socialWorker', 'counsellor', 'supervisor', 'manager'])
  if (!workers.some((one) => one.id === workerId))
    return no(
      'case.worker.unknown',
      { zh: '负责人要是本项目的社工、咨询师、督导或负责人。', en: 'Whoever is in charge works in this project.' },
      { field: 'workerId', sort: 'invalid' },
    )
  if (supervisorId === null) return yes()
  const supervisors = await store.listStaff(call.tx, call.tenantId, projectId, ['supervisor'])
  return supervisors.some((one) => one.id === supervisorId)
    ? yes()
    : no(
        'case.supervisor.unknown',
        { zh: '督导要是本项目的督导。', en: 'The supervisor supervises in this project.' },
        { field: 'supervisorId', sort: 'invalid' },
      )
}

export const caseRoutes = [
  route(listCases, async (call) => {
    const { tx, tenantId, input, reach, actor } = call
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReachInto(reach, input.projectId)) return outside
    return yes(await store.listCaseRows(tx, tenantId, input, reach, await asOfFor(call, input.projectId), actor.accountId))
  }),

  route(listCasesOfPerson, async (call) => {
    const { tx, tenantId, input, reach } = call
    call.note({ subject: `person:${input.personId}` })
    const file = await findFile(tx, tenantId, input.personId, reach)
    if (file === undefined) return absent({ zh: '这个人的档案', en: 'person' })
    if (!file.isWithin) return outside
    return yes({ rows: await store.listRowsOfPerson(tx, tenantId, input.personId, reach, await asOfFor(call)) })
  }),

  route(openCase, async (call) => {
    const found = await caseFor(call, call.input.id)
    return found.ok ? yes(await detailFor(call, found.value)) : found
  }),

  route(listCaseworkers, async ({ tx, tenantId, input, reach }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReachInto(reach, input.projectId)) return outside
    return yes({
      workers: await store.listStaff(tx, tenantId, input.projectId, ['socialWorker', 'counsellor', 'supervisor', 'manager']),
      supervisors: await store.listStaff(tx, tenantId, input.projectId, ['supervisor']),
      recordDays: await store.getRecordDays(tx, tenantId, input.projectId),
    })
  }),

  route(saveCaseworkSetting, async ({ tx, tenantId, input, reach, note }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReachProject(reach, input.projectId)) return outside
    note({ subject: `project:${input.projectId}`, details: { recordDays: input.recordDays } })
    await store.saveRecordDays(tx, tenantId, input.projectId, input.recordDays)
    return yes({})
  }),

  route(addCase, async (call) => {
    const { tx, tenantId, input, reach, actor, today } = call
    call.note({ subject: `case:${input.id}`, details: { project: input.projectId, source: input.form.source } })
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReach(reach, input)) return outside
    const file = await findFile(tx, tenantId, input.personId, reach)
    if (file === undefined) return absent({ zh: '这个人的档案', en: 'person' })
    if (!file.isWithin) return outside
    const may = mayChangeFile(file)
    if (!may.ok) return may
    const open = (await store.listRowsOfPerson(tx, tenantId, input.personId, reach, await asOfFor(call))).find(
      (row) => row.projectId === input.projectId && row.stage !== 'closed' && row.stage !== 'not_accepted',
    )
    if (open !== undefined)
      return no(
        'case.another',
        {
          zh: `此人在本项目已有未结的个案 ${open.number}，请在那个个案里继续。`,
          en: `Case ${open.number} of this person is still open: go on in it.`,
        },
        { field: 'personId' },
      )
    const facts = await findRecordingFacts(tx, tenantId, { projectId: input.projectId, communityCode: input.communityCode, ids: [], reach })
    if (facts === undefined) return absent(aProject)
    const checked = checkService({ day: input.on, status: 'held', startsAt: null, minutes: null }, facts.project, today)
    if (!checked.ok) return checked.field === 'day' ? { ...checked, field: 'on' } : checked
    const number = await write.nextNumber(tx, tenantId, input.projectId, input.on.slice(0, 4))
    await addService(
      tx,
      tenantId,
      {
        id: input.serviceId,
        projectId: input.projectId,
        kind: 'case_opening',
        line: 'mental',
        // Counted once it is accepted.
        status: 'planned',
        themes: [],
        number,
        title: null,
        communityCode: input.communityCode,
        day: input.on,
        startsAt: null,
        minutes: null,
        place: null,
        worker: actor.displayName,
        unnamedCount: 0,
        quantity: null,
        unit: null,
        note: null,
      },
      actor.accountId,
    )
    await write.addCase(tx, tenantId, { ...input, number, source: input.form.source, by: actor.accountId })
    const box = boxFor(call)
    await write.addForm(tx, tenantId, box, input.id, input.id, { kind: 'intake', content: input.form }, actor.accountId)
    const row = await store.findCase(tx, tenantId, input.id)
    if (row === undefined) throw new Error('A case just opened is gone.')
    await write.addStep(tx, tenantId, box, { row, step: 'opened', on: input.on, note: null, by: actor.accountId })
    return yes({ id: input.id, number })
  }),

  route(decideCase, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await caseFor(call, input.id)
    if (!found.ok) return found
    const row = found.value
    if (row.version !== input.version) return changedMeanwhile
    const may = mayDecide(await factsOf(call, row, [], []))
    if (!may.ok) return may
    if (input.on > today)
      return no('case.day.future', { zh: '日期在今天之后，请核对。', en: 'The day lies ahead.' }, { field: 'on', sort: 'invalid' })
    const box = boxFor(call)
    if (!input.accepted) {
      const opened = await write.setOpening(tx, tenantId, row, { status: 'cancelled', day: input.on }, '不接案', actor.accountId)
      if (!opened) return changedMeanwhile
      await write.addStep(tx, tenantId, box, { row, step: 'not_accepted', on: input.on, note: input.reason, by: actor.accountId })
      return (await write.changeCase(tx, tenantId, row.id, row.version, { state: 'not_accepted', stage: 'not_accepted' }))
        ? yes({ version: row.version + 1 })
        : changedMeanwhile
    }
    const consent = checkCaseConsent(input.consent, today)
    if (!consent.ok) return consent
    const staff = await checkStaff(call, row.project_id, input)
    if (!staff.ok) return staff
    if (row.person_id === null) return absent({ zh: '这个人的档案', en: 'person' })
    const opened = await write.setOpening(tx, tenantId, row, { status: 'held', day: input.on }, '接案', actor.accountId)
    if (!opened) return changedMeanwhile
    await write.addStep(tx, tenantId, box, { row, step: 'accepted', on: input.on, note: input.reason, by: actor.accountId })
    const changed = await write.changeCase(tx, tenantId, row.id, row.version, {
      stage: 'assessment',
      opened_on: input.on,
      consent_id: await write.addConsent(tx, tenantId, row.recorded_person_id ?? row.person_id, input.consent),
      worker_id: input.workerId,
      supervisor_id: input.supervisorId,
    })
    return changed ? yes({ version: row.version + 1 }) : changedMeanwhile
  }),

  route(assignCase, async (call) => {
    const { tx, tenantId, input } = call
    const found = await caseFor(call, input.id)
    if (!found.ok) return found
    if (found.value.version !== input.version) return changedMeanwhile
    const may = mayWork({ ...(await factsOf(call, found.value, [], [])), suspendedOn: null })
    if (!may.ok) return may
    const staff = await checkStaff(call, found.value.project_id, input)
    if (!staff.ok) return staff
    call.note({ details: { worker: accountIdSchema.parse(input.workerId), supervisor: input.supervisorId } })
    const changed = await write.changeCase(tx, tenantId, input.id, input.version, {
      worker_id: input.workerId,
      supervisor_id: input.supervisorId,
    })
    return changed ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),
]
