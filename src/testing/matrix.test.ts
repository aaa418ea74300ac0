import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount, addGrant } from '../features/identity/account-store.ts'
import { roleSchema, roleTable, type Extent, type Role } from '../features/identity/role-rules.ts'
import { signUpIdSchema } from '../features/activities/attend-schema.ts'
import { addSignUp } from '../features/activities/attend-store.ts'
import { addEvidence } from '../features/ledger/evidence-store.ts'
import { addFollowUp } from '../features/clinics/follow-up-store.ts'
import { addOrganisation } from '../features/organisations/store.ts'
import { addMerge } from '../features/merging/store.ts'
import { addPerson, register } from '../features/people/write-store.ts'
import { addBulletin } from '../features/publishing/bulletin-store.ts'
import { bulletinIdSchema } from '../features/publishing/bulletin-schema.ts'
import { freezeOne } from '../features/publishing/frozen-testing.ts'
import { daySchema } from '../kernel/day.ts'
import {
  accountIdSchema,
  attendanceIdSchema,
  evidenceIdSchema,
  grantIdSchema,
  importIdSchema,
  organisationIdSchema,
  personIdSchema,
  serviceIdSchema,
  type DivisionCode,
  type PersonId,
  type ProjectId,
} from '../kernel/ids.ts'
import { routes } from '../server/routes.ts'
import { addVolunteering } from './volunteering.ts'
import { addPack } from '../features/acceptance/pack-store.ts'
import { openTestHouse, type Caller, type TestGrant, type TestHouse } from './house.ts'
import { addGoodsTo } from './goods-matrix.ts'
import { addCaseworkTo } from './casework-matrix.ts'
import { addProgrammeTo } from './programme-matrix.ts'
import { addWishTo } from './wish-matrix.ts'
import { addCourseTo } from './project-matrix.ts'
import { addLinkage } from './linkage-matrix.ts'
import { matrix, type Aim, type Spot } from './matrix.ts'
import { addProjectTo, community } from './project.ts'

// Every endpoint × every role × where the record lies. What should come out follows from the one table of roles.

const positions = ['own', 'elsewhere in the project', 'another agency', 'another tenant'] as const
type Position = (typeof positions)[number]

let house: TestHouse
const spots = new Map<Position, Spot>()
const callers = new Map<Role, Caller>()

