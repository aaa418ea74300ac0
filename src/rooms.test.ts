import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

// The plan of the house as a test: which room may import which. A room is known by the end of a file's name.

const src = import.meta.dirname

/** The floor of each feature. A feature uses features on lower floors, never beside or above. */
const floors: Record<string, number> = {
  identity: 0,
  places: 1,
  people: 1,
  organisations: 1,
  projects: 2,
  disclosure: 2,
  course: 3,
  ledger: 3,
  assessments: 3,
  needs: 3,
  referrals: 3,
  casework: 4,
  groups: 4,
  activities: 4,
  clinics: 4,
  visits: 4,
  goods: 4,
  crafts: 4,
  respite: 4,
  volunteering: 4,
  wishes: 4,
  merging: 5,
  linkage: 5,
  reminders: 5,
  measures: 6,
  programmes: 7,
  exchange: 7,
  publishing: 7,
  sync: 7,
  acceptance: 8,
  portal: 8,
}

type Room = 'kernel' | 'schema' | 'rules' | 'words' | 'store' | 'routes' | 'reader' | 'screen' | 'server' | 'web' | 'cli' | 'testing'

/** What a room may import of its own feature and of features below. */
const ofFeatures: Record<Room, readonly Room[]> = {
  kernel: [],
  schema: ['schema', 'rules', 'words'],
  rules: ['schema', 'rules', 'words'],
  words: ['schema', 'rules', 'words'],
  store: ['schema', 'rules', 'words', 'store'],
  // Bytes in and out of files: no transaction, so that it runs in a thread of its own.
  reader: ['schema', 'rules', 'words', 'reader'],
  routes: ['schema', 'rules', 'words', 'store', 'routes', 'reader'],
  screen: ['schema', 'rules', 'words', 'screen'],
  server: [],
  web: ['schema', 'rules', 'words', 'screen'],
  cli: ['schema', 'rules', 'words'],
  testing: ['schema', 'rules', 'words', 'store', 'routes', 'reader'],
}

const suffixes: readonly [RegExp, Room][] = [
  [/(^|[/-])schema\.ts$/, 'schema'],
  [/(^|[/-])rules\.ts$/, 'rules'],
  [/(^|[/-])words\.ts$/, 'words'],
  [/(^|[/-])store\.ts$/, 'store'],
  [/(^|[/-])routes\.ts$/, 'routes'],
  [/(^|[/-])(reader|writer|worker)\.ts$/, 'reader'],
  [/-testing\.ts$/, 'testing'],
  [/\.tsx$/, 'screen'],
]

type Place = { room: Room; feature?: string }

function placeOf(path: string): Place {
  const [first = '', second = ''] = path.split('/')
  if (first === 'kernel' || first === 'server' || first === 'web' || first === 'cli' || first === 'testing') return { room: first }
  if (first !== 'features') throw new Error(`${path} is in no room.`)
  const room = suffixes.find(([suffix]) => suffix.test(path))?.[1]
  if (room === undefined) throw new Error(`${path}: the name of a file is its room.`)
  return { room, feature: second }
}

const mayUseServer: Partial<Record<Room, RegExp>> = {
  store: /^server\/(db|seal|ids|route|tables)\.ts$/,
  routes: /^server\//,
  cli: /^server\//,
  testing: /^server\//,
  server: /^server\//,
}
const browserRooms: readonly Room[] = ['screen', 'web']
const pureRooms: readonly Room[] = ['kernel', 'schema', 'rules', 'words']

