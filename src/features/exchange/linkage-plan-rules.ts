import type { Given } from './draft-schema.ts'
import type { FormRow } from './form-schema.ts'
import { organisationOf, partyOf } from './organisation-plan-rules.ts'
import { placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { dayNeeded, draftService } from './service-plan-rules.ts'
import { statusOf } from './status-plan-rules.ts'

const givenWords: readonly (readonly [Given, RegExp])[] = [
  ['funds', /资金|捐款|经费|现金/],
  ['goods', /物资|物品|实物/],
  ['venue', /场地|场所/],
  ['staff', /人力|人员|志愿/],
  ['skill', /技能|技术|培训|专业|授课|智力/],
  ['time', /时间/],
  ['host', /主办|承办/],
]

const givenOf = (written: string | undefined): Given => givenWords.find(([, word]) => word.test(written ?? ''))?.[0] ?? 'service'

/** Linkages with organisations of the five parties. One that is still being talked about is planned, and does not count. */
export function planLinkages(planning: Planning) {
  for (const row of rowsOf(planning.rows, 'linkages')) planLinkage(planning, row)
}

function planLinkage({ desk }: Planning, row: FormRow<'linkages'>) {
  const { cells } = row
  const name = cells.organisation?.value
  if (name === undefined) {
    report(desk, row, 'required_empty', 'organisation')
    return
  }
  const day = dayNeeded(desk, row, 'day')
  if (day === undefined) return
  const read = statusOf(cells.status?.value, day, desk.today)
  if (read === undefined) report(desk, row, 'status_unknown', 'status', { status: cells.status?.value ?? '' })
  const status = read ?? 'planned'
  if (status === 'planned' && read !== undefined) report(desk, row, 'linkage_pending', 'status', { organisation: name })
  const organisation = organisationOf(desk, row, name, partyOf(cells.party?.value))
  const service = draftService(
    desk,
    row,
    uniqueKey(desk, `linkage:${name}|${day}|${cells.resource?.value ?? ''}|${cells.content?.value ?? ''}`),
    { kind: 'linkage', status, title: name, day, worker: cells.handledBy?.value, note: cells.content?.value },
    { dayField: 'day', links: { host_id: organisation.link } },
  )
  desk.drafts.push({
    table: 'contribution',
    key: `${service.key}:given`,
    values: {
      party: partyOf(cells.party?.value) ?? organisation.party,
      given: givenOf(cells.resource?.value),
      value_fen: cells.value?.value,
      note: cells.content?.value,
    },
    links: { service_id: service.link, organisation_id: organisation.link },
    source: placeOf(row),
  })
}
