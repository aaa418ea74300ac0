import { z } from 'zod'
import { canReach, canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { mayChangeFile } from '../people/person-rules.ts'
import { fileFor, fileWithin } from '../people/open-routes.ts'
import { findProject } from '../projects/store.ts'
import { handedFor, openContent, openHanded } from './handed-routes.ts'
import { maskedHanded } from './handed-rules.ts'
import {
  checkConsent,
  doesConsentCover,
  mayAnswerReferral,
  mayChangeReferral,
  mayFinishReferral,
  maySendReferral,
  mayUndoReferral,
  mayWithdrawReferral,
} from './referral-rules.ts'
import {
  finishReferral,
  handedFieldSchema,
  listReferrals,
  listReferralsOfPerson,
  openReferral,
  recordReferralAnswer,
  recordReferralConsent,
  referralStateSchema,
  saveReferral,
  sendReferral,
  undoReferralStep,
  withdrawReferral,
  type ReferralInput,
  type ReferralState,
} from './schema.ts'
import * as store from './store.ts'
import * as write from './write-store.ts'

const aReferral = { zh: '这份转介', en: 'referral' }
export const outside = no(
  'referrals.outside',
  { zh: '这份转介不在您负责的社区或项目内。', en: 'This referral is not in your communities or projects.' },
  { sort: 'forbidden' },
)

/** A referral with what the rules ask of it. */
export const factsOf = (row: store.ReferralRecord) => ({
  state: row.state,
  hasConsent: row.consent_id !== null,
  sentOn: row.sent_on,
  dueOn: row.due_on,
  answeredVia: row.answered_via,
})

async function referralFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<store.ReferralRecord>> {
  call.note({ subject: `referral:${id}` })
  const found = await store.findReferral(call.tx, call.tenantId, id)
  if (found === undefined) return absent(aReferral)
  return canReach(call.reach, { projectId: found.project_id, communityCode: found.community_code }) ? yes(found) : outside
}

/** The person must be within reach and the file open; the case or service it came out of must be theirs. */
async function mayWrite(call: SignedInCall<ReferralInput>): Promise<Verdict> {
  const { tx, tenantId, input, reach } = call
  if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
  if (!canReach(reach, input)) return outside
  const file = await fileWithin(call, input.personId)
  if (!file.ok) return file
  const open = mayChangeFile(file.value)
  if (!open.ok) return open
  return (await store.isOfProject(tx, tenantId, input))
    ? yes()
    : no(
        'referral.origin',
        { zh: '所写的个案或服务不是这个人在本项目的。', en: 'That case or service is not this person’s in this project.' },
        { sort: 'invalid' },
      )
}

type Step = { id: string; version: number }
type Change = Parameters<typeof write.changeReferral>[4]

/** Takes a referral one step on, or says why not; the step stays on record. */
async function takeStep(
  call: SignedInCall<Step>,
  step: write.Step['step'],
  decide: (row: store.ReferralRecord) => Verdict,
  change: (row: store.ReferralRecord) => Promise<Change> | Change,
  note: string | null = null,
): Promise<Verdict<{ version: number }>> {
  const { tx, tenantId, input, sealer, actor } = call
  const found = await referralFor(call, input.id)
  if (!found.ok) return found
  if (found.value.version !== input.version) return changedMeanwhile
  const may = decide(found.value)
  if (!may.ok) return may
  if (!(await write.changeReferral(tx, tenantId, input.id, input.version, await change(found.value)))) return changedMeanwhile
  await write.addStep(tx, tenantId, sealer, { id: input.id, step, stateBefore: found.value.state, note, by: actor.accountId })
  return yes({ version: input.version + 1 })
}

export const referralRoutes = [
  route(listReferrals, async ({ tx, tenantId, input, reach, today }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    return yes(await store.listReferralRows(tx, tenantId, input, reach, today))
  }),

  route(listReferralsOfPerson, async (call) => {
    const { tx, tenantId, input, reach, today } = call
    const file = await fileFor(call, input.personId)
    if (!file.ok) return file
    return yes({ rows: await store.listReferralsOf(tx, tenantId, input.personId, reach, today) })
  }),

  route(openReferral, async (call) => {
    const { tx, tenantId, input, sealer, today } = call
    const found = await referralFor(call, input.id)
    if (!found.ok) return found
    const row = found.value
    const opened = (sealed: Buffer | null, field: string) =>
      sealed === null ? null : sealer.open(sealed, write.referralBound(tenantId, row.id, field))
    const steps = await store.listReferralSteps(tx, tenantId, row.id)
    return yes({
      ...(await store.getReferralRow(tx, tenantId, row.id, today)),
      version: row.version,
      communityCode: row.community_code,
      receiver: row.receiver,
      receiverPhone: row.receiver_phone,
      caseId: row.case_id,
      serviceId: row.service_id,
      content: openContent(call, row),
      fields: z.array(handedFieldSchema).parse(row.handed_fields),
      handed: maskedHanded(openHanded(call, row)),
      consent: (await store.findReferralConsent(tx, tenantId, row.consent_id)) ?? null,
      answeredBy: row.answered_by,
      answeredVia: row.answered_via,
      answer: opened(row.answer_sealed, 'answer'),
      outcome: opened(row.outcome_sealed, 'outcome'),
      steps: steps.map(({ noteSealed, madeAt, stateBefore: _before, ...step }) => ({
        ...step,
        at: madeAt.toISOString(),
        note: noteSealed === null ? null : sealer.open(noteSealed, write.referralBound(tenantId, step.id, 'note')),
      })),
    })
  }),

  route(saveReferral, async (call) => {
    const { tx, tenantId, input, sealer, actor } = call
    call.note({ subject: `referral:${input.id}`, details: { to: input.organisationId, fields: input.fields } })
    const known = await store.findReferral(tx, tenantId, input.id)
    if (known === undefined) {
      if (input.version !== 0) return absent(aReferral)
      const may = await mayWrite(call)
      if (!may.ok) return may
      await write.addReferral(tx, tenantId, sealer, input, actor.accountId)
      return yes({ version: 1, consentLapsed: false })
    }
    const found = await referralFor(call, input.id)
    if (!found.ok) return found
    const may = mayChangeReferral(factsOf(found.value))
    if (!may.ok) return may
    const kept = { ...input, projectId: found.value.project_id, personId: found.value.person_id, caseId: null, serviceId: null }
    const within = await mayWrite({ ...call, input: kept })
    if (!within.ok) return within
    const agreed = {
      organisationId: found.value.organisation_id,
      fields: z.array(handedFieldSchema).parse(found.value.handed_fields),
      measured: openContent(call, found.value).measured,
    }
    const covers = doesConsentCover(agreed, { ...input, measured: input.content.measured })
    if (!(await write.rewriteReferral(tx, tenantId, sealer, kept, covers))) return changedMeanwhile
    await write.addStep(tx, tenantId, sealer, { id: input.id, step: 'changed', stateBefore: 'draft', note: null, by: actor.accountId })
    return yes({ version: input.version + 1, consentLapsed: !covers && found.value.consent_id !== null })
  }),

  route(recordReferralConsent, (call) =>
    takeStep(
      call,
      'consented',
      (row) => {
        const may = mayChangeReferral(factsOf(row))
        return may.ok ? checkConsent(call.input.consent, call.today) : may
      },
      async (row) => ({
        consent_id: await write.addReferralConsent(
          call.tx,
          call.tenantId,
          { personId: row.recorded_person_id, organisationId: row.organisation_id },
          call.input.consent,
        ),
      }),
    ),
  ),

  route(sendReferral, (call) =>
    takeStep(
      call,
      'sent',
      (row) => maySendReferral(factsOf(row)),
      async (row) => ({
        state: 'sent',
        sent_on: call.today,
        sent_by: call.actor.accountId,
        handed_sealed: write.sealHanded(call.sealer, call.tenantId, row.id, await handedFor(call, row)),
      }),
    ),
  ),

  route(recordReferralAnswer, (call) => {
    const { input } = call
    return takeStep(
      call,
      input.answer,
      (row) => mayAnswerReferral(factsOf(row), input, call.today),
      (row) => ({
        state: input.answer,
        answered_on: input.on,
        answered_by: input.by,
        answered_via: 'office',
        answer_sealed:
          input.note === null || input.note === ''
            ? null
            : call.sealer.seal(input.note, write.referralBound(call.tenantId, row.id, 'answer')),
      }),
    )
  }),

  route(finishReferral, (call) =>
    takeStep(
      call,
      'done',
      (row) => mayFinishReferral(factsOf(row), call.input.on, call.today),
      (row) => ({
        state: 'done',
        ended_on: call.input.on,
        outcome_sealed: call.sealer.seal(call.input.outcome, write.referralBound(call.tenantId, row.id, 'outcome')),
      }),
    ),
  ),

  route(withdrawReferral, (call) =>
    takeStep(
      call,
      'withdrawn',
      (row) => mayWithdrawReferral(factsOf(row)),
      async (row) => {
        if (call.input.consentWithdrawn && row.consent_id !== null)
          await write.withdrawConsent(call.tx, call.tenantId, row.consent_id, call.today)
        return { state: 'withdrawn', ended_on: call.today }
      },
      call.input.reason,
    ),
  ),

  route(undoReferralStep, async (call) => {
    const { tx, tenantId, input } = call
    const steps = await store.listReferralSteps(tx, tenantId, input.id)
    const before = referralStateSchema.safeParse(steps[0]?.stateBefore).data ?? null
    return takeStep(
      call,
      'undone',
      (row) => {
        const may = mayUndoReferral(factsOf(row), before)
        return may.ok ? yes() : may
      },
      (row) => {
        const back = mayUndoReferral(factsOf(row), before)
        return back.ok ? undone(row.state, back.value) : {}
      },
      input.reason,
    )
  }),
]

/** What goes with the step that is taken back. */
function undone(from: ReferralState, to: ReferralState): Change {
  const answer = { answered_on: null, answered_by: null, answered_via: null, answer_sealed: null }
  if (from === 'accepted' || from === 'refused') return { state: to, ...answer }
  return from === 'done' ? { state: to, ended_on: null, outcome_sealed: null } : { state: to, ended_on: null }
}