async function spotAt(tenantId: number, projectId: ProjectId, communityCode: DivisionCode): Promise<Spot> {
  return house.write(async (tx) => {
    const person = async (): Promise<PersonId> => {
      const id = personIdSchema.parse(v7())
      const input = {
        name: '张三',
        sex: 'male',
        birthDate: null,
        birthday: { calendar: 'solar', month: null, day: null, leap: false },
        ethnicity: null,
        phone: '10000000000',
        otherPhone: null,
        address: null,
        livingWith: null,
        communityCode,
        householdNumber: null,
        note: null,
      } as const
      await addPerson(tx, tenantId, house.services.sealer, id, input, { number: null, usable: false, state: 'missing' })
      await register(tx, tenantId, { personId: id, projectId, part: 'elder', communityCode, on: daySchema.parse('2024-09-01') })
      return id
    }
    const accountId = accountIdSchema.parse(v7())
    const frozen = await freezeOne(tx, house.services.sealer, { tenantId, projectId, by: accountId })
    const bulletinId = bulletinIdSchema.parse(v7())
    const content = { title: '简报', blocks: [], kept: [] }
    await addBulletin(tx, tenantId, { id: bulletinId, projectId, seriesId: bulletinId, edition: 1, content, reason: null }, accountId)
    const spot: Spot = {
      ...frozen,
      bulletinId,
      projectId,
      communityCode,
      personId: await person(),
      otherPersonId: await person(),
      serviceId: serviceIdSchema.parse(v7()),
      visitId: serviceIdSchema.parse(v7()),
      groupId: v7(),
      relationId: v7(),
      slotId: v7(),
      groupSessionId: serviceIdSchema.parse(v7()),
      problemId: v7(),
      escalationId: v7(),
      attendanceId: attendanceIdSchema.parse(v7()),
      evidenceId: evidenceIdSchema.parse(v7()),
      signUpId: signUpIdSchema.parse(v7()),
      importId: importIdSchema.parse(v7()),
      mergeId: v7(),
      packId: v7(),
      followUpId: v7(),
      organisationId: organisationIdSchema.parse(v7()),
      goods: { lotId: serviceIdSchema.parse(v7()), roundId: v7() },
      accountId,
      grantId: v7(),
      referralId: v7(),
      volunteer: {
        id: v7(),
        taskId: v7(),
        shiftId: serviceIdSchema.parse(v7()),
        familyId: v7(),
        queryId: v7(),
        sheetId: v7(),
      },
      caseId: v7(),
      wishId: v7(),
      course: { expenseId: v7(), fileId: v7(), riskId: v7(), changeId: v7() },
      programmeId: v7(),
      linkage: { needId: v7(), resourceId: v7(), linkId: v7() },
      supervisionId: v7(),
      caseSessionId: serviceIdSchema.parse(v7()),
    }
    await tx
      .insertInto('service')
      .values({
        tenant_id: tenantId,
        id: spot.serviceId,
        project_id: projectId,
        line: 'cultural',
        kind: 'activity',
        status: 'held',
        community_code: communityCode,
        day: daySchema.parse('2024-10-01'),
      })
      .execute()
    await tx
      .insertInto('service')
      .values({
        tenant_id: tenantId,
        id: spot.visitId,
        project_id: projectId,
        line: 'social',
        kind: 'home_visit',
        status: 'held',
        community_code: communityCode,
        day: daySchema.parse('2024-10-02'),
      })
      .execute()
    await tx
      .insertInto('carer_relation')
      .values({
        tenant_id: tenantId,
        id: spot.relationId,
        project_id: projectId,
        carer_id: spot.otherPersonId,
        recorded_person_id: spot.otherPersonId,
        elder_id: spot.personId,
        elder_name: '张三',
        ended_on: daySchema.parse('2024-10-01'),
      })
      .execute()
    await tx
      .insertInto('respite_slot')
      .values({
        tenant_id: tenantId,
        id: spot.slotId,
        project_id: projectId,
        relation_id: spot.relationId,
        state: 'asked',
        wanted_on: daySchema.parse('2024-10-08'),
      })
      .execute()
    await tx
      .insertInto('support_group')
      .values({ tenant_id: tenantId, id: spot.groupId, project_id: projectId, number: 'XZ01', name: '小组', community_code: communityCode })
      .execute()
    await tx
      .insertInto('service')
      .values({
        tenant_id: tenantId,
        id: spot.groupSessionId,
        project_id: projectId,
        line: 'mental',
        kind: 'group_session',
        status: 'planned',
        community_code: communityCode,
        day: daySchema.parse('2024-10-03'),
      })
      .execute()
    await tx
      .insertInto('group_session')
      .values({ tenant_id: tenantId, service_id: spot.groupSessionId, group_id: spot.groupId, ordinal: 1 })
      .execute()
    await tx
      .insertInto('visit_problem')
      .values({
        tenant_id: tenantId,
        id: spot.problemId,
        service_id: spot.visitId,
        item: 'health',
        urgency: 'urgent',
        found_sealed: house.services.sealer.seal('头晕', `${tenantId}:problem:${spot.problemId}:found`),
      })
      .execute()
    await tx
      .insertInto('visit_escalation')
      .values({
        tenant_id: tenantId,
        id: spot.escalationId,
        project_id: projectId,
        person_id: spot.personId,
        recorded_person_id: spot.personId,
        opened_on: daySchema.parse('2024-10-02'),
      })
      .execute()
    await tx
      .insertInto('attendance')
      .values({
        tenant_id: tenantId,
        id: spot.attendanceId,
        service_id: spot.serviceId,
        part: 'beneficiary',
        certainty: 'unresolved',
        written_name: '张三',
      })
      .execute()
    await addEvidence(
      tx,
      tenantId,
      house.services.sealer,
      {
        id: spot.evidenceId,
        serviceId: spot.serviceId,
        kind: 'photo',
        title: null,
        fileName: null,
        mediaType: 'image/jpeg',
        sha256: '',
        content: Buffer.from('a photo'),
        thumbnail: Buffer.from('a photo'),
        width: null,
        height: null,
        takenBy: '某人',
        takenAt: null,
      },
      spot.accountId,
    )
    await addSignUp(
      tx,
      tenantId,
      house.services.sealer,
      spot.serviceId,
      { id: spot.signUpId, personId: spot.otherPersonId, part: 'beneficiary', note: null, guardianAgreed: false, state: 'going' },
      spot.accountId,
    )
    await tx.updateTable('evidence').set({ faces: 'none' }).where('tenant_id', '=', tenantId).execute()
    await addVolunteering(tx, tenantId, spot, await person())
    await addOrganisation(tx, tenantId, {
      id: spot.organisationId,
      name: `组织${spot.organisationId}`,
      party: 'charity',
      kind: null,
      creditCode: null,
      phone: null,
      divisionCode: null,
    })
    await addAccount(tx, tenantId, { id: spot.accountId, name: `a${spot.accountId.slice(-12)}`, displayName: '某人', passwordHash: 'none' })
    await addGrant(tx, tenantId, spot.accountId, { id: grantIdSchema.parse(spot.grantId), role: 'volunteer' })
    await addPack(
      tx,
      tenantId,
      house.services.sealer,
      {
        id: spot.packId,
        projectId,
        day: daySchema.parse('2025-05-01'),
        named: false,
        files: 1,
        sha256: '0'.repeat(64),
        manifestSha256: '0'.repeat(64),
        zip: Buffer.from('a pack'),
      },
      spot.accountId,
      new Date(),
    )
    await tx.insertInto('import').values({ tenant_id: tenantId, id: spot.importId, project_id: projectId, state: 'refused' }).execute()
    await addMerge(tx, tenantId, {
      id: spot.mergeId,
      keptId: spot.personId,
      mergedId: await person(),
      reason: '同一人',
      by: spot.accountId,
    })
    await addGoodsTo(tx, tenantId, spot)
    await addCaseworkTo(tx, tenantId, house.services.sealer, spot)
    await addWishTo(tx, tenantId, spot)
    await addCourseTo(tx, tenantId, house.services.sealer, spot)
    await addProgrammeTo(tx, tenantId, spot)
    await addLinkage(tx, tenantId, house.services.sealer, spot)
    await addFollowUp(tx, tenantId, {
      id: spot.followUpId,
      attendanceId: spot.attendanceId,
      serviceId: spot.serviceId,
      projectId,
      communityCode,
      findings: ['pressure_danger'],
      level: 'urgent',
      openedOn: daySchema.parse('2024-10-01'),
      dueOn: daySchema.parse('2024-10-15'),
      told: true,
      by: spot.accountId,
    })
    return spot
  }, tenantId)
}

