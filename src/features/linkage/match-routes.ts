import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { canReach, canReachProject } from '../../kernel/reach.ts'
import type { DivisionCode, ProjectId } from '../../kernel/ids.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { gapOf } from './assignment-rules.ts'
import { assign } from './assignment-worker.ts'
import { countFigures, listRecords } from './figures-store.ts'
import { listFigureRecords, readLinkFigures } from './figures-schema.ts'
import { openMarket, type Opened } from './market-store.ts'
import { fitter, lookOver } from './fit-rules.ts'
import { barriers, totalOf } from './market-rules.ts'
import { openRun, solveMatch, type Run } from './match-schema.ts'
import { openUnits } from './need-rules.ts'
import * as needs from './need-store.ts'
import { outsideCommunity, projectFor } from './place-routes.ts'
import { supplyOf, type Options } from './pair-rules.ts'
import { barrierWords, reasonsOf } from './reason-rules.ts'
import * as store from './run-store.ts'

/** A community of one's own, or the whole project. */
async function scopeFor(call: SignedInCall<unknown>, projectId: ProjectId, communityCode: DivisionCode | null) {
  const at = await projectFor(call, projectId)
  if (!at.ok) return at
  const reaches = communityCode === null ? canReachProject(call.reach, projectId) : canReach(call.reach, { projectId, communityCode })
  return reaches ? at : outsideCommunity
}

/** The pins as places in the market; a pin that cannot be says why. */
function pinsOf({ market, named, pairs }: Opened, perVolunteer: number, titles: ReadonlyMap<string, string>): Verdict<Options['pins']> {
  const { fit } = fitter(market)
  const pins: { need: number; giver: number }[] = []
  const used = new Map<string, number>()
  for (const pair of pairs) {
    const need = market.needs.findIndex((each) => each.id === pair.needId)
    const giver = market.givers.findIndex((each) => each.giver.id === pair.giverId)
    const [needFacts, giverFacts] = [market.needs[need], market.givers[giver]]
    if (pair.rule !== 'pin' || needFacts === undefined || giverFacts === undefined) continue
    const found = fit(needFacts, giverFacts)
    const pinnedOf = (used.get(pair.needId) ?? 0) + 1
    const pinnedBy = (used.get(pair.giverId) ?? 0) + 1
    const names = { title: titles.get(pair.needId) ?? '', name: named[giver]?.name ?? '' }
    if ('barrier' in found)
      return no('linkage.pin', {
        zh: `指定的一对行不通：“${names.title}”与${names.name}，${barrierWords[found.barrier].zh}。请取消指定。`,
        en: `A pinned pair cannot be: “${names.title}” and ${names.name}, ${barrierWords[found.barrier].en}. Take the pin out.`,
      })
    if (pinnedOf > needFacts.quantity || pinnedBy > supplyOf(giverFacts, { perVolunteer, pins: [] }))
      return no('linkage.pins', {
        zh: `指定得太多：“${names.title}”或${names.name}。请取消一些。`,
        en: `Too many pins: “${names.title}” or ${names.name}. Take some out.`,
      })
    used.set(pair.needId, pinnedOf)
    used.set(pair.giverId, pinnedBy)
    pins.push({ need, giver })
  }
  return yes(pins)
}

function rowsOf(run: store.RunRecord, rows: Awaited<ReturnType<typeof needs.listByIds>>, opened: Opened, asked: ReadonlySet<string>) {
  const byId = new Map(rows.map((need) => [need.id, need]))
  const byGiver = new Map(opened.named.map((one) => [one.facts.giver.id, one]))
  const ruleOf = new Map(opened.pairs.map((pair) => [`${pair.needId}/${pair.giverId}`, pair.rule]))
  const namesOf = (needId: string) => {
    const need = byId.get(needId)
    return need === undefined
      ? undefined
      : { needTitle: need.title, personName: need.personName, communityName: need.communityName, kind: need.kind, unit: need.unit }
  }
  return {
    rows: run.rows.flatMap((row) => {
      const names = namesOf(row.needId)
      const giver = byGiver.get(row.giver.id)
      const pair = `${row.needId}/${row.giver.id}`
      return names === undefined || giver === undefined
        ? []
        : [
            {
              ...row,
              ...names,
              giverName: giver.name,
              party: giver.resource?.party ?? ('volunteer' as const),
              rule: ruleOf.get(pair) ?? null,
              asked: asked.has(pair),
            },
          ]
    }),
    unmet: run.unmet.flatMap((row) => {
      const names = namesOf(row.needId)
      if (names === undefined) return []
      const { unit: _unit, ...rest } = names
      return [{ ...row, ...rest }]
    }),
  }
}

