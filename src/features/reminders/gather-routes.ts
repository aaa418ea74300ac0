import { addDays, asOf, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { Permission } from '../../kernel/permission.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { listLatest } from '../assessments/list-store.ts'
import { getRecordDays, listCaseRows } from '../casework/store.ts'
import { writtenBefore } from '../casework/note-rules.ts'
import { asOfDay } from '../clinics/follow-up-rules.ts'
import { asOfDay as dutyDay } from '../course/duty-rules.ts'
import { listDuties, openOf } from '../course/duty-store.ts'
import { listFollowUps } from '../clinics/follow-up-store.ts'
import { officeAddress } from '../ledger/address-rules.ts'
import { workdaysFor } from '../ledger/workday-routes.ts'
import type { KnowsWorkdays } from '../ledger/workday-rules.ts'
import { listOfProject } from '../needs/list-store.ts'
import { listReferralRows } from '../referrals/store.ts'
import { standingOf } from '../visits/duty-rules.ts'
import { listDutyFacts } from '../visits/duty-store.ts'
import { getSettings } from '../visits/store.ts'
import { listShifts } from '../volunteering/shift-store.ts'
import { dueOn as hoursDueOn } from '../volunteering/workday-rules.ts'
import { bucketOf, weekDays } from './due-rules.ts'
import type { DueItem, DueSource } from './due-schema.ts'
import { listPlanned } from './planned-store.ts'
import { listVettingUntil } from './vetting-store.ts'

/** Of which project, for whom: `reachFor` how far a permission carries, undefined when it is not given at all. */
export type Gathering = {
  readonly tx: Tx
  readonly tenantId: TenantId
  readonly sealer: Sealer
  readonly project: { readonly id: ProjectId; readonly startsOn: Day; readonly endsOn: Day }
  readonly today: Day
  readonly accountId: AccountId
  reachFor(permission: Permission): Reach | undefined
}

type At = Gathering & {
  /** Today, or the project's last day. */
  readonly asOf: Day
  /** The last day of the week that is looked at. */
  readonly to: Day
  readonly isWorkday: KnowsWorkdays
}

/** Lists are read whole: what is counted is what is listed. */
const all = { offset: 0, limit: 5000 }

type Found = {
  readonly key: string
  readonly dueOn: Day
  readonly to: string
  readonly name?: string | null
  readonly title?: string | null
  readonly kind?: DueItem['kind']
  readonly communityCode?: string | null
  readonly communityName?: string | null
}

/** What is found, with the time when it is due; what lies further ahead is left out. */
const itemsOf = (source: DueSource, asOf: Day, found: readonly Found[]): DueItem[] =>
  found.flatMap((one) => {
    const bucket = bucketOf(one.dueOn, asOf)
    return bucket === undefined
      ? []
      : [
          {
            source,
            bucket,
            key: one.key,
            dueOn: one.dueOn,
            to: one.to,
            name: one.name ?? null,
            title: one.title ?? null,
            kind: one.kind ?? null,
            communityCode:
              one.communityCode === null || one.communityCode === undefined ? null : divisionCodeSchema.parse(one.communityCode),
            communityName: one.communityName ?? null,
          },
        ]
  })

async function plannedOf({ tx, tenantId, project, asOf, to }: At, reach: Reach): Promise<DueItem[]> {
  const rows = await listPlanned(tx, tenantId, project.id, reach, { today: asOf, to })
  const found = rows
    .filter(({ kind }) => kind !== 'volunteer_shift')
    .map((row) => ({
      key: row.id,
      dueOn: row.day,
      to: officeAddress(row.kind, row.id),
      title: row.title,
      kind: row.kind,
      communityCode: row.community_code,
      communityName: row.community_name,
    }))
  return itemsOf('planned', asOf, found)
}

async function shiftsOf({ tx, tenantId, project, today, asOf, isWorkday }: At, reach: Reach): Promise<DueItem[]> {
  const { rows } = await listShifts(tx, tenantId, { projectId: project.id, ...all }, reach, today)
  const lines = rows.map((row) => ({
    row,
    found: {
      key: row.id,
      to: `/services/${row.id}`,
      name: row.name,
      title: row.title,
      communityCode: row.community_code,
      communityName: row.community_name,
    },
  }))
  const planned = lines.flatMap(({ row, found }) =>
    row.status === 'planned' && row.day !== null && row.day >= asOf && row.checked_out_at === null ? [{ ...found, dueOn: row.day }] : [],
  )
  const waiting = lines.flatMap(({ row, found }) => {
    const waits =
      row.confirmed === null &&
      row.day !== null &&
      (row.status === 'held' || (row.status === 'planned' && (row.checked_out_at !== null || row.day < today)))
    return waits && row.day !== null
      ? [{ ...found, to: `/volunteers?tab=hours&shift=${row.id}`, dueOn: hoursDueOn(row.day, isWorkday) }]
      : []
  })
  return [...itemsOf('shift', asOf, planned), ...itemsOf('hours', asOf, waiting)]
}

async function visitsOf({ tx, tenantId, project, asOf }: At, reach: Reach): Promise<DueItem[]> {
  const { settings } = await getSettings(tx, tenantId, project.id)
  const facts = await listDutyFacts(tx, tenantId, { projectId: project.id, startsOn: project.startsOn, on: asOf, reach })
  const standings = facts.map((one) => standingOf(one, settings, asOf))
  const found = ({ facts: who }: (typeof standings)[number]) => ({
    key: who.personId,
    to: `/people/${who.personId}?tab=visits`,
    name: who.name,
    communityCode: who.communityCode,
    communityName: who.communityName,
  })
  return [
    ...itemsOf(
      'visit',
      asOf,
      standings.map((one) => ({ ...found(one), dueOn: one.dueOn })),
    ),
    ...itemsOf(
      'escalation',
      asOf,
      standings.flatMap((one) =>
        one.facts.escalation === null ? [] : [{ ...found(one), key: one.facts.escalation.id, dueOn: one.facts.escalation.openedOn }],
      ),
    ),
    ...itemsOf(
      'tierReview',
      asOf,
      standings.flatMap((one) => {
        const on = one.facts.decided?.reviewOn ?? null
        return on === null ? [] : [{ ...found(one), dueOn: on }]
      }),
    ),
    ...itemsOf(
      'labelReview',
      asOf,
      standings.flatMap((one) => {
        const days = one.facts.labels.flatMap(({ code, reviewOn }) => (reviewOn === null ? [] : [{ code, reviewOn }]))
        const first = days.toSorted((a, b) => (a.reviewOn < b.reviewOn ? -1 : 1))[0]
        return first === undefined ? [] : [{ ...found(one), dueOn: first.reviewOn, to: `/people/${one.facts.personId}` }]
      }),
    ),
  ]
}

async function followUpsOf({ tx, tenantId, project, today }: At, reach: Reach): Promise<DueItem[]> {
  const asOf = asOfDay(today, project.endsOn)
  const { rows } = await listFollowUps(tx, tenantId, { projectId: project.id, show: 'open', ...all }, reach, asOf)
  const found = rows.map((row) => ({
    key: row.id,
    dueOn: row.dueOn,
    to: `/clinics/follow-ups?open=${row.id}`,
    name: row.name,
    communityName: row.communityName,
  }))
  return itemsOf('followUp', asOf, found)
}

async function referralsOf({ tx, tenantId, project, today, asOf }: At, reach: Reach): Promise<DueItem[]> {
  const { rows } = await listReferralRows(tx, tenantId, { projectId: project.id, ...all }, reach, today)
  const found = rows.flatMap((row) =>
    row.dueOn === null || (row.state !== 'sent' && row.state !== 'accepted')
      ? []
      : [
          {
            key: row.id,
            dueOn: row.dueOn,
            to: `/referrals/${row.id}`,
            name: row.person,
            title: row.organisation,
            communityName: row.communityName,
          },
        ],
  )
  return itemsOf('referral', asOf, found)
}

async function casesOf({ tx, tenantId, project, today, asOf, accountId, isWorkday }: At, reach: Reach): Promise<DueItem[]> {
  const by = { writtenBefore: writtenBefore(today, await getRecordDays(tx, tenantId, project.id), isWorkday) }
  const late = await listCaseRows(tx, tenantId, { projectId: project.id, overdue: true, ...all }, reach, by, accountId)
  const open = await listCaseRows(tx, tenantId, { projectId: project.id, state: 'open', ...all }, reach, by, accountId)
  const found = (row: (typeof open.rows)[number], dueOn: Day) => ({
    key: `${row.id}/${row.nextOn ?? row.lastOn ?? ''}`,
    dueOn,
    to: `/cases/${row.id}`,
    name: row.person,
    title: row.number,
    communityName: row.communityName,
  })
  const isLate = new Set(late.rows.map(({ id }) => id))
  // A session that is to be written down is due when its working days are over; until then its day counts as today's.
  const limit = by.writtenBefore < asOf ? by.writtenBefore : addDays(asOf, -1)
  return itemsOf('case', asOf, [
    ...late.rows.map((row) => found(row, row.nextOn !== null && row.nextOn < limit ? row.nextOn : limit)),
    ...open.rows.flatMap((row) =>
      isLate.has(row.id) || row.nextOn === null || row.suspendedOn !== null ? [] : [found(row, row.nextOn < asOf ? asOf : row.nextOn)],
    ),
  ])
}

async function needsOf({ tx, tenantId, sealer, project, asOf }: At, reach: Reach): Promise<DueItem[]> {
  const filter = { projectId: project.id, domain: undefined, priority: undefined, communityCode: undefined, show: 'open', ...all } as const
  const { rows } = await listOfProject(tx, tenantId, sealer, filter, reach, asOf)
  const found = rows.flatMap((row) =>
    row.nextDueOn === null
      ? []
      : [{ key: row.id, dueOn: row.nextDueOn, to: `/people/${row.personId}?tab=needs`, name: row.name, communityName: row.communityName }],
  )
  return itemsOf('need', asOf, found)
}

async function assessmentsOf({ tx, tenantId, project, asOf, to }: At, reach: Reach): Promise<DueItem[]> {
  const filter = { projectId: project.id, scale: undefined, band: undefined, communityCode: undefined, due: true, ...all }
  const { rows } = await listLatest(tx, tenantId, filter, reach, to)
  const found = rows.flatMap((row) =>
    row.dueOn === null
      ? []
      : [
          {
            key: `${row.personId}/${row.scale}`,
            dueOn: row.dueOn,
            to: `/people/${row.personId}?tab=assessments`,
            name: row.name,
            title: row.scale,
            communityName: row.communityName,
          },
        ],
  )
  return itemsOf('assessment', asOf, found)
}

async function dutiesOf({ tx, tenantId, project, today }: At): Promise<DueItem[]> {
  const duties = await listDuties(tx, tenantId, project)
  // A project that has just ended still owes its closing report: until then it is looked at as of today.
  const asOf = dutyDay(
    today,
    project.endsOn,
    duties.map(({ dueOn }) => dueOn),
  )
  const found = openOf(duties).map(({ key, dueOn, title }) => ({
    key: `${project.id}/${key}`,
    dueOn,
    to: '/project?tab=duties',
    title: typeof title === 'string' ? title : title.zh,
  }))
  return itemsOf('duty', asOf, found)
}

async function vettingOf({ tx, tenantId, project, asOf, to }: At, reach: Reach): Promise<DueItem[]> {
  const rows = await listVettingUntil(tx, tenantId, project.id, reach, to)
  const found = rows.map((row) => ({
    key: row.id,
    dueOn: row.vetted_until,
    to: `/volunteers/${row.id}`,
    name: row.name,
    communityCode: row.community_code,
    communityName: row.community_name,
  }))
  return itemsOf('vetting', asOf, found)
}

const gatherers: readonly (readonly [Permission, (at: At, reach: Reach) => Promise<DueItem[]>])[] = [
  ['visits.read', visitsOf],
  ['clinics.read', followUpsOf],
  ['referrals.read', referralsOf],
  ['casework.read', casesOf],
  ['needs.read', needsOf],
  ['assessments.read', assessmentsOf],
  ['projects.record', dutiesOf],
  ['volunteering.confirm', shiftsOf],
  ['volunteering.manage', vettingOf],
  ['services.read', plannedOf],
]

/** All that is due in a project by the end of the week, as far as each permission carries: the longest overdue first. */
export async function gatherDue(of: Gathering): Promise<DueItem[]> {
  const on = asOf(of.today, of.project.endsOn)
  const at = { ...of, asOf: on, to: addDays(on, weekDays), isWorkday: await workdaysFor(of) }
  const items: DueItem[] = []
  for (const [permission, gather] of gatherers) {
    const reach = of.reachFor(permission)
    if (reach !== undefined) items.push(...(await gather(at, reach)))
  }
  return items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.key < b.key ? -1 : 1))
}
