import { Option, type Command } from 'commander'
import type { z } from 'zod'
import { kindSchema, lineSchema, type Kind, type Line } from '../features/ledger/kind-schema.ts'
import { breakDown, listMeasures, showFigures } from '../features/measures/schema.ts'
import { dimensionSchema, scopeSchema } from '../features/measures/scope-schema.ts'
import { listProjects } from '../features/projects/schema.ts'
import type { Month } from '../kernel/day.ts'
import { projectIdSchema, type DivisionCode } from '../kernel/ids.ts'
import { communityValues, monthValue } from './option-values.ts'
import { withCaller, type CallerOptions } from './with-house.ts'

type Options = CallerOptions & {
  project?: string
  json?: true
  by?: string
  from?: Month
  to?: Month
  community?: DivisionCode[]
  line?: Line
  kind?: Kind
}

export function addFiguresCommand(program: Command): void {
  program
    .command('figures')
    .description('The figures of a project; without --project, the projects there are.')
    .requiredOption('--as <account>', 'the account that asks')
    .option('--tenant <code>', 'the tenant, when there are several')
    .option('--project <id>', 'the project, or a part of its name')
    .addOption(new Option('--by <dimension>', 'break every figure down').choices(dimensionSchema.options))
    .option('--community <code...>', 'only services in these communities', communityValues)
    .option('--from <month>', 'from this month (YYYY-MM)', monthValue)
    .option('--to <month>', 'to this month (YYYY-MM)', monthValue)
    .addOption(new Option('--line <line>', 'only this line of service').choices(lineSchema.options))
    .addOption(new Option('--kind <kind>', 'only this kind of service').choices(kindSchema.options))
    .option('--json', 'as JSON')
    .action(figures)
}

async function figures(options: Options): Promise<void> {
  await withCaller(options, async (caller) => {
    const { projects } = await caller.ask(listProjects, {})
    const wanted = options.project
    if (wanted === undefined) {
      for (const project of projects) console.log(`${project.id}\t${project.name}\t${project.startsOn}–${project.endsOn}`)
      return
    }
    const found = projects.filter((project) => project.id === wanted || project.name.includes(wanted))
    const [project] = found
    if (project === undefined || found.length > 1)
      throw new Error(project === undefined ? `No project “${wanted}”.` : `Several projects are called “${wanted}”; name one by its id.`)
    const scope = scopeOf(options)
    const projectId = projectIdSchema.parse(project.id)
    const { measures } = await caller.ask(listMeasures, {})
    const shown = await caller.ask(showFigures, { projectId, scope })
    const by = options.by === undefined ? undefined : breakDown.input.shape.by.parse([options.by])
    const broken = []
    if (by !== undefined)
      for (const measure of measures.filter((one) => one.dimensions.includes(by[0] ?? 'month')))
        broken.push({ key: measure.key, ...(await caller.ask(breakDown, { projectId, measures: [measure.key], by, scope })) })
    if (options.json === true) {
      console.log(JSON.stringify({ ...shown, breakdowns: broken }, null, 2))
      return
    }
    const nameOf = new Map(measures.map((one) => [one.key, one.measure]))
    console.log(`${shown.name}  ${shown.startsOn}–${shown.endsOn}  时间进度 ${shown.elapsedPercent.toFixed(0)}%`)
    for (const figure of [...shown.figures, ...shown.estimates]) {
      const measure = nameOf.get(figure.key)
      const isEstimate = shown.estimates.some((estimate) => estimate.key === figure.key)
      const target =
        figure.target === null
          ? ''
          : `目标 ${figure.target.value}${figure.target.percent === null ? '' : `  ${figure.target.percent.toFixed(0)}%`}`
      console.log(
        [
          padded(measure?.name.zh ?? figure.key, 26),
          `${isEstimate ? '约' : ''}${figure.value ?? '—'}`.padStart(12),
          padded(measure?.unit.zh ?? '', 6),
          target,
        ].join('  '),
      )
    }
    for (const { key, axes, cells } of broken) {
      console.log(`\n${nameOf.get(key)?.name.zh ?? key}`)
      for (const point of axes[0]?.points ?? [])
        console.log(`  ${padded(point.name.zh, 20)} ${cells.find((cell) => Object.values(cell.at)[0] === point.value)?.values[0] ?? 0}`)
    }
  })
}

function scopeOf({ from, to, community, line, kind }: Options): z.output<typeof scopeSchema> {
  const months = from === undefined && to === undefined ? {} : { months: { from: from ?? '0001-01', to: to ?? '9999-12' } }
  return scopeSchema.parse({
    ...months,
    ...(community === undefined ? {} : { places: community }),
    ...(line === undefined ? {} : { lines: [line] }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
  })
}

/** Padded by columns of the terminal, where a Han character takes two. */
function padded(text: string, width: number): string {
  const taken = [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(0, width - taken))
}
