import { canReach, canReachInto, type Reach } from '../../kernel/reach.ts'
import type { DivisionCode, ProjectId } from '../../kernel/ids.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { checkAttendees, checkService } from '../ledger/service-rules.ts'
import * as ledger from '../ledger/write-store.ts'
import { findProject } from '../projects/store.ts'
import { listCandidates } from './candidate-store.ts'
import { lotFor } from './chain-routes.ts'
import { mayPlanRound } from './lot-rules.ts'
import { findLot, totalsOf } from './lot-store.ts'
import * as schema from './round-schema.ts'
import * as store from './round-store.ts'
import * as shares from './share-store.ts'
import { listPlaces } from './stock-store.ts'
import { ranked } from './suggestion-rules.ts'

const outside = no(
  'goods.outside',
  { zh: '这张发放单不在您负责的社区或项目内。', en: 'This list is not in your communities or projects.' },
  { sort: 'forbidden' },
)
const aRound = { zh: '这张发放单', en: 'hand-out list' }

/** Communities of a project within reach; undefined: all of them. */
function communitiesOf(reach: Reach, projectId: ProjectId): DivisionCode[] | undefined {
  if (reach.whole) return undefined
  const places = reach.places.filter((place) => place.projectId === projectId)
  return places.some((place) => place.communityCode === undefined)
    ? undefined
    : places.flatMap(({ communityCode }) => (communityCode === undefined ? [] : [communityCode]))
}

export async function roundFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<store.ReadRound>> {
  const round = await store.findRound(call.tx, call.tenantId, id)
  if (round === undefined) return absent(aRound)
  call.note({ subject: `service:${round.lot_id}`, details: { round: id } })
  return canReach(call.reach, { projectId: round.project_id, communityCode: round.community_code }) ? yes(round) : outside
}

export const roundRoutes = [
  route(schema.listRounds, async ({ tx, tenantId, input, reach }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    const rows = await store.listRounds(tx, tenantId, input.projectId, communitiesOf(reach, input.projectId))
    return yes({ rows: rows.map(store.toRoundRow) })
  }),

  route(schema.openRound, async (call) => {
    const { tx, tenantId, input } = call
    const found = await roundFor(call, input.id)
    if (!found.ok) return found
    const round = found.value
    const lot = await findLot(tx, tenantId, round.lot_id)
    if (lot === undefined) return absent(aRound)
    const { stock } = totalsOf(lot)
    const places = await listPlaces(tx, tenantId, lot.id)
    return yes({
      ...store.toRoundRow(round),
      projectId: round.project_id,
      version: round.version,
      place: round.place,
      // A lot that nobody has worked with yet lies where nobody said.
      stockAtPlace: lot.chain_seq === null ? stock : (places.find(({ place }) => place === round.place)?.quantity ?? 0),
      stock,
      restrictedTo: lot.restricted_to,
      expiresOn: lot.expires_on,
      sheetKeptAt: round.sheet_kept_at,
      list: await shares.listShares(tx, tenantId, round.id),
    })
  }),

  route(schema.planRound, async (call) => {
    const { tx, tenantId, input, actor, reach } = call
    const found = await lotFor(call, input.lotId, 'see')
    if (!found.ok) return found
    const { lot, service } = found.value
    const projectId = service.project_id
    if (!canReach(reach, { projectId, communityCode: input.communityCode })) return outside
    const facts = await ledger.findRecordingFacts(tx, tenantId, { projectId, communityCode: input.communityCode, ids: [], reach })
    if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
    const stands = checkService({ day: input.day, status: 'planned', startsAt: null, minutes: null }, facts.project, call.today)
    if (!stands.ok) return stands
    const may = mayPlanRound({ restrictedTo: lot.restricted_to, expiresOn: lot.expires_on }, input)
    if (!may.ok) return may
    await store.addRound(tx, tenantId, { ...input, projectId }, actor.accountId)
    return yes({ id: input.id })
  }),

  route(schema.closeRound, async (call) => {
    const found = await roundFor(call, call.input.id)
    if (!found.ok) return found
    return (await store.setClosed(call.tx, call.tenantId, call.input)) ? yes({ version: call.input.version + 1 }) : changedMeanwhile
  }),

  route(schema.addRecipients, async (call) => {
    const { tx, tenantId, input, actor, reach } = call
    const found = await roundFor(call, input.roundId)
    if (!found.ok) return found
    const round = found.value
    const ids = input.people.map((one) => one.personId)
    const facts = await ledger.findRecordingFacts(tx, tenantId, {
      projectId: round.project_id,
      communityCode: round.community_code,
      ids,
      reach,
    })
    const attended = input.people.map((one) => ({ personId: one.personId, part: 'beneficiary' }))
    const may = checkAttendees(attended, facts?.attendees ?? [], round.day)
    if (!may.ok) return may
    const added = await store.addRecipients(tx, tenantId, round.id, input.people, actor.accountId)
    call.note({ details: { added } })
    return yes({ added })
  }),

  route(schema.removeRecipients, async (call) => {
    const { tx, tenantId, input } = call
    const found = await roundFor(call, input.roundId)
    if (!found.ok) return found
    call.note({ reason: input.reason })
    return (await shares.removeShare(tx, tenantId, input.roundId, input.key, input.reason))
      ? yes({})
      : no('goods.handedAlready', {
          zh: '这一户已发放或已不在单上；已发的请先撤销发放。',
          en: 'This household was handed its share, or is not on the list: take the hand-out back first.',
        })
  }),

  route(schema.suggestRecipients, async (call) => {
    const found = await roundFor(call, call.input.roundId)
    if (!found.ok) return found
    const rows = await listCandidates(call.tx, call.tenantId, found.value)
    return yes({ rows: ranked(rows, found.value.day) })
  }),
]
