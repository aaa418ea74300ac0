import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, evidenceIdSchema, serviceIdSchema, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { kindSchema, lineSchema } from '../ledger/kind-schema.ts'
import { measures } from '../measures/measure-list-rules.ts'
import { measureKeySchema, type MeasureKey } from '../measures/measure-schema.ts'
import { elapsedPercent, percentOf } from '../measures/progress-rules.ts'
import { isCountedFor } from '../measures/scope-rules.ts'
import { findProject } from '../measures/project-facts-store.ts'
import { breakDown, listFigures } from '../measures/store.ts'
import { findProjectDetail } from '../projects/store.ts'
import { gatheringKinds, unnamed } from './gathering-rules.ts'
import { findFrozenFacts, type ReportPurpose } from './frozen-facts-store.ts'
import { exceptionsOf } from './exception-rules.ts'
import type { BudgetFact, ExpenseFact, Facts, Gathering, Period, TableFact, TargetFact } from './facts-schema.ts'

/**
 * What many attend, in the order of a pack's folders. Casework is listed and never filed by person; a hand-out is a line
 * of a list, to one household.
 */

const tableKeys: readonly MeasureKey[] = [
  'direct_persons',
  'direct_times',
  'activities',
  'attendances',
  'sessions',
  'clinic_visits',
  'goods_batches',
  'shifts',
]
const lineKeys: readonly MeasureKey[] = ['direct_persons', 'direct_times']

/** Everything that a report or a pack says of a project in a period; undefined when there is no such project. */
export async function findFacts(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  period: Period,
  purpose: ReportPurpose,
): Promise<Facts | undefined> {
  const project = await findProjectDetail(tx, tenantId, projectId)
  const counted = await findProject(tx, tenantId, projectId)
  if (project === undefined || counted === undefined) return undefined
  const figures = (await listFigures(tx, tenantId, projectId, period.scope, [])) ?? []
  const valueOf = new Map(figures.map((figure) => [figure.key, figure.value]))
  const targets = project.targets.map((target): TargetFact => {
    const known = measureKeySchema.safeParse(target.measure)
    const value = known.success ? (valueOf.get(known.data) ?? null) : null
    return {
      wording: target.wording,
      measure: known.success ? known.data : null,
      asked: target.value,
      unit: target.unit ?? (known.success ? measures[known.data].unit.zh : ''),
      value,
      percent: percentOf(value, target.value),
      rule: known.success ? measures[known.data].rule : null,
      version: known.success ? measures[known.data].version : null,
    }
  })
  const tableBy = async (by: 'line' | 'community' | 'month', keys: readonly MeasureKey[]): Promise<TableFact> => {
    const fitting = keys.filter((key) => isCountedFor(measures[key], period.scope, [by]))
    const { axes, cells } = await breakDown(tx, counted, { measures: fitting, by: [by], totals: false, scope: period.scope })
    const values = new Map(cells.map((cell) => [cell.at[by] ?? null, cell.values]))
    const points = axes[0]?.points ?? []
    return {
      keys: fitting,
      rows: points.map((point) => ({
        name: point.name,
        values: values.get(point.value) ?? fitting.map(() => 0),
      })),
    }
  }
  const lines = new Map(project.budget.map((line) => [line.id, line.name]))
  const inPeriod = (day: string) => day >= period.from && day <= period.to
  const whole = period.scope.days === undefined
  const expenses = project.expenses
    .filter((expense) => whole || inPeriod(expense.spentOn))
    .map((expense): ExpenseFact => ({
      id: expense.id,
      voucher: expense.voucher,
      day: expense.spentOn,
      line: lines.get(expense.budgetLineId ?? '') ?? null,
      amountFen: expense.amountFen,
      purpose: expense.purpose,
      invoice: expense.invoice,
      handledBy: expense.handledBy,
      service: expense.service === null ? null : unnamed(expense.service),
    }))
  const gatherings = await listGatherings(tx, tenantId, projectId, period)
  const frozen = await findFrozenFacts(tx, tenantId, projectId, purpose, period, valueOf)
  return {
    project: {
      id: project.id,
      name: project.name,
      agency: project.agency,
      funder: project.funder,
      startsOn: project.startsOn,
      endsOn: project.endsOn,
      served: project.served,
    },
    period,
    elapsedPercent: elapsedPercent({ from: project.startsOn, to: project.endsOn }, period.to),
    targets,
    figures: figures.filter(({ key }) => measures[key].over !== 'estimate').map(({ key, version, value }) => ({ key, version, value })),
    estimates: figures
      .filter(({ key }) => measures[key].over === 'estimate')
      .map(({ key, version, value }) => ({
        key,
        version,
        value,
        basis: project.estimates.filter((line) => line.measure === key).map((line) => `${line.basis} ${line.value}`),
      })),
    frozen,
    byLine: await tableBy('line', lineKeys),
    byCommunity: await tableBy('community', tableKeys),
    byMonth: await tableBy('month', tableKeys),
    gatherings,
    budget: project.budget.map((line): BudgetFact => ({
      name: line.name,
      amountFen: line.amountFen,
      spentFen: line.spentFen,
      percent: percentOf(line.spentFen, line.amountFen),
      capPercent: line.capPercent,
    })),
    expenses,
    exceptions: exceptionsOf({
      projectId,
      over: period.to >= project.endsOn,
      targets,
      gatherings,
      expenses,
      warnings: project.warnings,
      ...(await countOddities(tx, tenantId, projectId, period)),
      moved: frozen.filter(({ moved }) => moved).length,
      stockUnbalanced: valueOf.get('stock_unbalanced') ?? 0,
    }),
  }
}

