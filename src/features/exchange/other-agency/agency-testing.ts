import { bookOf, sheetOf } from '../book-testing.ts'
import type { Book } from '../book-schema.ts'
import { type ActivityLayout, writeActivities } from './activity-layout-testing.ts'
import { writeCare } from './care-layout-testing.ts'
import { type CaseLayout, writeCases } from './casework-layout-testing.ts'
import { type Chance, chanceOf } from './chance-testing.ts'
import { type ClinicLayout, writeClinics } from './clinic-layout-testing.ts'
import { writeCrafts } from './craft-layout-testing.ts'
import { type GoodsLayout, writeGoods } from './goods-layout-testing.ts'
import { type GroupLayout, writeGroups } from './group-layout-testing.ts'
import { dressOf } from './dress-testing.ts'
import { type Finds, type Page, type TableHand, optionsOf } from './page-testing.ts'
import { type Telling, newPaper } from './paper-testing.ts'
import { type Habits, penOf } from './pen-testing.ts'
import { type ProjectLayout, writeProject } from './project-layout-testing.ts'
import { type RegisterLayout, writeRegister } from './register-layout-testing.ts'
import { toTraditional } from './script-testing.ts'
import { truthOf } from './truth-testing.ts'
import { type VolunteerLayout, writeLinkages, writeVolunteers } from './volunteer-layout-testing.ts'
import { type Traits, type World, makeWorld } from './world-testing.ts'

/** How an agency keeps its books, one choice for each of them. */
export type Layouts = {
  readonly register: RegisterLayout
  readonly cases: CaseLayout
  readonly groups: GroupLayout
  readonly activities: ActivityLayout
  readonly clinics: ClinicLayout
  readonly goods: GoodsLayout
  readonly volunteers: VolunteerLayout
  readonly project: ProjectLayout
}

const allLayouts: { readonly [K in keyof Layouts]: readonly Layouts[K][] } = {
  register: ['one sheet', 'sheets with ticks', 'parts', 'files', 'households merged'],
  cases: ['one file', 'two files', 'a sheet a case', 'merged'],
  groups: ['a sheet a group', 'plan and roll apart', 'days over the marks', 'long'],
  activities: ['by month', 'a sheet an activity', 'long', 'under each other', 'side by side', 'without a list'],
  clinics: ['one sheet', 'a sheet a day', 'under each other'],
  goods: ['three sheets', 'one flow'],
  volunteers: ['numbers', 'names'],
  project: ['table', 'card', 'none'],
}

export type Agency = {
  readonly seed: number
  readonly layouts: Layouts
  readonly traits: Traits
  readonly hand: TableHand
  readonly telling: Telling
  readonly world: World
  readonly pages: ReadonlyMap<string, readonly Page[]>
  readonly finds: Finds
  readonly truth: Readonly<Record<string, number>>
}

const dayHabits: readonly Habits['days'][] = [
  ['iso'],
  ['dots', 'slashes'],
  ['words', 'short'],
  ['serial', 'dots', 'words'],
  ['bare', 'iso', 'slashes'],
  ['short'],
  ['text serial', 'two digits', 'morning'],
  ['weekday', 'wide', 'compact'],
  ['chinese', 'serial', 'short'],
]
const timeHabits: readonly Habits['times'][] = [['plain'], ['wide colon', 'fraction'], ['words'], ['plain', 'words', 'fraction']]

const tableHands: readonly TableHand[] = [
  {},
  { numbered: true, right: 1 },
  { numbered: true, pages: 25 },
  { blanks: 17, hides: 7 },
  { numbered: true, groups: 'plain', note: '注：以上内容由项目组核对。' },
  { numbered: true, numbering: true, right: 2, hides: 11 },
]

