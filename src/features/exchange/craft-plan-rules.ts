import type { DivisionCode } from '../../kernel/ids.ts'
import type { FormRow } from './form-schema.ts'
import { type Meant, whoIsNamed } from './naming-plan-rules.ts'
import { placeOf, report, rowsOf, uniqueKey } from './plan-desk-rules.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communityOf } from './row-place-plan-rules.ts'
import { type PlannedService, alone, attend, dayNeeded, draftService } from './service-plan-rules.ts'

/** Craft lessons with their sign-ins, and the pieces that came of them. */
export function planCrafts(planning: Planning) {
  const signIns = rowsOf(planning.rows, 'craftSignIn')
  const lessons = planLessons(planning, signIns)
  planSignIns(planning, lessons, signIns)
  planPieces(planning, placeOfCrafts(planning))
}

/** A lesson is where its list says; else where everybody who signed in to it comes from. */
function planLessons({ desk, rows, services }: Planning, signIns: readonly FormRow<'craftSignIn'>[]) {
  const lessons = new Map<PlannedService, FormRow<'craftLessons'>>()
  for (const row of rowsOf(rows, 'craftLessons')) {
    const day = dayNeeded(desk, row, 'day')
    if (day === undefined) continue
    const { cells } = row
    const number = cells.number?.value
    const key = uniqueKey(desk, `craft_lesson:${number ?? `${day}|${cells.craft?.value ?? ''}`}`)
    const own = signIns.filter((signIn) => signIn.cells.lessonNumber?.value === number)
    const from = new Set(own.map((signIn) => communityOf(desk, signIn)).filter((code) => code !== undefined))
    const service = draftService(
      desk,
      row,
      key,
      {
        kind: 'craft_lesson',
        status: day > desk.today ? 'planned' : 'held',
        number,
        title: cells.craft?.value,
        day,
        community_code: communityOf(desk, row) ?? (from.size === 1 ? [...from][0] : undefined),
        worker: cells.teacher?.value,
      },
      { dayField: 'day', known: services.onFile('craft_lesson', number, key) },
    )
    services.add(service)
    lessons.set(service, row)
  }
  return lessons
}

function planSignIns(
  { desk, register, services }: Planning,
  lessons: ReadonlyMap<PlannedService, FormRow<'craftLessons'>>,
  rows: readonly FormRow<'craftSignIn'>[],
) {
  const present = new Map<PlannedService, number>()
  const withoutList = !services.has('craft_lesson')
  for (const row of rows) {
    const { cells } = row
    const number = cells.lessonNumber?.value
    const lesson = services.numbered(number, 'craft_lesson') ?? (withoutList ? lessonOf({ desk, services }, row) : undefined)
    const name = cells.name?.value
    if (name === undefined) report(desk, row, 'row_without_name', 'name')
    else if (lesson === undefined) report(desk, row, 'service_unknown', 'lessonNumber', { number: number ?? '', what: 'lesson' })
    else {
      const meant = whoIsNamed(desk, register, row, 'name', {
        name,
        community: communityOf(desk, row) ?? lesson.community,
        on: lesson.day,
        age: cells.age?.value,
        sex: cells.sex?.value,
        idTail: cells.idTail?.value,
        phoneTail: cells.phoneTail?.value,
        of: lesson.key,
        about: `${lesson.number ?? ''} ${lesson.title ?? ''}`.trim(),
      })
      const { repeats } = attend(desk, row, lesson, meant, { name, part: 'beneficiary' })
      if (repeats) report(desk, row, 'signed_in_twice', 'name', { name, title: lesson.number ?? '' })
      else present.set(lesson, (present.get(lesson) ?? 0) + 1)
    }
  }
  for (const [lesson, row] of lessons) {
    const stated = row.cells.count?.value
    const counted = present.get(lesson)
    if (stated === undefined || counted === undefined || stated === counted) continue
    report(desk, row, 'stated_count_differs', 'count', { number: lesson.number ?? '', stated, counted })
  }
}

/** Where no list of lessons is known, the sheet itself says what was held. */
function lessonOf({ desk, services }: Pick<Planning, 'desk' | 'services'>, row: FormRow<'craftSignIn'>): PlannedService | undefined {
  const number = row.cells.lessonNumber?.value
  const day = row.cells.day?.value
  if (day === undefined) return undefined
  const earlier = services.titled('craft_lesson', day, undefined)
  if (number === undefined && earlier !== undefined) return earlier
  const service = draftService(
    desk,
    row,
    `craft_lesson:${number ?? `${day}|`}`,
    { kind: 'craft_lesson', status: day > desk.today ? 'planned' : 'held', number, day, community_code: communityOf(desk, row) },
    { dayField: 'day' },
  )
  services.add(service)
  return service
}

/** The one community in which lessons are given: where makers live when their pieces do not say. */
function placeOfCrafts({ services }: Planning): DivisionCode | undefined {
  const communities = new Set(services.ofKind('craft_lesson').map((lesson) => lesson.community))
  return communities.size === 1 ? [...communities][0] : undefined
}

/** A piece has no day, and making it is no service to its maker, who is a partner in it. */
function planPieces(planning: Planning, place: DivisionCode | undefined) {
  const { desk, rows, services } = planning
  for (const row of rowsOf(rows, 'craftPieces')) {
    const { cells } = row
    const number = cells.number?.value
    if (number === undefined) {
      report(desk, row, 'required_empty', 'number')
      continue
    }
    const key = uniqueKey(desk, `craft_piece:${number}`)
    if (key.includes('#')) report(desk, row, 'number_used_twice', 'number', { number })
    const community = communityOf(desk, row) ?? place
    const service = draftService(
      desk,
      row,
      key,
      { kind: 'craft_piece', status: 'held', number, title: cells.craft?.value, community_code: community },
      { known: services.onFile('craft_piece', number, key) },
    )
    services.add(service)
    desk.drafts.push({
      table: 'craft_piece',
      key: service.key,
      values: { number, craft: cells.craft?.value, price_fen: cells.price?.value },
      links: { service_id: service.link },
      source: placeOf(row),
    })
    const maker = makerOf(planning, row, service)
    if (maker !== undefined) attend(desk, row, service, alone(maker), { name: cells.maker?.value ?? '', part: 'partner' })
  }
}

export function makerOf(
  { desk, register }: Planning,
  row: FormRow<'craftPieces'> | FormRow<'craftSales'>,
  piece: PlannedService,
): Meant | undefined {
  const name = row.cells.maker?.value
  if (name === undefined) return undefined
  const named = { name, community: piece.community, of: piece.key, about: `${piece.number ?? ''} ${piece.title ?? ''}`.trim() }
  return row.form === 'craftPieces' ? whoIsNamed(desk, register, row, 'maker', named) : whoIsNamed(desk, register, row, 'maker', named)
}
