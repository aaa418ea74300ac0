import { blankPerson, label, projectFacts } from './matrix-facts.ts'
import { acceptanceMatrix } from './acceptance-matrix.ts'
import { v7 } from 'uuid'
import type { SignUpId } from '../features/activities/attend-schema.ts'
import { activityMatrix } from './activity-matrix.ts'
import { caseworkMatrix } from './casework-matrix.ts'
import { reminderMatrix } from './reminder-matrix.ts'
import { linkageMatrix } from './linkage-matrix.ts'
import { visitMatrix } from './visit-matrix.ts'
import { volunteeringMatrix } from './volunteering-matrix.ts'
import type {
  AccountId,
  AttendanceId,
  DivisionCode,
  EvidenceId,
  ImportId,
  OrganisationId,
  PersonId,
  ProjectId,
  ServiceId,
} from '../kernel/ids.ts'
import { programmeMatrix } from './programme-matrix.ts'
import { wishMatrix } from './wish-matrix.ts'
import { clinicsMatrix } from './clinics-matrix.ts'
import { craftsMatrix } from './crafts-matrix.ts'
import { goodsMatrix } from './goods-matrix.ts'
import { projectMatrix } from './project-matrix.ts'

// What each endpoint is asked for, to see who is answered: an endpoint that is missing here fails the test.

/** The records of one place: a community of a project of an agency. */
export type Spot = {
  projectId: ProjectId
  communityCode: DivisionCode
  personId: PersonId
  otherPersonId: PersonId
  serviceId: ServiceId
  visitId: ServiceId
  groupId: string
  relationId: string
  slotId: string
  groupSessionId: ServiceId
  problemId: string
  escalationId: string
  attendanceId: AttendanceId
  evidenceId: EvidenceId
  signUpId: SignUpId
  importId: ImportId
  mergeId: string
  packId: string
  followUpId: string
  organisationId: OrganisationId
  goods: { lotId: ServiceId; roundId: string }
  accountId: AccountId
  grantId: string
  volunteer: { id: string; taskId: string; shiftId: ServiceId; familyId: string; queryId: string; sheetId: string }
  setId: string
  figureId: string
  referralId: string
  bulletinId: string
  caseId: string
  wishId: string
  course: { expenseId: string; fileId: string; riskId: string; changeId: string }
  programmeId: string
  linkage: { needId: string; resourceId: string; linkId: string }
  supervisionId: string
  /** A casework session of that case, whose note nobody here wrote. */
  caseSessionId: ServiceId
}

/**
 * record: one record, in a project and a community. project: the whole of a project, or what the caller may see of it.
 * tenant record: a record of the tenant, in no project. tenant: no record at all.
 */
export type Aim = 'record' | 'project' | 'tenant record' | 'tenant' | 'open'

const organisation = (id: string) => ({
  id,
  name: `组织${id}`,
  party: 'charity',
  kind: null,
  creditCode: null,
  phone: null,
  divisionCode: null,
})

// Versions that no record has, so that asking changes nothing: an endpoint that gets so far answers “changed meanwhile”.
const version = 9999

/** `findsNothing`: asked to remove what is not there, so that asking changes nothing; whoever may ask is told so. */
export type Cell = { aim: Aim; input: (spot: Spot) => object; findsNothing?: true }

/** What each endpoint is asked. */
export type Matrix = Record<string, Cell>