export const matchRoutes = [
  route(solveMatch, async (call) => {
    const { tx, tenantId, input, sealer, reach, actor, note, progress } = call
    const at = await scopeFor(call, input.projectId, input.communityCode)
    if (!at.ok) return at
    const began = performance.now()
    progress.report('reading', 0, 1)
    const found = (await needs.listOpen(tx, tenantId, sealer, input.projectId, input.communityCode, reach))
      .map((need) => ({ need, units: openUnits(need) }))
      .filter(({ units }) => units > 0)
    const { asOf } = at.value
    const opened = await openMarket(tx, tenantId, { projectId: input.projectId, asOf, perVolunteer: input.perVolunteer }, found)
    const pins = pinsOf(opened, input.perVolunteer, new Map(found.map(({ need }) => [need.id, need.title])))
    if (!pins.ok) return pins
    const { market } = opened
    const { given, worth, bound } = await assign(market, { perVolunteer: input.perVolunteer, pins: pins.value }, (step, done, of) =>
      progress.report(step, done, of),
    )
    const look = fitter(market)
    const everybody = look.everybody()
    const rows = given.flatMap(({ need, giver, units }) => {
      const [needFacts, giverFacts] = [market.needs[need], market.givers[giver]]
      const fits = needFacts === undefined || giverFacts === undefined ? undefined : look.fit(needFacts, giverFacts)
      if (needFacts === undefined || giverFacts === undefined || fits === undefined || 'barrier' in fits) return []
      const reasons = reasonsOf(needFacts, giverFacts, fits, market.met.get(`${needFacts.id}/${giverFacts.giver.id}`) ?? 0)
      return [{ needId: needFacts.id, giver: giverFacts.giver, units, score: totalOf(fits.points), reasons }]
    })
    const met = new Map<number, number>()
    for (const { need, units } of given) met.set(need, (met.get(need) ?? 0) + units)
    const unmet = market.needs.flatMap((need, n) => {
      const missing = need.quantity - (met.get(n) ?? 0)
      if (missing === 0) return []
      let full = 0
      const barred = lookOver(look, everybody, need, () => full++)
      const why = barriers.flatMap((barrier) => {
        const givers = (barred[barrier] ?? 0) + (barrier === 'full' ? full : 0)
        return givers === 0 || barrier === 'kind' ? [] : [{ why: barrier, givers }]
      })
      return [{ needId: need.id, missing, why }]
    })
    progress.report('saving', 1, 1)
    note({ details: { needs: market.needs.length, givers: market.givers.length, pairs: rows.length } })
    await store.addRun(tx, tenantId, {
      ...input,
      asOf,
      worth,
      bound,
      needs: market.needs.length,
      millis: Math.round(performance.now() - began),
      rows,
      unmet,
      by: actor.accountId,
    })
    return yes({ id: input.id })
  }),

  route(openRun, async (call) => {
    const { tx, tenantId, input, sealer, reach } = call
    const at = await scopeFor(call, input.projectId, input.communityCode)
    if (!at.ok) return at
    const { asOf } = at.value
    const open = await needs.listOpen(tx, tenantId, sealer, input.projectId, input.communityCode, reach)
    const opened = await openMarket(tx, tenantId, { projectId: input.projectId, asOf }, [])
    const run = await store.findRun(tx, tenantId, input.projectId, input.communityCode)
    const openIds = new Set(open.map((need) => need.id))
    const mine = opened.pairs.filter((pair) => openIds.has(pair.needId))
    const facts = {
      needs: open.filter((need) => openUnits(need) > 0).length,
      volunteers: opened.market.givers.filter((giver) => giver.sort === 'volunteer').length,
      resources: opened.market.givers.filter((giver) => giver.sort === 'resource').length,
      pins: mine.filter((pair) => pair.rule === 'pin').length,
      forbids: mine.filter((pair) => pair.rule === 'forbid').length,
    }
    if (run === undefined) return yes({ run: null, ...facts })
    const page = {
      ...run,
      rows: run.rows.slice(input.offset, input.offset + input.limit),
      unmet: run.unmet.slice(0, input.limit),
    }
    const shown = await needs.listByIds(
      tx,
      tenantId,
      sealer,
      [...page.rows, ...page.unmet].map((row) => row.needId),
    )
    const shownRun: Run = {
      id: run.id,
      communityCode: run.community_code,
      perVolunteer: run.per_volunteer,
      asOf: run.as_of,
      createdAt: run.created_at.toISOString(),
      createdBy: run.created_by,
      millis: run.millis,
      needs: run.needs,
      gap: gapOf(run.objective, run.bound),
      pairs: run.rows.length,
      unmetNeeds: run.unmet.length,
      ...rowsOf(page, shown, opened, await store.listAsked(tx, tenantId, input.projectId)),
    }
    return yes({ run: shownRun, ...facts })
  }),

  route(readLinkFigures, async (call) => {
    const at = await projectFor(call, call.input.projectId)
    if (!at.ok) return at
    return yes(await countFigures(call.tx, { tenantId: call.tenantId, projectId: call.input.projectId, reach: call.reach }))
  }),

  route(listFigureRecords, async (call) => {
    const at = await projectFor(call, call.input.projectId)
    if (!at.ok) return at
    return yes(await listRecords(call.tx, { tenantId: call.tenantId, projectId: call.input.projectId, reach: call.reach }, call.input))
  }),
]