/** Where each role is granted: tenant-wide roles nowhere in particular, agency roles in a project, the others in a community. */
function grantFor(role: Role, own: Spot): TestGrant {
  const extents = Object.values(roleTable).map((row) => row[role])
  if (extents.includes('organisation')) return { role, organisationId: own.organisationId }
  if (extents.includes('community')) return { role, projectId: own.projectId, communityCode: own.communityCode }
  return extents.includes('project') ? { role, projectId: own.projectId } : { role }
}

beforeAll(async () => {
  house = await openTestHouse()
  const [here, there, yonder] = [community('旭东社区'), community('永华社区'), community('曙光社区')]
  const project = await addProjectTo(house, [here, there])
  const other = await addProjectTo(house, [yonder])
  const tenant = await house.addTenant('elsewhere')
  const foreign = await addProjectTo(house, [here], tenant)
  const own = await spotAt(house.tenantId, project, here)
  spots.set('own', own)
  spots.set('elsewhere in the project', await spotAt(house.tenantId, project, there))
  spots.set('another agency', await spotAt(house.tenantId, other, yonder))
  spots.set('another tenant', await spotAt(tenant, foreign, here))
  for (const role of roleSchema.options) callers.set(role, await house.signedIn([grantFor(role, own)]))
}, 60_000)
afterAll(() => house.close())

/** What the table of roles says must come out. */
function wanted(extent: Extent, aim: Aim, position: Position): 'answered' | 403 | 404 {
  if (extent === 'none') return 403
  if (aim === 'tenant') return 'answered'
  if (position === 'another tenant') return 404
  if (extent === 'organisation') return position === 'own' ? 'answered' : 403
  if (aim === 'tenant record' || extent === 'tenant' || position === 'own') return 'answered'
  if (position === 'another agency') return 403
  // Elsewhere in the project: a community's worker sees the project, and no other community's records.
  return extent === 'project' || aim === 'project' ? 'answered' : 403
}

/** Whoever may ask is answered, or refused for what is asked and not for who asks. */
const cameOut = (status: number): 'answered' | number => (status === 200 || status === 409 || status === 422 ? 'answered' : status)

const named = routes.map((route) => route.endpoint.name)

test('every endpoint is in the matrix, and nothing else', () => {
  expect(Object.keys(matrix).toSorted()).toEqual([...named].toSorted())
})

// Signing out last: it ends the session that the other questions need.
describe.each(
  routes.map((route) => route.endpoint).toSorted((a, b) => Number(a.name === 'session.signOut') - Number(b.name === 'session.signOut')),
)('$name', (endpoint) => {
  const cell = matrix[endpoint.name]
  test('answers each role just where the table of roles says', async () => {
    if (cell === undefined) throw new Error('Not in the matrix.')
    const { permission } = endpoint
    if (permission === 'open') {
      const spot = spots.get('own')
      expect((await house.anybody().post(endpoint.name, spot === undefined ? {} : cell.input(spot))).status).toBe(422)
      return
    }
    const results: Record<string, unknown> = {}
    const table: Record<string, unknown> = {}
    for (const role of roleSchema.options)
      for (const position of cell.aim === 'tenant' ? positions.slice(0, 1) : positions) {
        const [caller, spot] = [callers.get(role), spots.get(position)]
        if (caller === undefined || spot === undefined) throw new Error('Nobody asks.')
        const { status, body } = await caller.post(endpoint.name, cell.input(spot))
        results[`${role}, ${position}`] = cameOut(status) === 500 ? body : cameOut(status)
        const should = wanted(roleTable[permission][role], cell.aim, position)
        table[`${role}, ${position}`] = should === 'answered' && cell.findsNothing === true ? 404 : should
      }
    expect(results).toEqual(table)
  })

  test('answers nobody who has not signed in', async () => {
    if (endpoint.permission === 'open') return
    const spot = spots.get('own')
    if (cell === undefined || spot === undefined) throw new Error('Not in the matrix.')
    expect((await house.anybody().post(endpoint.name, cell.input(spot))).status).toBe(401)
  })
})
