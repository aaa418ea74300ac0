import { addDays } from '../../../kernel/day.ts'
import { shuangtaizi } from '../../places/shuangtaizi-schema.ts'
import type { Book } from '../book-schema.ts'
import { readForms } from '../form-rules.ts'
import type { TableMapping } from '../form-schema.ts'
import { figuresOf } from '../plan-figures-testing.ts'
import { planImport } from '../plan-rules.ts'
import type { ImportFacts, ImportPlan } from '../plan-schema.ts'
import { emptyFacts, hide } from '../plan-testing.ts'
import type { Agency } from './agency-testing.ts'

/** What came out of an agency's books, against what was put into them. */
export type Verdict = {
  readonly plan: ImportPlan
  readonly tables: readonly TableMapping[]
  /** Figures that are wrong: as counted from the books, and as they should be. */
  readonly figures: Readonly<Record<string, readonly [found: number | undefined, truth: number]>>
  /** What was put in and not found, and what was found though nothing is wrong there. */
  readonly missed: readonly string[]
  readonly accused: readonly string[]
  /** Records of which nothing was made and nothing said. */
  readonly lost: readonly string[]
}

const divisions: ImportFacts['divisions'] = shuangtaizi.map(({ code, name, level, parentCode }) => ({
  code,
  name,
  level,
  ...(parentCode === null ? {} : { parent: parentCode }),
}))

const factsFor = (agency: Agency): ImportFacts => ({
  ...emptyFacts,
  divisions,
  project: agency.layouts.project === 'none' ? { name: '项目', startsOn: agency.world.period.from, endsOn: agency.world.period.to } : {},
})

const at = ({ file, sheet, row }: { file: string; sheet?: string | undefined; row?: number | undefined }) => `${file}|${sheet ?? ''}|${row}`

/** Headers are shown as they stand, but for line breaks. */
const plain = (column: string | undefined) => column?.replace(/\s/g, '')

/** Findings that are no accusation of a row: that a list of activities is missing is said of each activity once. */
const notices = new Set(['activity_only_in_sign_in'])

export function judge(agency: Agency, books: readonly Book[]): Verdict {
  const { tables, rows } = readForms(books)
  const { world } = agency
  const plan = planImport({ rows, facts: factsFor(agency), hide, today: addDays(world.period.to, 40) })
  const counted = figuresOf(
    agency.layouts.project === 'none'
      ? [
          ...plan.drafts,
          {
            table: 'project',
            key: 'period',
            values: { starts_on: world.period.from, ends_on: world.period.to },
            links: {},
            source: { file: '' },
          },
        ]
      : plan.drafts,
  )
  const unknowable = agency.layouts.activities === 'without a list' ? /festival|intergenerational|activities_both/ : /^$/
  const figures = Object.fromEntries(
    Object.entries(agency.truth).flatMap(([name, truth]) =>
      Math.abs((counted[name] ?? Number.NaN) - truth) < 0.005 || unknowable.test(name) ? [] : [[name, [counted[name], truth] as const]],
    ),
  )
  const planted = agency.finds.spots.map(({ kind, column, ...place }) => `${kind} ${at(place)}|${plain(column)}`)
  const said = plan.findings
    .filter(({ code }) => !notices.has(code))
    .map(({ code, column, ...place }) => `${code} ${at(place)}|${plain(column)}`)
  const taken = new Set([...plan.drafts.map(({ source }) => at(source)), ...plan.findings.map(at)])
  return {
    plan,
    tables,
    figures,
    missed: difference(planted, said),
    accused: difference(said, planted),
    lost: agency.finds.records.map(at).filter((place) => !taken.has(place)),
  }
}

/** What the one list has more often than the other. */
function difference(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const each of other) left.set(each, (left.get(each) ?? 0) + 1)
  return list.filter((each) => {
    const times = left.get(each) ?? 0
    left.set(each, times - 1)
    return times <= 0
  })
}
