import type { z } from 'zod'
import { changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { listGivers, queueForGiver, setPairRule } from './giver-store.ts'
import { askGivers, listLinks, proposeForNeed, setPair } from './link-schema.ts'
import * as store from './link-store.ts'
import { openMarket, type Opened } from './market-store.ts'
import { fitter, proposalsFor } from './fit-rules.ts'
import { barriers, type Market } from './market-rules.ts'
import { openUnits } from './need-rules.ts'
import type { NeedRow } from './need-schema.ts'
import { needFor, projectFor } from './place-routes.ts'
import { barrierWords, reasonsOf } from './reason-rules.ts'

type AskInput = z.output<typeof askGivers.input>

/** Whether this much may be asked: never beyond what is open of the need, what is left, the area or the vetting. */
function mayAsk(opened: Opened, at: number, one: AskInput['links'][number], need: NeedRow, taken: Map<string, number>): Verdict {
  const { market, named } = opened
  const facts = market.needs[at]
  const giver = named.find(({ facts: { giver: each } }) => each.sort === one.giver.sort && each.id === one.giver.id)
  if (facts === undefined || giver === undefined)
    return no('linkage.noGiver', {
      zh: '这个资源或志愿者已不在清单里，请刷新。',
      en: 'This resource or volunteer is on the list no more: reload.',
    })
  if (need.state !== 'open') return no('linkage.needOver', { zh: '这项需求已经有了结论。', en: 'This need is settled.' })
  const before = taken.get(one.giver.id) ?? 0
  const left = giver.facts.left === null ? null : giver.facts.left - before
  const fit = fitter(market).fit(facts, { ...giver.facts, left })
  if ('barrier' in fit)
    return no(
      `linkage.${fit.barrier}`,
      {
        zh: `“${need.title}”不能找${giver.name}：${barrierWords[fit.barrier].zh}。`,
        en: `${giver.name} cannot meet “${need.title}”: ${barrierWords[fit.barrier].en}.`,
      },
      { field: 'links' },
    )
  const askedFor = taken.get(need.id) ?? 0
  if (one.quantity > openUnits(need) - askedFor)
    return no(
      'linkage.enough',
      {
        zh: `“${need.title}”只差 ${openUnits(need) - askedFor}，不用问这么多。`,
        en: `Only ${openUnits(need) - askedFor} is open of “${need.title}”.`,
      },
      { field: 'quantity' },
    )
  if ((left !== null && one.quantity > left) || (one.giver.sort === 'volunteer' && one.quantity > 1))
    return no('linkage.full', { zh: `${giver.name}给不了这么多。`, en: `${giver.name} has not so much left.` }, { field: 'quantity' })
  const units = giver.facts.sort === 'volunteer' ? 1 : one.quantity
  taken.set(one.giver.id, before + units)
  taken.set(need.id, askedFor + one.quantity)
  return yes()
}

const metIn = (market: Market, needId: string, giverId: string): number => market.met.get(`${needId}/${giverId}`) ?? 0

async function ask(call: SignedInCall<AskInput>): Promise<Verdict<{ asked: number }>> {
  const { tx, tenantId, input, actor, note, today } = call
  const at = await projectFor(call, input.projectId)
  if (!at.ok) return at
  if (input.on > today)
    return no('linkage.future', { zh: '日期不能晚于今天。', en: 'The day cannot be after today.' }, { sort: 'invalid', field: 'on' })
  // In one order everywhere, so that two who ask the same givers wait for one another.
  for (const giver of input.links.map((one) => one.giver).toSorted((a, b) => a.id.localeCompare(b.id)))
    await queueForGiver(tx, tenantId, giver)
  const needs: NeedRow[] = []
  for (const one of input.links) {
    const need = await needFor(call, one.needId)
    if (!need.ok) return need
    if (need.value.projectId !== input.projectId)
      return no(
        'linkage.elsewhere',
        { zh: '这项需求在另一个项目里。', en: 'The need is in another project.' },
        { sort: 'invalid', field: 'links' },
      )
    needs.push(need.value)
  }
  const opened = await openMarket(
    tx,
    tenantId,
    { projectId: input.projectId, asOf: at.value.asOf, perVolunteer: input.perVolunteer },
    needs.map((need) => ({ need, units: openUnits(need) })),
  )
  const taken = new Map<string, number>()
  for (const [place, one] of input.links.entries()) {
    const need = needs[place]
    if (need === undefined) continue
    const may = mayAsk(opened, place, one, need, taken)
    if (!may.ok) return may
    const of = { ...one, projectId: input.projectId, on: input.on, by: actor.accountId }
    if (!(await store.addLink(tx, tenantId, of)))
      return no('linkage.twice', { zh: '已经为这项需求问过这一方，还在等回话。', en: 'They are asked about this need already.' })
  }
  note({ details: { links: input.links.length } })
  return yes({ asked: input.links.length })
}

export const linkRoutes = [
  route(listLinks, async (call) => {
    const { tx, tenantId, input, reach, sealer } = call
    const at = await projectFor(call, input.projectId)
    if (!at.ok) return at
    const { rows, total } = await store.listLinkRows(tx, tenantId, input, reach)
    return yes({ rows: rows.map((row) => store.toLink(sealer, tenantId, row)), total, asOf: at.value.asOf })
  }),

  route(proposeForNeed, async (call) => {
    const { tx, tenantId, input } = call
    const found = await needFor(call, input.needId)
    if (!found.ok) return found
    const need = found.value
    const { market, named, pairs } = await openMarket(tx, tenantId, need, [{ need, units: Math.max(1, openUnits(need)) }])
    const [facts] = market.needs
    if (facts === undefined) return changedMeanwhile
    const { proposals, barred } = proposalsFor(market, facts)
    const byGiver = new Map(named.map((one) => [one.facts, one]))
    const mine = pairs.filter((pair) => pair.needId === need.id)
    return yes({
      asOf: need.asOf,
      total: proposals.length,
      rows: proposals.slice(0, input.limit).flatMap(({ giver, fit, score }) => {
        const who = byGiver.get(giver)
        if (who === undefined) return []
        return [
          {
            giver: giver.giver,
            name: who.name,
            party: who.resource?.party ?? ('volunteer' as const),
            about: who.about,
            limits: who.resource?.limits ?? null,
            score,
            left: giver.left,
            reasons: reasonsOf(facts, giver, fit, metIn(market, need.id, giver.giver.id)),
            pinned: mine.some((pair) => pair.rule === 'pin' && pair.giverId === giver.giver.id),
          },
        ]
      }),
      barred: barriers.flatMap((why) => (why === 'kind' || barred[why] === undefined ? [] : [{ why, givers: barred[why] }])),
      forbidden: named.flatMap(({ facts: { giver }, name }) =>
        mine.some((pair) => pair.rule === 'forbid' && pair.giverId === giver.id) ? [{ giver, name }] : [],
      ),
    })
  }),

  route(setPair, async (call) => {
    const { tx, tenantId, input, actor, note } = call
    const found = await needFor(call, input.needId)
    if (!found.ok) return found
    const givers = await listGivers(tx, tenantId, found.value.projectId, found.value.asOf)
    if (!givers.some(({ facts: { giver } }) => giver.id === input.giver.id && giver.sort === input.giver.sort))
      return no('linkage.noGiver', {
        zh: '这个资源或志愿者已不在清单里，请刷新。',
        en: 'This resource or volunteer is on the list no more: reload.',
      })
    note({ details: { need: input.needId, rule: input.rule } })
    await setPairRule(
      tx,
      tenantId,
      { projectId: found.value.projectId, needId: input.needId, giver: input.giver, by: actor.accountId },
      input.rule,
    )
    return yes({})
  }),

  route(askGivers, ask),
]
