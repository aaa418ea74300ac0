import { planActivities } from './activity-plan-rules.ts'
import { planBudget } from './budget-plan-rules.ts'
import { planCarers } from './carer-plan-rules.ts'
import { planCases } from './case-plan-rules.ts'
import { planCaseSessions } from './case-session-plan-rules.ts'
import { checkCells } from './cell-plan-rules.ts'
import { planClinics } from './clinic-plan-rules.ts'
import { planCrafts } from './craft-plan-rules.ts'
import { planCraftSales } from './craft-sale-plan-rules.ts'
import type { DraftTable } from './draft-schema.ts'
import { checkDuplicates } from './duplicate-plan-rules.ts'
import type { FormRow } from './form-schema.ts'
import { planReceipts, planStockCounts } from './goods-plan-rules.ts'
import { planGroups } from './group-plan-rules.ts'
import { planGroupRolls } from './group-roll-plan-rules.ts'
import { planHandOuts } from './hand-out-plan-rules.ts'
import { planHouseholds } from './household-plan-rules.ts'
import { planLinkages } from './linkage-plan-rules.ts'
import { registerOf } from './naming-plan-rules.ts'
import { carerLine, knownLine, peopleOfPlan, registerLine, volunteerLine } from './people-plan-rules.ts'
import { placesOf } from './place-plan-rules.ts'
import { type Desk, report, rowsOf } from './plan-desk-rules.ts'
import type { ImportInput, ImportPlan, PlanCounts } from './plan-schema.ts'
import type { Planning } from './planning-plan-rules.ts'
import { communitiesOf, periodOf, planProject } from './project-plan-rules.ts'
import { checkRegister } from './register-check-plan-rules.ts'
import { draftRegister } from './register-plan-rules.ts'
import { planRespite } from './respite-plan-rules.ts'
import { serviceBook } from './service-book-plan-rules.ts'
import { planShifts } from './shift-plan-rules.ts'
import { planSignIns } from './sign-in-plan-rules.ts'
import { checkFailedVisits, planVisits } from './visit-plan-rules.ts'
import { planFamilies, planVolunteers } from './volunteer-plan-rules.ts'
import { completeDays } from './year-plan-rules.ts'

/**
 * From the rows of an agency's books to what an import would write, what is doubtful about them, and which names
 * somebody has to resolve. Pure: the same rows and facts give the same plan, whatever order sheets and files come in.
 */
export function planImport(input: ImportInput): ImportPlan {
  const desk = openDesk(input)
  const rows = completeDays(input.rows, desk.period)
  checkCells(desk, rows)
  planProject(desk, rows)
  planBudget(desk, rows)
  const planning = planPeople(desk, rows)

  planLinkages(planning)
  planActivities(planning)
  planSignIns(planning)
  planCaseSessions(planning, planCases(planning))
  planGroupRolls(planning, planGroups(planning))
  planClinics(planning)
  const lots = planReceipts(planning)
  planHandOuts(planning, lots)
  planStockCounts(planning, lots)
  planCrafts(planning)
  planCraftSales(planning)
  planRespite(planning, planCarers(planning))
  const failedVisits = planVisits(planning)
  planFamilies(planning)
  planShifts(planning, planVolunteers(planning))
  checkFailedVisits(planning, failedVisits)

  const { drafts, findings } = desk
  const unresolved = desk.unresolved.map((row) => ({ ...row, records: desk.waiting.get(row.subject) ?? [] }))
  return { drafts, findings, unresolved, counts: countsOf(input, desk) }
}

function openDesk({ facts, hide, today, rows }: ImportInput): Desk {
  const written = periodOf(rows)
  const startsOn = facts.project.startsOn ?? written?.from
  const endsOn = facts.project.endsOn ?? written?.to
  const communities = communitiesOf(rows, placesOf(facts.divisions, facts.communities))
  return {
    facts,
    hide,
    today,
    places: placesOf(facts.divisions, [...facts.communities, ...communities]),
    period: { ...(startsOn === undefined ? {} : { startsOn }), ...(endsOn === undefined ? {} : { endsOn }) },
    drafts: [],
    findings: [],
    unresolved: [],
    waiting: new Map(),
    keys: new Map(),
    organisations: new Map(),
    present: new Set(),
    served: new Set(),
  }
}

/** Everybody whom the books or the files give, as one person each; and the households of the register. */
function planPeople(desk: Desk, rows: readonly FormRow[]): Planning {
  const { facts } = desk
  const lines = rowsOf(rows, 'register').flatMap((row) => registerLine(desk, row) ?? withoutName(desk, row) ?? [])
  const households = planHouseholds(desk, lines)
  const everybody = peopleOfPlan(
    desk,
    [
      ...facts.people.map(knownLine),
      ...lines,
      ...rowsOf(rows, 'volunteers').flatMap((row) => volunteerLine(row) ?? []),
      ...rowsOf(rows, 'carers').flatMap((row) => carerLine(row) ?? []),
    ],
    households,
  )
  draftRegister(desk, everybody)
  checkRegister(desk, everybody)
  checkDuplicates(desk, everybody)
  return { desk, rows, register: registerOf(everybody), households, services: serviceBook(facts) }
}

function withoutName(desk: Desk, row: Parameters<typeof registerLine>[1]): undefined {
  report(desk, row, 'row_without_name', 'name')
}

function countsOf({ rows }: ImportInput, { drafts, findings, unresolved }: Desk): PlanCounts {
  const forms: Record<string, number> = {}
  for (const { form } of rows) forms[form] = (forms[form] ?? 0) + 1
  const tables: Partial<Record<DraftTable, number>> = {}
  for (const { table } of drafts) tables[table] = (tables[table] ?? 0) + 1
  const severities = { error: 0, warning: 0, notice: 0 }
  for (const { severity } of findings) severities[severity] += 1
  return { rows: forms, drafts: tables, findings: severities, unresolved: unresolved.length }
}