export const matrix: Matrix = {
  ...acceptanceMatrix,
  ...volunteeringMatrix,
  ...activityMatrix,
  ...linkageMatrix,
  ...caseworkMatrix,
  ...wishMatrix,
  ...programmeMatrix,
  'session.signIn': { aim: 'open', input: () => ({ name: 'nobody', password: 'x' }) },
  'session.signOut': { aim: 'tenant', input: () => ({}) },
  'session.mine': { aim: 'tenant', input: () => ({}) },
  'session.changePassword': { aim: 'tenant', input: () => ({ current: 'x', next: 'a long new password' }) },
  'session.chooseLanguage': { aim: 'tenant', input: () => ({ language: 'en' }) },
  'notices.mine': { aim: 'tenant', input: () => ({}) },
  'notices.count': { aim: 'tenant', input: () => ({}) },
  'notices.mark': { aim: 'tenant', input: () => ({ ids: [v7()], as: 'read' }) },
  'operations.progress': { aim: 'tenant', input: () => ({ operationId: v7() }) },
  'operations.stop': { aim: 'tenant', input: () => ({ operationId: v7() }) },
  'accounts.list': { aim: 'tenant', input: () => ({}) },
  'accounts.add': {
    aim: 'tenant',
    input: () => ({ id: v7(), name: `n${v7().slice(-10)}`, displayName: '新人', password: 'a first password' }),
  },
  'accounts.change': { aim: 'tenant record', input: (spot) => ({ id: spot.accountId, displayName: '改名' }) },
  'grants.list': { aim: 'tenant', input: () => ({}) },
  'grants.add': { aim: 'tenant record', input: (spot) => ({ id: v7(), accountId: spot.accountId, role: 'volunteer' }) },
  'grants.end': { aim: 'tenant record', input: (spot) => ({ id: spot.grantId, reason: '离职' }) },
  'trail.list': { aim: 'tenant', input: () => ({}) },
  'trail.verify': { aim: 'tenant', input: () => ({}) },
  'places.list': { aim: 'tenant', input: () => ({}) },
  'places.add': {
    aim: 'tenant',
    input: () => ({ code: '211102999', name: '新街道', level: 'street', parentCode: '211102', validFrom: '2025-01-01' }),
  },
  'places.end': { aim: 'tenant', input: () => ({ code: '211102101', validTo: '2099-01-01' }) },
  'organisations.list': { aim: 'tenant', input: () => ({}) },
  'organisations.add': { aim: 'tenant', input: () => organisation(v7()) },
  'organisations.change': { aim: 'tenant record', input: (spot) => ({ ...organisation(spot.organisationId), version }) },
  'people.find': { aim: 'tenant', input: () => ({ search: '张三' }) },
  'people.list': { aim: 'tenant', input: () => ({}) },
  'people.open': { aim: 'record', input: (spot) => ({ id: spot.personId }) },
  'people.print': { aim: 'record', input: (spot) => ({ id: spot.personId, format: 'html' }) },
  'people.unmask': { aim: 'record', input: (spot) => ({ id: spot.personId, field: 'phone', reason: '核对电话' }) },
  'people.add': {
    aim: 'record',
    input: (spot) => ({
      ...blankPerson,
      id: v7(),
      name: `新人${v7().slice(-6)}`,
      projectId: spot.projectId,
      communityCode: spot.communityCode,
      part: 'elder',
      idNumber: null,
    }),
  },
  'people.change': { aim: 'record', input: (spot) => ({ ...blankPerson, id: spot.personId, communityCode: spot.communityCode, version }) },
  'people.setIdNumber': { aim: 'record', input: (spot) => ({ id: spot.personId, version, idNumber: null, reason: '补录' }) },
  'people.recordDeath': { aim: 'record', input: (spot) => ({ id: spot.personId, version, deceasedOn: null, reason: '更正' }) },
  'people.saveLabel': { aim: 'record', input: (spot) => ({ personId: spot.personId, label: { id: v7(), ...label } }) },
  'people.saveContact': {
    aim: 'record',
    input: (spot) => ({ personId: spot.personId, contact: { id: v7(), name: '女儿', relation: null, phone: null } }),
  },
  'people.removeContact': { aim: 'record', findsNothing: true, input: (spot) => ({ personId: spot.personId, id: spot.personId }) },
  'merging.likely': { aim: 'tenant', input: () => ({}) },
  'merging.merge': { aim: 'record', input: (spot) => ({ id: v7(), keptId: spot.personId, mergedId: spot.personId, reason: '同一人' }) },
  'merging.undo': { aim: 'record', input: (spot) => ({ id: spot.mergeId, reason: '看错了' }) },
  'merging.declareDistinct': {
    aim: 'record',
    input: (spot) => ({ firstId: spot.personId, secondId: spot.otherPersonId, distinct: true, reason: '两个人' }),
  },
  'projects.list': { aim: 'tenant', input: () => ({}) },
  'projects.grantPlaces': { aim: 'tenant', input: () => ({}) },
  'projects.add': { aim: 'tenant', input: () => ({ ...projectFacts, id: v7() }) },
  'projects.open': { aim: 'project', input: (spot) => ({ id: spot.projectId }) },
  'projects.change': { aim: 'project', input: (spot) => ({ ...projectFacts, id: spot.projectId, version }) },
  'projects.saveLists': { aim: 'project', input: (spot) => ({ id: spot.projectId, version, needs: [] }) },
  ...projectMatrix,
  'services.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'services.open': { aim: 'record', input: (spot) => ({ id: spot.serviceId }) },
  'services.print': { aim: 'record', input: (spot) => ({ id: spot.serviceId, paper: 'roll', format: 'html' }) },
  'services.ofPerson': { aim: 'record', input: (spot) => ({ personId: spot.personId }) },
  'services.record': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      projectId: spot.projectId,
      communityCode: spot.communityCode,
      kind: 'home_visit',
      line: 'social',
      status: 'held',
      day: '2024-10-08',
    }),
  },
  'services.correct': { aim: 'record', input: (spot) => ({ id: spot.serviceId, version, note: '更正', reason: '写错' }) },
  'services.changeAttendance': { aim: 'record', input: (spot) => ({ id: spot.serviceId, version, reason: '补录' }) },
  'services.resolveName': { aim: 'record', input: (spot) => ({ attendanceId: spot.attendanceId, personId: spot.personId }) },
  'scales.texts': { aim: 'tenant', input: () => ({}) },
  'scales.saveText': {
    aim: 'tenant',
    input: () => ({ scale: 'UCLA-3', version, permission: '已获授权', items: {}, options: {} }),
  },
  'assessments.ofPerson': { aim: 'record', input: (spot) => ({ personId: spot.personId }) },
  'assessments.record': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      projectId: spot.projectId,
      personId: spot.personId,
      scale: 'GAD-2',
      answers: { '1': '0', '2': '1' },
      day: '2024-10-08',
    }),
  },
  'assessments.correct': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({
      personId: spot.personId,
      id: v7(),
      version,
      answers: { '1': '0' },
      day: '2024-10-08',
      phase: 'during',
      occasion: null,
      informant: 'self',
      note: null,
      protocol: null,
      reason: '写错',
    }),
  },
  'assessments.withdraw': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ personId: spot.personId, id: v7(), version, withdrawn: true, reason: '录错人' }),
  },
  'assessments.followUp': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({
      id: v7(),
      personId: spot.personId,
      assessmentId: v7(),
      contactedOn: '2024-10-09',
      how: '好一些',
      safeNow: 'yes',
      done: '',
      nextContactOn: null,
    }),
  },
  'assessments.print': {
    aim: 'record',
    input: (spot) => ({ personId: spot.personId, scale: 'GDS-15', projectId: spot.projectId, format: 'html' }),
  },
  'assessments.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'assessments.setInterval': {
    aim: 'project',
    input: (spot) => ({ projectId: spot.projectId, scale: 'GDS-15', months: 3, version }),
  },
  'evidence.list': { aim: 'record', input: (spot) => ({ serviceId: spot.serviceId }) },
  'evidence.add': { aim: 'record', input: (spot) => ({ serviceId: spot.serviceId, kind: 'photo', items: [{ id: v7() }] }) },
  'evidence.noteSignature': {
    aim: 'record',
    input: (spot) => ({ serviceId: spot.serviceId, id: v7(), signedBy: '王秀云', keptAt: '档案柜' }),
  },
  'evidence.thumbnail': { aim: 'record', input: (spot) => ({ id: spot.evidenceId }) },
  'evidence.open': { aim: 'record', input: (spot) => ({ id: spot.evidenceId }) },
  'evidence.describe': {
    aim: 'record',
    input: (spot) => ({
      id: spot.evidenceId,
      version,
      title: null,
      faces: null,
      consents: [],
      coversAll: false,
      publishable: false,
    }),
  },
  'evidence.remove': { aim: 'record', input: (spot) => ({ id: spot.evidenceId, version, removed: true, reason: '传错了' }) },
  ...reminderMatrix,
  ...visitMatrix,
  'needs.ofPerson': { aim: 'record', input: (spot) => ({ personId: spot.personId }) },
  'needs.save': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      version: 0,
      projectId: spot.projectId,
      personId: spot.personId,
      domainId: null,
      priority: 'usual',
      assessmentId: null,
      judgement: '独居，少人来往',
      statement: '需要陪伴',
      goal: null,
    }),
  },
  'needs.settle': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ personId: spot.personId, id: v7(), version, state: 'met', on: '2024-10-08', outcome: '有人陪了' }),
  },
  'needs.finishAction': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ personId: spot.personId, needId: v7(), version, actionId: v7(), doneOn: '2024-10-08' }),
  },
  'needs.print': { aim: 'record', input: (spot) => ({ personId: spot.personId, projectId: spot.projectId, format: 'html' }) },
  'needs.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  ...clinicsMatrix,
  ...goodsMatrix,
  ...craftsMatrix,
  'measures.list': { aim: 'tenant', input: () => ({}) },
  'figures.ofProject': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'figures.breakdown': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, measures: ['activities'], by: ['month'] }) },
  'figures.members': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, measure: 'direct_persons' }) },
  'frozen.freeze': {
    aim: 'project',
    input: (spot) => ({ id: v7(), projectId: spot.projectId, purpose: 'other', title: '试一试', measures: ['activities'] }),
  },
  'frozen.sets': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'frozen.figures': { aim: 'project', input: (spot) => ({ setId: spot.setId }) },
  'frozen.open': { aim: 'project', input: (spot) => ({ id: spot.figureId }) },
  'frozen.members': { aim: 'project', input: (spot) => ({ id: spot.figureId }) },
  'frozen.drift': { aim: 'project', input: (spot) => ({ id: spot.figureId }) },
  'frozen.correct': {
    aim: 'project',
    input: (spot) => ({ id: spot.figureId, newId: v7(), setId: v7(), reason: 'late', note: '补录' }),
  },
  'frozen.verify': { aim: 'tenant', input: () => ({}) },
  'bulletins.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'bulletins.facts': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'bulletins.compose': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'bulletins.open': { aim: 'project', input: (spot) => ({ id: spot.bulletinId }) },
  'bulletins.save': {
    aim: 'project',
    input: (spot) => ({ id: spot.bulletinId, version, projectId: spot.projectId, content: { title: '简报', blocks: [], kept: [] } }),
  },
  'bulletins.pictures': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'bulletins.takeDownPicture': { aim: 'project', input: (spot) => ({ id: spot.bulletinId, sha256: '0'.repeat(64), reason: '同意已撤回' }) },
  'bulletins.submit': { aim: 'project', input: (spot) => ({ id: spot.bulletinId, version }) },
  'bulletins.return': { aim: 'project', input: (spot) => ({ id: spot.bulletinId, version, reason: '再核对' }) },
  'bulletins.approve': { aim: 'project', input: (spot) => ({ id: spot.bulletinId, version }) },
  'bulletins.publish': { aim: 'project', input: (spot) => ({ id: spot.bulletinId, version }) },
  'bulletins.withdraw': { aim: 'project', input: (spot) => ({ id: spot.bulletinId, version, reason: '写错' }) },
  'bulletins.correct': { aim: 'project', input: (spot) => ({ id: spot.bulletinId, newId: v7(), reason: '写错' }) },
  'bulletins.publishCorrection': { aim: 'project', input: (spot) => ({ figureId: spot.figureId }) },
  'hosts.list': { aim: 'tenant', input: () => ({}) },
  'hosts.add': { aim: 'tenant', input: () => ({ host: 'www.gov.cn' }) },
  'hosts.remove': { aim: 'tenant', findsNothing: true, input: () => ({ host: 'nowhere.gov.cn' }) },
  'exports.make': { aim: 'project', input: (spot) => ({ list: 'services', projectId: spot.projectId }) },
  'imports.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'imports.receive': { aim: 'project', input: (spot) => ({ id: v7(), projectId: spot.projectId }) },
  'imports.open': { aim: 'project', input: (spot) => ({ id: spot.importId }) },
  'imports.findings': { aim: 'project', input: (spot) => ({ id: spot.importId }) },
  'imports.unresolved': { aim: 'project', input: (spot) => ({ id: spot.importId }) },
  'imports.decide': { aim: 'project', input: (spot) => ({ id: spot.importId, subject: 'nobody asked', decision: 'nobody' }) },
  'imports.saveMapping': { aim: 'project', input: (spot) => ({ id: spot.importId, signature: 'x', form: null, columns: [] }) },
  'imports.accept': { aim: 'project', input: (spot) => ({ id: spot.importId }) },
  'imports.undo': { aim: 'project', input: (spot) => ({ id: spot.importId, reason: '试试' }) },
  'imports.discard': { aim: 'project', input: (spot) => ({ id: spot.importId }) },
}
