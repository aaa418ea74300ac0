import type { FormRow } from './form-schema.ts'
import { organisationOf } from './organisation-plan-rules.ts'
import { placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { dayNeeded, draftService, minutesFrom } from './service-plan-rules.ts'
import { statusOf } from './status-plan-rules.ts'

/** The list of activities. One that was cancelled or is only planned is kept with that status, and never counted. */
export function planActivities(planning: Planning) {
  const numbers = new Set<string>()
  for (const row of rowsOf(planning.rows, 'activityList')) {
    const number = row.cells.number?.value
    if (number !== undefined && numbers.has(number)) report(planning.desk, row, 'number_used_twice', 'number', { number })
    if (number !== undefined) numbers.add(number)
    planActivity(planning, row)
  }
}

function planActivity({ desk, services }: Planning, row: FormRow<'activityList'>) {
  const { cells } = row
  const number = cells.number?.value
  const title = cells.title?.value
  const day = cells.status?.value === undefined ? dayNeeded(desk, row, 'day') : cells.day?.value
  const read = statusOf(cells.status?.value, day, desk.today)
  if (read === undefined) report(desk, row, 'status_unknown', 'status', { status: cells.status?.value ?? '' })
  const status = read ?? 'planned'
  if (day === undefined && status === 'held') {
    if (cells.status?.value !== undefined) dayNeeded(desk, row, 'day')
    return
  }
  const community = communityOf(desk, row)
  const key = uniqueKey(desk, number === undefined ? `activity:${day}|${community ?? ''}|${title ?? ''}` : `activity:${number}`)
  const partner = cells.partner?.value === undefined ? undefined : organisationOf(desk, row, cells.partner.value)
  const service = draftService(
    desk,
    row,
    key,
    {
      kind: 'activity',
      status,
      themes: themesOf(cells.themes?.value ?? []),
      number,
      title,
      community_code: community,
      day,
      starts_at: cells.startsAt?.value,
      minutes: minutesFrom(desk, row, 'endsAt', cells.startsAt?.value, cells.endsAt?.value),
      place: cells.place?.value,
      worker: cells.worker?.value,
      unnamed_count: cells.unnamedCount?.value,
    },
    { dayField: 'day', known: services.onFile('activity', number, key) },
  )
  services.add(service)
  if (partner !== undefined) {
    const young = cells.youngCount?.value
    desk.drafts.push({
      table: 'contribution',
      key: `${service.key}:partner`,
      values: {
        party: partner.party,
        given: young === undefined ? 'host' : 'time',
        quantity: young,
        unit: young === undefined ? undefined : '人',
      },
      links: { service_id: service.link, organisation_id: partner.link },
      source: placeOf(row),
    })
  }
  reportStatus({ desk }, row, status)
}

function reportStatus({ desk }: Pick<Planning, 'desk'>, row: FormRow<'activityList'>, status: string) {
  const title = row.cells.title?.value ?? ''
  const day = row.cells.day?.value
  if (status === 'cancelled') report(desk, row, 'cancelled_activity', 'status', { title })
  if (status !== 'planned' || day === undefined) return
  if (desk.period.endsOn !== undefined && day > desk.period.endsOn) report(desk, row, 'planned_after_close', 'status', { title, day })
  else if (day < desk.today && row.cells.status !== undefined) report(desk, row, 'planned_day_past', 'status', { title, day })
}

/** 节日 and 代际 under the names that the measures know; every other word as it stands. */
function themesOf(written: readonly string[]): string[] {
  const themes = written.flatMap((theme) => theme.split(/[（()）、，,/;；\s]+/)).filter((theme) => theme !== '')
  return [
    ...new Set(
      themes.map((theme) =>
        /^节日|^节庆|^传统节日/.test(theme) ? 'festival' : /代际|老少|祖孙/.test(theme) ? 'intergenerational' : theme,
      ),
    ),
  ]
}
