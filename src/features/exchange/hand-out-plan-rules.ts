import type { DivisionCode } from '../../kernel/ids.ts'
import { isExpired } from '../goods/balance-rules.ts'
import type { FormRow } from './form-schema.ts'
import type { PlannedLot } from './goods-plan-rules.ts'
import type { Household } from './household-plan-rules.ts'
import { whoIsNamed } from './naming-plan-rules.ts'
import { type Desk, placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { attend, dayNeeded, draftService } from './service-plan-rules.ts'

type Row = FormRow<'handOut'>

/** Hand-outs: a service for each line, and an attendance for each elder that it names. */
export function planHandOuts(planning: Planning, lots: ReadonlyMap<string, PlannedLot>) {
  const { desk, rows } = planning
  const given = new Map<PlannedLot, number>()
  const expired = new Set<PlannedLot>()
  for (const row of rowsOf(rows, 'handOut')) {
    const number = row.cells.lot?.value
    const lot = number === undefined ? undefined : lots.get(number)
    if (number !== undefined && lot === undefined) report(desk, row, 'reference_unknown', 'lot', { number, what: 'lot' })
    planLine(planning, row, lot)
    if (lot === undefined) continue
    checkExpiry(desk, row, lot, expired)
    const before = given.get(lot) ?? 0
    const after = before + (row.cells.quantity?.value ?? 1)
    given.set(lot, after)
    if (lot.quantity !== undefined && before <= lot.quantity && after > lot.quantity) {
      report(desk, row, 'handed_out_more_than_received', 'quantity', { lot: lot.number, received: lot.quantity, handedOut: after })
    }
  }
}

/** Said once for a lot: where its date stands, when the list of lots is at hand, else at the first line. */
function checkExpiry(desk: Desk, row: Row, lot: PlannedLot, expired: Set<PlannedLot>) {
  const day = row.cells.day?.value
  if (day === undefined || lot.expiresOn === undefined || expired.has(lot) || !isExpired(lot.expiresOn, day)) return
  expired.add(lot)
  const params = { lot: lot.number, expiresOn: lot.expiresOn, day }
  if (lot.row === undefined) report(desk, row, 'goods_expired_when_handed_out', 'day', params)
  else report(desk, lot.row, 'goods_expired_when_handed_out', 'expiresOn', params)
}

function planLine(planning: Planning, row: Row, lot: PlannedLot | undefined) {
  const { desk, register } = planning
  const { cells } = row
  const day = dayNeeded(desk, row, 'day')
  if (day === undefined) return
  const community = communityOf(desk, row)
  const household = householdOf(planning, row, community)
  const names = cells.names?.value ?? (cells.headName?.value === undefined ? [] : [cells.headName.value])
  if (names.length === 0) report(desk, row, 'row_without_name', 'names')
  const place = `${community ?? ''}|${cells.householdNumber?.value ?? desk.hide(cells.headName?.value ?? '')}`
  const what = cells.lot?.value ?? cells.item?.value ?? ''
  const service = draftService(
    desk,
    row,
    uniqueKey(desk, `hand_out:${what}|${day}|${place}|${desk.hide([...names].sort().join('|'))}`),
    {
      kind: 'hand_out',
      status: day > desk.today ? 'planned' : 'held',
      title: cells.item?.value ?? lot?.item,
      day,
      community_code: community,
      quantity: cells.quantity?.value ?? 1,
      unit: cells.unit?.value ?? lot?.unit,
    },
    { dayField: 'day', links: { part_of: lot?.service?.link } },
  )
  desk.drafts.push({
    table: 'goods_hand_out',
    key: service.key,
    values: {
      lot_number: cells.lot?.value,
      item: cells.item?.value ?? lot?.item,
      taken_by: cells.takenBy?.value,
      receipt: cells.receipt?.value,
    },
    links: { service_id: service.link },
    source: placeOf(row),
  })
  for (const name of names) {
    const meant = whoIsNamed(desk, register, row, 'names', {
      name,
      community,
      on: day,
      householdNumber: household?.number ?? cells.householdNumber?.value,
      of: service.key,
      about: `${lot?.number ?? ''} ${cells.item?.value ?? ''}`.trim(),
    })
    attend(desk, row, service, meant, { name, part: 'beneficiary', household: household ?? meant.person?.household })
  }
}

/** By its number, else by the name of its head. A number that nobody is registered under is a household all the same. */
function householdOf({ desk, households }: Planning, row: Row, community: DivisionCode | undefined): Household | undefined {
  const number = row.cells.householdNumber?.value
  const head = row.cells.headName?.value
  if (community === undefined) return undefined
  if (number !== undefined) {
    const found = households.byNumber(community, number)
    if (found !== undefined) return found
    if (households.isEmpty) return households.add(row, community, number, head)
    report(desk, row, 'household_unknown', 'householdNumber', { number, head: head ?? '' })
    return households.add(row, community, number, head)
  }
  return head === undefined ? undefined : households.byHead(community, head)
}
