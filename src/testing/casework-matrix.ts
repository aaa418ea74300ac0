import { v7 } from 'uuid'
import { addReferral, changeReferral } from '../features/referrals/write-store.ts'
import { daySchema } from '../kernel/day.ts'
import { serviceIdSchema } from '../kernel/ids.ts'
import type { Tx } from '../server/db.ts'
import type { Sealer } from '../server/seal.ts'
import type { Matrix, Spot } from './matrix.ts'

// What casework and referrals are asked for.

// Versions that no record has.
const version = 9999
const note = { facts: '老人说睡得好些' }
const caseConsent = { givenBy: '张三', capacity: 'self', method: 'signature', givenOn: '2024-10-01', witness: null }

export const caseworkMatrix: Matrix = {
  'referrals.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'referrals.ofPerson': { aim: 'record', input: (spot) => ({ personId: spot.personId }) },
  'referrals.open': { aim: 'record', input: (spot) => ({ id: spot.referralId }) },
  'referrals.save': {
    aim: 'record',
    input: (spot) => ({
      id: spot.referralId,
      version,
      projectId: spot.projectId,
      personId: spot.personId,
      communityCode: spot.communityCode,
      organisationId: spot.organisationId,
      receiver: null,
      receiverPhone: null,
      content: { reason: '血压偏高', given: '', needs: '复诊', enclosed: [] },
      fields: ['name'],
      dueOn: '2024-11-01',
    }),
  },
  'referrals.recordConsent': {
    aim: 'record',
    input: (spot) => ({
      id: spot.referralId,
      version,
      consent: { givenBy: '张三', capacity: 'self', method: 'signature', givenOn: '2024-10-01', witness: null },
    }),
  },
  'referrals.send': { aim: 'record', input: (spot) => ({ id: spot.referralId, version }) },
  'referrals.recordAnswer': {
    aim: 'record',
    input: (spot) => ({ id: spot.referralId, version, answer: 'accepted', on: '2024-10-02', by: '李医生', note: null }),
  },
  'referrals.finish': { aim: 'record', input: (spot) => ({ id: spot.referralId, version, on: '2024-10-05', outcome: '已复诊' }) },
  'referrals.withdraw': { aim: 'record', input: (spot) => ({ id: spot.referralId, version, reason: '试试' }) },
  'referrals.undo': { aim: 'record', input: (spot) => ({ id: spot.referralId, version, reason: '试试' }) },
  'referrals.received': { aim: 'tenant', input: () => ({}) },
  'referrals.openReceived': { aim: 'record', input: (spot) => ({ id: spot.referralId }) },
  'referrals.answer': { aim: 'record', input: (spot) => ({ id: spot.referralId, version, answer: 'accepted', by: '李医生', note: null }) },
  'cases.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'cases.ofPerson': { aim: 'record', input: (spot) => ({ personId: spot.personId }) },
  'cases.open': { aim: 'record', input: (spot) => ({ id: spot.caseId }) },
  'cases.workers': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'cases.saveSetting': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, recordDays: 3 }) },
  'cases.add': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      serviceId: v7(),
      projectId: spot.projectId,
      personId: spot.personId,
      communityCode: spot.communityCode,
      on: '2024-10-01',
      form: { source: 'outreach', appeal: '一个人闷' },
    }),
  },
  'cases.decide': {
    aim: 'record',
    input: (spot) => ({
      id: spot.caseId,
      version,
      accepted: true,
      on: '2024-10-01',
      consent: caseConsent,
      workerId: spot.accountId,
      supervisorId: null,
    }),
  },
  'cases.saveForm': {
    aim: 'record',
    input: (spot) => ({
      id: spot.caseId,
      version,
      formId: v7(),
      form: { kind: 'stage_evaluation', content: { progress: '有进展' } },
    }),
  },
  'cases.sign': {
    aim: 'record',
    input: (spot) => ({
      id: spot.caseId,
      version,
      signatureId: v7(),
      formId: spot.caseId,
      signature: { party: 'elder', name: '张三', method: 'paper', signedOn: '2024-10-01' },
    }),
  },
  'cases.changeStage': { aim: 'record', input: (spot) => ({ id: spot.caseId, version, to: 'evaluation', on: '2024-10-01' }) },
  'cases.close': {
    aim: 'record',
    input: (spot) => ({ id: spot.caseId, version, formId: v7(), on: '2024-10-01', form: { reason: 'moved', attained: [] } }),
  },
  'cases.undo': { aim: 'record', input: (spot) => ({ id: spot.caseId, version, reason: '试试' }) },
  'cases.saveCrisis': {
    aim: 'record',
    input: (spot) => ({ id: spot.caseId, version, act: 'end', crisisId: v7(), on: '2024-10-01', outcome: '已平稳' }),
  },
  'cases.assign': { aim: 'record', input: (spot) => ({ id: spot.caseId, version, workerId: spot.accountId, supervisorId: null }) },
  'caseSessions.start': { aim: 'record', input: (spot) => ({ caseId: spot.caseId }) },
  'caseSessions.record': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      projectId: spot.projectId,
      caseIds: [spot.caseId],
      day: '2024-10-02',
      means: 'home',
      // Nobody’s file, so that asking records nothing.
      attended: [{ id: v7(), personId: v7(), part: 'beneficiary' }],
      content: note,
    }),
  },
  'caseSessions.open': { aim: 'record', input: (spot) => ({ id: spot.caseSessionId }) },
  'caseSessions.change': { aim: 'record', input: (spot) => ({ id: spot.caseSessionId, version, content: note, reason: '补写' }) },
  'caseSessions.setNarrow': { aim: 'record', input: (spot) => ({ id: spot.caseSessionId, version, narrow: true, reason: '咨询' }) },
  'caseReviews.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'caseReviews.review': {
    aim: 'record',
    input: (spot) => ({ id: v7(), of: 'session', recordId: spot.caseSessionId, kind: 'comment', body: '请写事实' }),
  },
  'cases.print': { aim: 'record', input: (spot) => ({ id: spot.caseId, what: 'file', format: 'html' }) },
  'supervision.print': { aim: 'project', input: (spot) => ({ id: spot.supervisionId, format: 'html' }) },
  'referrals.print': { aim: 'record', input: (spot) => ({ id: spot.referralId, format: 'html' }) },
  'supervision.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'supervision.save': {
    aim: 'project',
    input: (spot) => ({
      id: v7(),
      version,
      projectId: spot.projectId,
      form: 'individual',
      day: '2024-10-01',
      minutes: 60,
      supervised: [spot.accountId],
      topics: '边界',
    }),
  },
}

