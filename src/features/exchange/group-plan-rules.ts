import type { DivisionCode } from '../../kernel/ids.ts'
import type { Link } from './draft-schema.ts'
import type { FormRow } from './form-schema.ts'
import { type AnyRow, type Desk, keyHeld, placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { planGroupSessions } from './group-session-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import type { PlannedService } from './service-plan-rules.ts'

/** A group, of this plan or on file, with its sessions by their ordinal. */
export type PlannedGroup = {
  readonly key: string
  readonly link: Link
  readonly number: string
  readonly title: string
  readonly community?: DivisionCode
  readonly list?: FormRow<'groupList'>
  readonly sessions: Map<number, PlannedService>
}

type GroupRow = FormRow<'groupPlan'> | FormRow<'groupRoll'>

/** The groups of the list, of the plans and of the rolls: a group may be in one of them alone. */
export function planGroups(planning: Planning): ReadonlyMap<string, PlannedGroup> {
  const { desk, rows } = planning
  const groups = new Map<string, PlannedGroup>()
  for (const known of desk.facts.groups) putOnFile(planning, groups, known)
  const plans = rowsOf(rows, 'groupPlan')
  const rolls = rowsOf(rows, 'groupRoll')
  for (const row of rowsOf(rows, 'groupList')) {
    const number = row.cells.number?.value ?? row.cells.title?.value
    if (number === undefined) continue
    const title = row.cells.title?.value ?? number
    const nature = plans.find((plan) => [number, title].includes(groupNumber(plan) ?? ''))?.cells.nature?.value
    draftGroup(desk, groups, row, { number, title, nature, list: row, community: communityOf(desk, row) })
  }
  for (const row of [...plans, ...rolls]) {
    const number = groupNumber(row)
    if (number === undefined || findGroup(groups, row) !== undefined) continue
    const title = row.cells.groupTitle?.value ?? number
    const nature = row.form === 'groupPlan' ? row.cells.nature?.value : undefined
    draftGroup(desk, groups, row, { number, title, nature, community: communityOf(desk, row, 'of-the-sheet') })
  }
  planGroupSessions(planning, groups, plans, rolls)
  return groups
}

const groupNumber = (row: GroupRow): string | undefined => row.cells.groupNumber?.value ?? row.cells.groupTitle?.value

/** By its number; where a sheet has only the title, by that. */
export function findGroup(groups: ReadonlyMap<string, PlannedGroup>, row: GroupRow): PlannedGroup | undefined {
  const number = row.cells.groupNumber?.value
  const title = row.cells.groupTitle?.value
  return (number === undefined ? undefined : groups.get(number)) ?? (title === undefined ? undefined : groups.get(title))
}

function put(groups: Map<string, PlannedGroup>, group: PlannedGroup) {
  groups.set(group.number, group)
  groups.set(group.title, group)
}

function putOnFile({ services }: Planning, groups: Map<string, PlannedGroup>, known: Planning['desk']['facts']['groups'][number]) {
  const sessions = new Map<number, PlannedService>()
  for (const { ordinal, serviceId, keys, day } of known.sessions) {
    const key = keys[0] ?? serviceId
    const session = services.ofKind('group_session').find((service) => service.key === key)
    const link = { id: serviceId }
    sessions.set(
      ordinal,
      session ?? { key, link, kind: 'group_session', line: 'mental', status: 'held', day, community: known.communityCode },
    )
  }
  const number = known.number ?? known.name
  const community = known.communityCode === undefined ? {} : { community: known.communityCode }
  put(groups, { key: known.keys[0] ?? known.id, link: { id: known.id }, number, title: known.name, sessions, ...community })
}

type GroupParts = {
  readonly number: string
  readonly title: string
  readonly nature: string | undefined
  readonly community: DivisionCode | undefined
  readonly list?: FormRow<'groupList'>
}

function draftGroup(
  desk: Desk,
  groups: Map<string, PlannedGroup>,
  row: AnyRow & { readonly cells: { readonly worker?: { readonly value?: string; readonly written: string; readonly column: string } } },
  { number, title, nature, community, list }: GroupParts,
) {
  const known = desk.facts.groups.find((file) => file.number === number)
  const earlier = groups.get(number)
  if (earlier?.list !== undefined && list !== undefined) {
    report(desk, list, 'number_used_twice', 'number', { number })
    return
  }
  const key = uniqueKey(desk, keyHeld(known, `group:${number}`))
  desk.drafts.push({
    table: 'support_group',
    key,
    values: {
      number,
      name: title,
      nature,
      community_code: community,
      worker: row.cells.worker?.value,
      planned_sessions: list?.cells.sessionCount?.value,
    },
    links: {},
    source: placeOf(row),
    ...(known === undefined ? {} : { held: known.id }),
  })
  put(groups, {
    key,
    link: { table: 'support_group', key },
    number,
    title,
    sessions: earlier?.sessions ?? new Map(),
    ...(community === undefined ? {} : { community }),
    ...(list === undefined ? {} : { list }),
  })
}