const gatheringSchema = z.object({
  id: serviceIdSchema,
  kind: kindSchema,
  line: lineSchema,
  day: daySchema.nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  themes: z.array(z.string()),
  community_code: divisionCodeSchema.nullable(),
  community: z.string().nullable(),
  worker: z.string().nullable(),
  attendances: z.number(),
  unresolved: z.number(),
  volunteers: z.number(),
  evidence: z.array(
    z.object({
      id: evidenceIdSchema,
      kind: z.string(),
      title: z.string().nullable(),
      sha256: z.string(),
      bytes: z.number(),
      mediaType: z.string(),
      publishable: z.boolean(),
    }),
  ),
})

/** What days a period leaves; what has no day belongs to the whole project alone. */
const within = (period: Period) =>
  period.scope.days === undefined
    ? sql`(s.day is null or s.day between ${period.from}::date and ${period.to}::date)`
    : sql`s.day between ${period.from}::date and ${period.to}::date`

/** What was held in a period and attended by many, by kind and day, with the files that belong to it. */
async function listGatherings(tx: Tx, tenantId: TenantId, projectId: ProjectId, period: Period): Promise<Gathering[]> {
  const { rows } = await sql`
    select s.id, s.kind, s.line, s.day, s.number, s.title, s.themes, s.community_code, d.name as community, s.worker,
      coalesce(a.attendances, 0)::int as attendances, coalesce(a.unresolved, 0)::int as unresolved, coalesce(a.volunteers, 0)::int as volunteers,
      coalesce(e.files, '[]'::jsonb) as evidence
    from service s
    left join division d on d.tenant_id = s.tenant_id and d.code = s.community_code
    left join lateral (
      select count(*) filter (where a.part in ('beneficiary', 'carer')) as attendances,
        count(*) filter (where a.part in ('beneficiary', 'carer') and a.person_id is null) as unresolved,
        count(*) filter (where a.part = 'volunteer') as volunteers
      from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id and not a.repeats
    ) a on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', v.id, 'kind', v.kind, 'title', v.title, 'sha256', v.sha256, 'bytes', v.bytes,
        'mediaType', v.media_type, 'publishable', v.publishable) order by v.kind, v.title, v.sha256, v.id) as files
      from evidence v where v.tenant_id = s.tenant_id and v.service_id = s.id and v.removed_at is null
    ) e on true
    where s.tenant_id = ${tenantId} and s.project_id = ${projectId} and s.status = 'held' and not s.repeats
      and s.kind = any(${[...gatheringKinds]}::text[]) and ${within(period)}
    order by array_position(${[...gatheringKinds]}::text[], s.kind), s.day nulls last, s.number, s.title, s.id`.execute(tx)
  return z
    .array(gatheringSchema)
    .parse(rows)
    .map(({ community_code, ...row }) => ({ ...row, communityCode: community_code }))
}

const odditySchema = z.object({ planned: z.number(), undated: z.number(), unattended: z.number(), unresolved: z.number() })

async function countOddities(tx: Tx, tenantId: TenantId, projectId: ProjectId, period: Period) {
  const { rows } = await sql`
    select count(*) filter (where s.status = 'planned' and s.day is not null)::int as planned,
      count(*) filter (where s.status = 'held' and s.day is null)::int as undated,
      count(*) filter (where s.status = 'held' and s.kind = any(${[...gatheringKinds, 'case_session', 'home_visit', 'phone_visit']}::text[])
        and s.unnamed_count = 0 and not exists (select 1 from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id))::int as unattended,
      coalesce(sum((select count(*) from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id and a.person_id is null
        and a.part in ('beneficiary', 'carer') and not a.repeats)) filter (where s.status = 'held'), 0)::int as unresolved
    from service s
    where s.tenant_id = ${tenantId} and s.project_id = ${projectId} and not s.repeats and ${within(period)}`.execute(tx)
  return odditySchema.parse(rows[0])
}