/** A case with a session, a record of supervision and a referral that was sent. */
export async function addCaseworkTo(tx: Tx, tenantId: number, sealer: Sealer, spot: Spot): Promise<void> {
  const openingServiceId = serviceIdSchema.parse(v7())
  const facts = {
    tenant_id: tenantId,
    project_id: spot.projectId,
    line: 'mental',
    status: 'held',
    community_code: spot.communityCode,
  } as const
  const day = daySchema.parse('2024-10-01')
  await tx
    .insertInto('service')
    .values({ ...facts, id: openingServiceId, kind: 'case_opening', day })
    .execute()
  await tx
    .insertInto('service')
    .values({ ...facts, id: spot.caseSessionId, kind: 'case_session', day })
    .execute()
  await tx
    .insertInto('case_file')
    .values({
      tenant_id: tenantId,
      id: spot.caseId,
      project_id: spot.projectId,
      opening_service_id: openingServiceId,
      person_id: spot.personId,
      recorded_person_id: spot.personId,
      number: 'GA2024-001',
      state: 'open',
    })
    .execute()
  await tx
    .insertInto('session_note')
    .values({ tenant_id: tenantId, service_id: spot.caseSessionId, case_id: spot.caseId, narrow: false, review: 'waiting' })
    .execute()
  await tx
    .insertInto('supervision_record')
    .values({
      tenant_id: tenantId,
      id: spot.supervisionId,
      project_id: spot.projectId,
      form: 'individual',
      day,
      minutes: 60,
      supervisor_id: spot.accountId,
      supervised: [spot.accountId],
      content_sealed: sealer.seal(
        '{"topics":"边界","advice":"","followUp":""}',
        `${tenantId}:supervision_record:${spot.supervisionId}:content`,
      ),
    })
    .execute()
  await addReferral(
    tx,
    tenantId,
    sealer,
    {
      id: spot.referralId,
      version: 0,
      projectId: spot.projectId,
      personId: spot.personId,
      communityCode: spot.communityCode,
      organisationId: spot.organisationId,
      receiver: null,
      receiverPhone: null,
      content: { reason: '血压偏高', given: '', needs: '复诊', enclosed: [], measured: [] },
      fields: ['name'],
      dueOn: daySchema.parse('2024-11-01'),
      caseId: null,
      serviceId: null,
    },
    spot.accountId,
  )
  await changeReferral(tx, tenantId, spot.referralId, 1, { state: 'sent', sent_on: daySchema.parse('2024-10-01') })
}
