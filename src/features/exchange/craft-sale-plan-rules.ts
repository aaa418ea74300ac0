import { paysMoreThanItTook } from '../crafts/sale-rules.ts'
import { makerOf } from './craft-plan-rules.ts'
import type { FormRow } from './form-schema.ts'
import { type Desk, placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { type PlannedService, alone, attend, dayNeeded, draftService } from './service-plan-rules.ts'

/** Exhibitions, and what was sold there: the money taken, and what of it the maker got. */
export function planCraftSales(planning: Planning) {
  const { desk, rows, services } = planning
  for (const row of rowsOf(rows, 'exhibitions')) {
    const day = dayNeeded(desk, row, 'day')
    if (day === undefined) continue
    const number = row.cells.number?.value
    const key = uniqueKey(desk, `exhibition:${number ?? day}`)
    const service = draftService(
      desk,
      row,
      key,
      {
        kind: 'exhibition',
        status: day > desk.today ? 'planned' : 'held',
        number,
        day,
        place: row.cells.place?.value,
        community_code: communityOf(desk, row),
      },
      { dayField: 'day', known: services.onFile('exhibition', number, key) },
    )
    services.add(service)
  }
  const prices = pricesOf(planning)
  for (const row of rowsOf(rows, 'craftSales')) planSale(planning, row, prices)
}

/** What each piece is priced at, in this import or an earlier one. */
function pricesOf({ desk, rows }: Planning): ReadonlyMap<string, number> {
  const prices = new Map<string, number>()
  for (const { number, priceFen } of desk.facts.pieces) if (number !== undefined && priceFen !== undefined) prices.set(number, priceFen)
  for (const { cells } of rowsOf(rows, 'craftPieces')) {
    if (cells.number?.value !== undefined && cells.price?.value !== undefined) prices.set(cells.number.value, cells.price.value)
  }
  return prices
}

function planSale(planning: Planning, row: FormRow<'craftSales'>, prices: ReadonlyMap<string, number>) {
  const { desk, services } = planning
  const { cells } = row
  const piece = services.numbered(cells.piece?.value, 'craft_piece')
  const exhibition = services.numbered(cells.exhibition?.value, 'exhibition')
  if (piece === undefined && cells.piece !== undefined) checkReference(desk, row, 'piece', services.has('craft_piece'))
  if (exhibition === undefined && cells.exhibition !== undefined) checkReference(desk, row, 'exhibition', services.has('exhibition'))
  const day = cells.day?.value ?? exhibition?.day
  if (day === undefined) {
    dayNeeded(desk, row, 'day')
    return
  }
  const service = draftService(
    desk,
    row,
    uniqueKey(desk, `craft_sale:${cells.piece?.value ?? `${day}|${desk.hide(cells.maker?.value ?? '')}`}`),
    {
      kind: 'craft_sale',
      status: 'held',
      number: cells.piece?.value,
      title: piece?.title,
      day,
      community_code: exhibition?.community ?? piece?.community,
    },
    { dayField: 'day', links: { part_of: exhibition?.link } },
  )
  draftMoney(desk, row, service)
  const maker = makerOf(planning, row, { ...service, community: piece?.community ?? service.community })
  if (maker !== undefined) attend(desk, row, service, alone(maker), { name: cells.maker?.value ?? '', part: 'partner' })
  const sale = {
    ...(cells.price?.value === undefined ? {} : { priceFen: cells.price.value }),
    ...(cells.income?.value === undefined ? {} : { incomeFen: cells.income.value }),
  }
  const price = prices.get(cells.piece?.value ?? '')
  if (sale.priceFen !== undefined && price !== undefined && price !== sale.priceFen) {
    report(desk, row, 'sale_price_differs', 'price', { price: price / 100, sold: sale.priceFen / 100 })
  }
  if (paysMoreThanItTook(sale)) {
    report(desk, row, 'income_above_price', 'income', { price: (sale.priceFen ?? 0) / 100, income: (sale.incomeFen ?? 0) / 100 })
  }
}

function checkReference(desk: Desk, row: FormRow<'craftSales'>, field: 'piece' | 'exhibition', isListKnown: boolean) {
  if (isListKnown) report(desk, row, 'reference_unknown', field, { number: row.cells[field]?.written ?? '', what: field })
}

/** The public paid; the project passed part of it on to the maker. */
function draftMoney(desk: Desk, row: FormRow<'craftSales'>, service: PlannedService) {
  const { price, income } = row.cells
  for (const [given, party, cell] of [
    ['sale', 'public', price],
    ['income', 'social_organisation', income],
  ] as const) {
    if (cell?.value === undefined) continue
    desk.drafts.push({
      table: 'contribution',
      key: `${service.key}:${given}`,
      values: { party, given, value_fen: cell.value },
      links: { service_id: service.link },
      source: placeOf(row),
    })
  }
}