/** Why an import is against the plan, or undefined. */
function objection(from: string, to: string): string | undefined {
  const here = placeOf(from)
  const there = placeOf(to)
  if (there.room === 'kernel') return undefined
  if (there.room === 'server') {
    // What stands at the top of the house alone knows the features.
    return mayUseServer[here.room]?.test(to) === true ? undefined : 'may not use the server'
  }
  if (there.room === 'web') return browserRooms.includes(here.room) ? undefined : 'may not use the web shell'
  if (there.room === 'cli' || there.room === 'testing')
    return here.room === there.room || (here.room === 'cli' && there.room === 'cli') ? undefined : `may not use ${there.room}`
  if (here.room === 'server') {
    const listsRoutes = ['server/routes.ts', 'server/find-route.ts'].includes(from) && there.room === 'routes'
    return listsRoutes || there.feature === 'identity' ? undefined : 'the server knows identity alone'
  }
  if (here.room === 'cli' && there.feature === 'identity') return undefined
  if (!ofFeatures[here.room].includes(there.room)) return `${here.room} may not use ${there.room}`
  if (here.feature === undefined || here.feature === there.feature) return undefined
  const [mine, its] = [floors[here.feature], floors[there.feature ?? '']]
  if (mine === undefined || its === undefined) return `${here.feature} or ${there.feature} stands on no floor`
  return its < mine ? undefined : `${here.feature} (floor ${mine}) may not use ${there.feature} (floor ${its})`
}

/** Packages that pure rooms may use: they run on server, browser and phone alike. */
const purePackages = new Set(['zod', 'pinyin-pro'])

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$/.test(path),
)

const importsOf = (path: string): string[] =>
  [
    ...readFileSync(join(src, path), 'utf8').matchAll(/^(?:import|export|\}).*? from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm),
  ].flatMap((found) => found[1] ?? found[2] ?? found[3] ?? [])

test.each([
  ['features/people/routes.ts', 'features/projects/store.ts'],
  ['features/people/person-rules.ts', 'features/people/store.ts'],
  ['features/people/person-rules.ts', 'server/db.ts'],
  ['features/ledger/list-page.tsx', 'features/ledger/store.ts'],
  ['features/places/schema.ts', 'features/people/schema.ts'],
  ['server/http.ts', 'features/people/routes.ts'],
  ['kernel/day.ts', 'server/db.ts'],
  ['cli/serve-command.ts', 'features/people/store.ts'],
])('%s may not import %s', (from, to) => expect(objection(from, to)).toBeDefined())

test('every import is between rooms that may meet', () => {
  const against = files.flatMap((path) =>
    importsOf(path)
      .filter((name) => name.startsWith('.') && /\.tsx?$/.test(name))
      .flatMap((name) => {
        const to = relative(src, join(src, dirname(path), name))
        const why = objection(path, to)
        return why === undefined ? [] : [`${path} → ${to}: ${why}`]
      }),
  )
  expect(against).toEqual([])
})

test('rules, shapes and the kernel use no package but those that run everywhere', () => {
  const against = files.flatMap((path) =>
    pureRooms.includes(placeOf(path).room)
      ? importsOf(path)
          .filter((name) => !name.startsWith('.') && !purePackages.has(name))
          .map((name) => `${path} → ${name}`)
      : [],
  )
  expect(against).toEqual([])
})

test('screens reach data only through endpoints', () => {
  const against = files.flatMap((path) =>
    browserRooms.includes(placeOf(path).room)
      ? importsOf(path)
          .filter((name) => /^(node:|pg$|kysely|fastify)/.test(name))
          .map((name) => `${path} → ${name}`)
      : [],
  )
  expect(against).toEqual([])
})

test('files are small: none over 400 lines, nine in ten under 200', () => {
  const lengths = files
    .filter((path) => path !== 'server/tables.ts')
    .map((path) => ({ path, lines: readFileSync(join(src, path), 'utf8').split('\n').length - 1 }))
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([])
  expect(lengths.filter(({ lines }) => lines > 200).length / lengths.length).toBeLessThan(0.1)
})

test('every feature on a floor that has files says in ten lines what it is', () => {
  const features = new Set(files.flatMap((path) => placeOf(path).feature ?? []))
  const silent = [...features].filter((feature) => !readdirSync(join(src, 'features', feature)).includes('README.md'))
  expect(silent).toEqual([])
})
