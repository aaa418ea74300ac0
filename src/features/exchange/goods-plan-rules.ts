import type { Day } from '../../kernel/day.ts'
import { isMiscalculated, missingFrom } from '../goods/balance-rules.ts'
import type { FormRow } from './form-schema.ts'
import { organisationOf } from './organisation-plan-rules.ts'
import { type Desk, placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { type PlannedService, dayNeeded, draftService } from './service-plan-rules.ts'

/** A donated lot, of this plan or on file, as its hand-outs and its stock count need it. */
export type PlannedLot = {
  readonly number: string
  readonly item?: string
  readonly unit?: string
  readonly quantity?: number
  readonly expiresOn?: Day
  readonly row?: FormRow<'goodsReceipt'>
  readonly service?: PlannedService
}

/** Goods received: a service of the ledger with what the donor gave, and the lot beside it. */
export function planReceipts(planning: Planning): ReadonlyMap<string, PlannedLot> {
  const { desk, rows, services } = planning
  const lots = new Map<string, PlannedLot>()
  for (const { number, item, unit, quantity, expiresOn } of desk.facts.lots) {
    if (number === undefined) continue
    const service = services.numbered(number, 'goods_receipt')
    lots.set(number, {
      number,
      ...(item === undefined ? {} : { item }),
      ...(unit === undefined ? {} : { unit }),
      ...(quantity === undefined ? {} : { quantity }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
      ...(service === undefined ? {} : { service }),
    })
  }
  for (const row of rowsOf(rows, 'goodsFlow')) {
    // Nobody can tell whether it came in or went out.
    if (row.cells.direction === undefined) report(desk, row, 'required_empty', 'direction')
    else report(desk, row, 'unreadable', 'direction', { written: row.cells.direction.written })
  }
  for (const row of rowsOf(rows, 'goodsReceipt')) {
    const lot = planReceipt(planning, row)
    if (lot === undefined) continue
    if (lots.get(lot.number)?.row !== undefined) report(desk, row, 'number_used_twice', 'lot', { number: lot.number })
    else lots.set(lot.number, lot)
  }
  return lots
}

function planReceipt({ desk, services }: Planning, row: FormRow<'goodsReceipt'>): PlannedLot | undefined {
  const { cells } = row
  const day = dayNeeded(desk, row, 'day')
  const quantity = cells.quantity?.value
  const item = cells.item?.value
  if (quantity === undefined) report(desk, row, 'required_empty', 'quantity')
  if (item === undefined) report(desk, row, 'required_empty', 'item')
  if (day === undefined || quantity === undefined || item === undefined) return undefined
  const number = cells.lot?.value ?? `${day}·${item}·${cells.donor?.value ?? ''}`
  const price = cells.unitPrice?.value
  const value = cells.value?.value
  if (price !== undefined && value !== undefined && isMiscalculated(quantity, price, value)) {
    report(desk, row, 'sum_does_not_add_up', 'value', {
      quantity,
      price: price / 100,
      value: value / 100,
      product: (quantity * price) / 100,
    })
  }
  const donor = cells.donor?.value === undefined ? undefined : organisationOf(desk, row, cells.donor.value)
  const key = uniqueKey(desk, `goods_receipt:${number}`)
  const service = draftService(
    desk,
    row,
    key,
    { kind: 'goods_receipt', status: day > desk.today ? 'planned' : 'held', number, title: item, day, quantity, unit: cells.unit?.value },
    { dayField: 'day', known: services.onFile('goods_receipt', number, key) },
  )
  services.add(service)
  desk.drafts.push({
    table: 'contribution',
    key: `${service.key}:goods`,
    values: {
      party: donor?.party ?? 'charity',
      given: 'goods',
      quantity,
      unit: cells.unit?.value,
      value_fen: price === undefined ? value : Math.round(quantity * price),
    },
    links: { service_id: service.link, organisation_id: donor?.link },
    source: placeOf(row),
  })
  desk.drafts.push({
    table: 'goods_lot',
    key: service.key,
    values: {
      number,
      item,
      quantity,
      unit: cells.unit?.value,
      unit_price_fen: price,
      expires_on: cells.expiresOn?.value,
      received_by: cells.receivedBy?.value,
    },
    links: { service_id: service.link, donor_id: donor?.link },
    source: placeOf(row),
  })
  return {
    number,
    item,
    quantity,
    row,
    service,
    ...(cells.unit?.value === undefined ? {} : { unit: cells.unit.value }),
    ...(cells.expiresOn?.value === undefined ? {} : { expiresOn: cells.expiresOn.value }),
  }
}

/** The closing count of the stock: what came in must have gone out, be left, or be written off. */
export function planStockCounts({ desk, rows }: Planning, lots: ReadonlyMap<string, PlannedLot>) {
  for (const row of rowsOf(rows, 'stockCount')) {
    const { cells } = row
    const lot = cells.lot?.value ?? cells.item?.value
    if (lot === undefined) continue
    if (cells.lot?.value !== undefined && lots.size > 0 && !lots.has(lot)) {
      report(desk, row, 'reference_unknown', 'lot', { number: lot, what: 'lot' })
    }
    const count = {
      received: cells.received?.value ?? lots.get(lot)?.quantity ?? 0,
      handedOut: cells.handedOut?.value ?? 0,
      remaining: cells.remaining?.value ?? 0,
      damaged: cells.damaged?.value ?? 0,
    }
    checkBalance(desk, row, lot, count, lots.get(lot)?.unit ?? '')
    desk.drafts.push({
      table: 'goods_stock_count',
      key: uniqueKey(desk, `stock_count:${lot}`),
      values: {
        lot_number: lot,
        item: cells.item?.value,
        received: count.received,
        handed_out: count.handedOut,
        remaining: count.remaining,
        damaged: count.damaged,
      },
      links: {},
      source: placeOf(row),
    })
  }
}

function checkBalance(desk: Desk, row: FormRow<'stockCount'>, lot: string, count: Parameters<typeof missingFrom>[0], unit: string) {
  const missing = missingFrom(count)
  if (missing === 0) return
  report(desk, row, 'stock_does_not_balance', 'remaining', {
    lot,
    ...count,
    missing: Math.abs(missing),
    side: missing > 0 ? 'less' : 'more',
    unit,
  })
}
