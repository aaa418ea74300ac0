import { sql } from 'kysely'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { kindSchema } from '../ledger/kind-schema.ts'
import { boundTo } from '../people/detail-store.ts'
import { listExpenses } from '../projects/expense-store.ts'
import { findProject, listBudget } from '../projects/store.ts'
import { listDivisions } from '../places/store.ts'
import { listDecisions } from './decision-store.ts'
import type { ImportFacts, KnownPerson, KnownService } from './plan-schema.ts'

/** Kinds of service that rows of a book refer to, by number or by day and title. */
const referredTo = [
  'case_opening',
  'activity',
  'clinic_day',
  'goods_receipt',
  'home_visit',
  'phone_visit',
  'craft_lesson',
  'craft_piece',
  'exhibition',
  'group_session',
]

type Context = { readonly tx: Tx; readonly tenantId: TenantId; readonly projectId: ProjectId }
type Keys = ReadonlyMap<string, readonly string[]>

/** What the database holds that an import's plan needs to know. @throws Error when there is no such project. */
export async function loadFacts(tx: Tx, tenantId: TenantId, projectId: ProjectId, sealer: Sealer): Promise<ImportFacts> {
  const context = { tx, tenantId, projectId }
  const project = await findProject(tx, tenantId, projectId)
  if (project === undefined) throw new Error('The project of an import is gone.')
  const divisions = await listDivisions(tx, tenantId)
  const communities = await tx
    .selectFrom('project_community')
    .select('community_code')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute()
  return {
    project: { name: project.name, startsOn: project.startsOn, endsOn: project.endsOn },
    divisions: divisions.map((division) => ({
      code: division.code,
      name: division.name,
      level: division.level,
      ...(division.parentCode === null ? {} : { parent: division.parentCode }),
    })),
    communities: communities.map((row) => row.community_code),
    people: await loadPeople(context, sealer),
    households: await loadHouseholds(context),
    organisations: await loadOrganisations(context),
    services: await loadServices(context),
    ...(await loadCases(context)),
    ...(await loadGroups(context)),
    ...(await loadGoods(context)),
    ...(await loadVolunteers(context)),
    ...(await loadMoney(context)),
    decisions: await listDecisions(tx, tenantId, projectId),
  }
}

/** Under which keys imports wrote the records of a table. */
async function keysOf({ tx, tenantId, projectId }: Context, entity: string): Promise<Keys> {
  const { rows } = await sql<{
    id: string
    keys: string[]
  }>`select record_id as id, array_agg(key order by key) as keys from imported_record
    where tenant_id = ${tenantId} and project_id = ${projectId} and entity = ${entity} group by record_id`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.keys]))
}

/** Columns of the database without those that are null. */
type Present<T> = { [K in keyof T]?: NonNullable<T[K]> }
function present<T extends Record<string, unknown>>(columns: T): Present<T>
function present(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null && value !== undefined))
}