/** An agency that exists nowhere, with its project and its books: the same for the same seed. */
export function agencyOf(seed: number, wanted: Partial<Layouts> = {}): Agency {
  const chance = chanceOf(seed)
  const layouts: Layouts = {
    register: wanted.register ?? chance.pick(allLayouts.register),
    cases: wanted.cases ?? chance.pick(allLayouts.cases),
    groups: wanted.groups ?? chance.pick(allLayouts.groups),
    activities: wanted.activities ?? chance.pick(allLayouts.activities),
    clinics: wanted.clinics ?? chance.pick(allLayouts.clinics),
    goods: wanted.goods ?? chance.pick(allLayouts.goods),
    volunteers: wanted.volunteers ?? chance.pick(allLayouts.volunteers),
    project: wanted.project ?? chance.pick(allLayouts.project),
  }
  const traits: Traits = {
    births: chance.likely(0.8),
    households: chance.likely(0.8),
    moments: chance.likely(0.6) ? 'column' : 'by_column',
    times: layouts.volunteers === 'numbers' || chance.likely(0.5),
  }
  const world = makeWorld(chance.apart('world'), traits)
  const hand = { ...chance.pick(tableHands), ...(chance.likely(0.5) ? { dress: dressOf(chance.apart('dress')) } : {}) }
  const telling = chance.pick([
    { titles: true, sheets: true },
    { titles: true, sheets: true },
    { titles: true, sheets: false },
    { titles: false, sheets: true },
    { titles: false, sheets: false },
  ])
  const paper = newPaper(
    {
      world,
      traits,
      chance: chance.apart('paper'),
      pen: penOf(chance.apart('pen'), { days: chance.pick(dayHabits), times: chance.pick(timeHabits) }),
      hand,
    },
    telling,
  )
  writeProject(paper, layouts.project)
  writeRegister(paper, layouts.register)
  writeCases(paper, layouts.cases)
  writeGroups(paper, layouts.groups)
  writeActivities(paper, layouts.activities)
  writeClinics(paper, layouts.clinics)
  writeGoods(paper, layouts.goods)
  writeVolunteers(paper, layouts.volunteers)
  writeLinkages(paper)
  writeCrafts(paper)
  writeCare(paper)
  const script = chance.likely(0.15) ? toTraditional : undefined
  const made = {
    seed,
    layouts,
    traits,
    hand,
    telling,
    world,
    pages: shuffled(chance, paper.files),
    finds: paper.finds,
    truth: truthOf(world, traits),
  }
  return script === undefined ? made : { ...made, ...inScript(made, script) }
}

/** Books and what is to be found in them in another script. */
const inScript = ({ pages, finds }: Pick<Agency, 'pages' | 'finds'>, script: (text: string) => string): Pick<Agency, 'pages' | 'finds'> => {
  const place = <P extends { readonly file: string; readonly sheet: string | undefined }>(at: P): P => ({
    ...at,
    file: script(at.file),
    sheet: at.sheet === undefined ? undefined : script(at.sheet),
  })
  return {
    pages: new Map(
      [...pages].map(([file, sheets]) => [
        script(file),
        sheets.map((page) => ({
          ...page,
          name: page.name === undefined ? undefined : script(page.name),
          rows: page.rows.map((row) => row.map((written) => (typeof written === 'string' ? script(written) : written))),
        })),
      ]),
    ),
    finds: {
      spots: finds.spots.map((spot) => place({ ...spot, column: spot.column === undefined ? undefined : script(spot.column) })),
      records: finds.records.map(place),
    },
  }
}

/** Files and the sheets in them in any order. */
const shuffled = (chance: Chance, files: ReadonlyMap<string, readonly Page[]>) =>
  new Map(chance.shuffle([...files]).map(([file, pages]) => [file, chance.shuffle(pages)]))

/** The books as the reader would give them. A CSV has no numbers, and no sheet with a name. */
export const booksOf = ({ pages }: Agency): Book[] =>
  [...pages].map(([file, sheets]) =>
    file.endsWith('.csv')
      ? bookOf(
          file,
          ...sheets.map((page) =>
            sheetOf(
              undefined,
              page.rows.map((row) => row.map(asText)),
            ),
          ),
        )
      : bookOf(file, ...sheets.map((page) => sheetOf(page.name, page.rows, optionsOf(page)))),
  )

const asText = (written: Page['rows'][number][number]) => {
  if (written === undefined || typeof written === 'string') return written
  if (typeof written === 'number') return String(written)
  if ('time' in written)
    return `${String(Math.floor(written.time * 24)).padStart(2, '0')}:${String(Math.round(written.time * 1440) % 60).padStart(2, '0')}`
  return new Date((written.day - 25_569) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/')
}
