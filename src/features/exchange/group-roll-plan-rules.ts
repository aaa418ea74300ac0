import { type PlannedGroup, findGroup } from './group-plan-rules.ts'
import type { FormRow } from './form-schema.ts'
import { marksOf } from './group-session-plan-rules.ts'
import { whoIsNamed } from './naming-plan-rules.ts'
import { type Desk, placeOf, report, rowsOf, uniqueKey, wait } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { attend } from './service-plan-rules.ts'

/** The members of groups, and who was present when. Absence is no attendance. */
export function planGroupRolls(planning: Planning, groups: ReadonlyMap<string, PlannedGroup>) {
  const { desk, rows } = planning
  const rolls = rowsOf(rows, 'groupRoll')
  const members = new Map<PlannedGroup, Set<string>>()
  for (const row of rolls) {
    const group = findGroup(groups, row)
    if (group === undefined) continue
    if (row.cells.name?.value === undefined) report(desk, row, 'row_without_name', 'name')
    else {
      const known = members.get(group) ?? new Set()
      members.set(group, known)
      planMember(planning, group, row, row.cells.name.value, known)
    }
  }
  for (const group of new Set(groups.values())) checkCounts(planning, group, members.get(group)?.size)
}

/** A member, who in a long list comes again with every session. */
function planMember({ desk, register }: Planning, group: PlannedGroup, row: FormRow<'groupRoll'>, name: string, members: Set<string>) {
  const { cells } = row
  const first = [...group.sessions.values()].map(({ day }) => day).find((day) => day !== undefined)
  const meant = whoIsNamed(desk, register, row, 'name', {
    name,
    community: communityOf(desk, row) ?? group.community,
    on: first,
    age: cells.age?.value,
    sex: cells.sex?.value,
    idTail: cells.idTail?.value,
    phoneTail: cells.phoneTail?.value,
    idNumber: cells.idNumber?.written,
    of: group.key,
    about: group.title,
  })
  const isLong = row.sessions === undefined && (row.columns.ordinal !== undefined || row.columns.day !== undefined)
  const base = `member:${group.key}|${meant.key}`
  const key = isLong ? base : uniqueKey(desk, base)
  if (!members.has(key)) {
    members.add(key)
    wait(desk, meant.subject, 'group_member', key)
    desk.drafts.push({
      table: 'group_member',
      key,
      values: { written_name: name },
      links: { group_id: group.link, person_id: meant.person?.link, recorded_person_id: meant.person?.link },
      source: placeOf(row),
      ...(meant.formerly === undefined ? {} : { formerly: meant.formerly.map((key) => `member:${group.key}|${key}`) }),
    })
  }
  for (const { ordinal, isPresent } of marksOf(row, group)) {
    const session = group.sessions.get(ordinal)
    if (!isPresent) continue
    if (session === undefined) reportSession(desk, row, group, ordinal)
    else attend(desk, row, session, meant, { name, part: 'beneficiary' })
  }
}

/** A roll may have more sessions than the plan: said once for each. */
function reportSession(desk: Desk, row: FormRow<'groupRoll'>, { number, title }: PlannedGroup, ordinal: number) {
  const params = { number: `${number} ${title} 第${ordinal}节`, what: 'session' }
  const already = desk.findings.some(({ code, params: said }) => code === 'reference_unknown' && said['number'] === params.number)
  if (!already) report(desk, row, 'reference_unknown', undefined, params)
}

/** What the summary says of sessions and members against the plan and the roll. */
function checkCounts({ desk }: Planning, group: PlannedGroup, members: number | undefined) {
  const { list, number } = group
  const sessions = group.sessions.size
  const stated = { sessions: list?.cells.sessionCount?.value, members: list?.cells.memberCount?.value }
  if (list === undefined) return
  if (sessions > 0 && stated.sessions !== undefined && stated.sessions !== sessions) {
    report(desk, list, 'stated_count_differs', 'sessionCount', { number, stated: stated.sessions, counted: sessions })
  }
  if (members !== undefined && stated.members !== undefined && stated.members !== members) {
    report(desk, list, 'stated_count_differs', 'memberCount', { number, stated: stated.members, counted: members })
  }
}