async function loadPeople(context: Context, sealer: Sealer): Promise<KnownPerson[]> {
  const { tx, tenantId, projectId } = context
  const keys = await keysOf(context, 'person')
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name', 'sex', 'birth_date as birth', 'phone', 'other_phone as otherPhone', 'id_number_sealed', 'id_number_index'])
    .where('tenant_id', '=', tenantId)
    .where('merged_into', 'is', null)
    .execute()
  const registrations = await tx
    .selectFrom('registration')
    .select(['person_id', 'part', 'community_code as communityCode', 'registered_on as registeredOn', 'household_id as householdId'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute()
  const byPerson = Map.groupBy(registrations, (row) => row.person_id)
  const { rows: served } = await sql<{ person_id: PersonId }>`select distinct a.person_id from attendance a
    join service s on s.tenant_id = a.tenant_id and s.id = a.service_id
    where a.tenant_id = ${tenantId} and s.project_id = ${projectId} and s.status = 'held' and not s.repeats and not a.repeats
      and a.person_id is not null and a.part in ('beneficiary', 'carer')`.execute(tx)
  const isServed = new Set(served.map((row) => row.person_id))
  return people.map(({ id_number_sealed, id_number_index, id, name, sex, ...rest }) => ({
    id,
    name,
    ...(sex === 'unknown' ? {} : { sex }),
    ...present(rest),
    ...(id_number_sealed === null || id_number_index === null
      ? {}
      : { number: sealer.open(id_number_sealed, boundTo(tenantId, id, 'idNumber')) }),
    keys: keys.get(id) ?? [],
    registrations: (byPerson.get(id) ?? []).map(({ person_id: _person, part, ...more }) => ({ part, ...present(more) })),
    served: isServed.has(id),
  }))
}

async function loadHouseholds(context: Context) {
  const keys = await keysOf(context, 'household')
  const rows = await context.tx
    .selectFrom('household')
    .select(['id', 'number', 'community_code as communityCode', 'head_name as headName'])
    .where('tenant_id', '=', context.tenantId)
    .execute()
  return rows.map(({ id, communityCode, ...more }) => ({ id, communityCode, keys: keys.get(id) ?? [], ...present(more) }))
}

async function loadOrganisations(context: Context) {
  const keys = await keysOf(context, 'organisation')
  const rows = await context.tx
    .selectFrom('organisation')
    .select(['id', 'name', 'party'])
    .where('tenant_id', '=', context.tenantId)
    .execute()
  return rows.map((row) => ({ ...row, keys: keys.get(row.id) ?? [] }))
}

async function loadServices(context: Context): Promise<KnownService[]> {
  const keys = await keysOf(context, 'service')
  const rows = await context.tx
    .selectFrom('service')
    .select(['id', 'number', 'kind', 'line', 'status', 'title', 'day', 'community_code as communityCode'])
    .where('tenant_id', '=', context.tenantId)
    .where('project_id', '=', context.projectId)
    .where((e) => e.or([e('kind', 'in', referredTo), e('number', 'is not', null)]))
    .execute()
  return rows.map(({ id, kind, line, status, ...more }) => ({
    id,
    kind: kindSchema.parse(kind),
    line,
    status,
    keys: keys.get(id) ?? [],
    ...present(more),
  }))
}

async function loadCases(context: Context): Promise<Pick<ImportFacts, 'cases'>> {
  const { tx, tenantId, projectId } = context
  const keys = await keysOf(context, 'case_file')
  const serviceKeys = await keysOf(context, 'service')
  const cases = await tx
    .selectFrom('case_file')
    .innerJoin('service', (join) =>
      join.onRef('service.tenant_id', '=', 'case_file.tenant_id').onRef('service.id', '=', 'case_file.opening_service_id'),
    )
    .select(['case_file.id', 'case_file.number', 'case_file.person_id as personId', 'service.community_code as communityCode'])
    .where('case_file.tenant_id', '=', tenantId)
    .where('case_file.project_id', '=', projectId)
    .execute()
  const counted = await tx
    .selectFrom('session_note')
    .innerJoin('service', (join) =>
      join.onRef('service.tenant_id', '=', 'session_note.tenant_id').onRef('service.id', '=', 'session_note.service_id'),
    )
    .innerJoin('project', (join) =>
      join.onRef('project.tenant_id', '=', 'service.tenant_id').onRef('project.id', '=', 'service.project_id'),
    )
    .select(['session_note.case_id', 'session_note.service_id'])
    .where('service.tenant_id', '=', tenantId)
    .where('service.project_id', '=', projectId)
    .where('service.repeats', '=', false)
    .whereRef('service.day', '>=', 'project.starts_on')
    .whereRef('service.day', '<=', 'project.ends_on')
    .execute()
  const byCase = Map.groupBy(counted, (row) => row.case_id)
  return {
    cases: cases.map(({ id, number, ...more }) => ({
      id,
      number,
      sessions: (byCase.get(id) ?? []).flatMap((row) => serviceKeys.get(row.service_id) ?? []).toSorted(),
      keys: keys.get(id) ?? [],
      ...present(more),
    })),
  }
}

async function loadGroups(context: Context): Promise<Pick<ImportFacts, 'groups'>> {
  const { tx, tenantId, projectId } = context
  const keys = await keysOf(context, 'support_group')
  const serviceKeys = await keysOf(context, 'service')
  const groups = await tx
    .selectFrom('support_group')
    .select(['id', 'number', 'name', 'community_code as communityCode'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute()
  const sessions = await tx
    .selectFrom('group_session')
    .innerJoin('service', (join) =>
      join.onRef('service.tenant_id', '=', 'group_session.tenant_id').onRef('service.id', '=', 'group_session.service_id'),
    )
    .select(['group_session.group_id', 'group_session.ordinal', 'group_session.service_id as serviceId', 'service.day'])
    .where('group_session.tenant_id', '=', tenantId)
    .where('service.project_id', '=', projectId)
    .execute()
  const byGroup = Map.groupBy(sessions, (row) => row.group_id)
  return {
    groups: groups.map(({ id, number, name, ...more }) => ({
      id,
      number,
      name,
      keys: keys.get(id) ?? [],
      ...present(more),
      sessions: (byGroup.get(id) ?? []).map(({ ordinal, serviceId, day }) => ({
        ordinal,
        serviceId,
        keys: serviceKeys.get(serviceId) ?? [],
        ...present({ day }),
      })),
    })),
  }
}

async function loadGoods(context: Context): Promise<Pick<ImportFacts, 'lots' | 'pieces'>> {
  const { tx, tenantId, projectId } = context
  const serviceKeys = await keysOf(context, 'service')
  const lots = await tx
    .selectFrom('goods_lot')
    .select(['service_id as id', 'number', 'item', 'expires_on as expiresOn', 'quantity', 'unit'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute()
  const pieces = await tx
    .selectFrom('craft_piece')
    .select(['service_id as id', 'number', 'price_fen as priceFen'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute()
  return {
    lots: lots.map(({ id, number, ...more }) => ({ id, number, keys: serviceKeys.get(id) ?? [], ...present(more) })),
    pieces: pieces.map(({ id, number, ...more }) => ({ id, number, keys: serviceKeys.get(id) ?? [], ...present(more) })),
  }
}

async function loadVolunteers(context: Context): Promise<Pick<ImportFacts, 'volunteers' | 'families' | 'carers'>> {
  const { tx, tenantId, projectId } = context
  const keys = {
    volunteer: await keysOf(context, 'volunteer'),
    family: await keysOf(context, 'volunteer_family'),
    carer: await keysOf(context, 'carer_relation'),
  }
  const volunteers = await tx
    .selectFrom('volunteer')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'volunteer.tenant_id').onRef('person.id', '=', 'volunteer.person_id'),
    )
    .select([
      'volunteer.id',
      'volunteer.number',
      'volunteer.person_id as personId',
      'person.name',
      'volunteer.family_number as familyNumber',
    ])
    .where('volunteer.tenant_id', '=', tenantId)
    .where('volunteer.project_id', '=', projectId)
    .execute()
  const families = await tx
    .selectFrom('volunteer_family')
    .select(['id', 'number'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute()
  const carers = await tx
    .selectFrom('carer_relation')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'carer_relation.tenant_id').onRef('person.id', '=', 'carer_relation.carer_id'),
    )
    .select(['carer_relation.id', 'carer_relation.number', 'carer_relation.carer_id as personId', 'person.name', 'carer_relation.elder_id'])
    .where('carer_relation.tenant_id', '=', tenantId)
    .where('carer_relation.project_id', '=', projectId)
    .execute()
  return {
    volunteers: volunteers.map(({ id, personId, name, ...more }) => ({
      id,
      personId,
      name,
      keys: keys.volunteer.get(id) ?? [],
      ...present(more),
    })),
    families: families.map((row) => ({ ...row, keys: keys.family.get(row.id) ?? [] })),
    carers: carers.map(({ id, personId, name, elder_id, ...more }) => ({
      id,
      personId,
      name,
      keys: keys.carer.get(id) ?? [],
      elderIds: elder_id === null ? [] : [elder_id],
      ...present(more),
    })),
  }
}

async function loadMoney(context: Context): Promise<Pick<ImportFacts, 'budget' | 'expenses'>> {
  const { tx, tenantId, projectId } = context
  const keys = { line: await keysOf(context, 'budget_line'), expense: await keysOf(context, 'expense') }
  const budget = await listBudget(tx, tenantId, projectId)
  const names = new Map(budget.map((line) => [line.id, line.name]))
  const expenses = await listExpenses(tx, tenantId, projectId)
  return {
    budget: budget.map((line) => ({ id: line.id, name: line.name, amountFen: line.amountFen, keys: keys.line.get(line.id) ?? [] })),
    expenses: expenses.map((expense) => ({
      id: expense.id,
      // What was voided is known, so that it does not come in again, and adds up to nothing.
      amountFen: expense.voidedAt === null ? expense.amountFen : 0,
      spentOn: expense.spentOn,
      keys: keys.expense.get(expense.id) ?? [],
      ...present({
        number: expense.voucher,
        invoice: expense.voidedAt === null ? expense.invoice : null,
        line: names.get(expense.budgetLineId ?? '') ?? null,
      }),
    })),
  }
}
