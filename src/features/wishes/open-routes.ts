import { canReach, canReachInto } from '../../kernel/reach.ts'
import { maskedName } from '../../kernel/masks.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { fileFor } from '../people/open-routes.ts'
import { findProject } from '../projects/store.ts'
import { listWishes, listWishesOfPerson, openWish, saveWishSettings, type ListedWish } from './schema.ts'
import * as store from './store.ts'
import { codeOf, stateOn } from './wish-rules.ts'
import { boundSaid, saveSettings } from './write-store.ts'

export const aWish = { zh: '这个心愿', en: 'wish' }
const aProject = { zh: '这个项目', en: 'project' }
export const outside = no(
  'wishes.outside',
  { zh: '这个心愿不在您负责的社区或项目内。', en: 'This wish is not in your communities or projects.' },
  { sort: 'forbidden' },
)

/** A wish within the caller's reach. */
async function wishFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<store.WishRow>> {
  const found = await store.findWish(call.tx, call.tenantId, id)
  if (found === undefined) return absent(aWish)
  call.note({ subject: `person:${found.person_id}`, details: { wish: id } })
  return canReach(call.reach, { projectId: found.project_id, communityCode: found.community_code }) ? yes(found) : outside
}

/** The same, held until the transaction ends, for whoever changes it. */
export async function heldWishFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<store.WishRow>> {
  await store.lockWish(call.tx, call.tenantId, id)
  return wishFor(call, id)
}

function listed(call: SignedInCall<unknown>, row: store.WishRow): ListedWish {
  const sees = maySeeNames(call.actor.grants)
  const state = stateOn(row.state, row.until, call.today)
  return {
    id: row.id,
    code: codeOf(row.id),
    version: row.version,
    state,
    sort: row.sort,
    title: row.title,
    about: row.about,
    valueFen: row.value_fen,
    personId: row.person_id,
    name: sees ? row.name : maskedName(row.name),
    communityName: row.community_name,
    collectedOn: row.collected_on,
    claimedUntil: state === 'claimed' ? row.until : null,
    claimer: state === 'published' ? null : row.claimer,
  }
}

export const openRoutes = [
  route(listWishes, async (call) => {
    const { tx, tenantId, input, reach, today } = call
    call.note({ subject: `project:${input.projectId}` })
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReachInto(reach, input.projectId)) return outside
    const { projectId, state, communityCode, offset, limit } = input
    const found = await store.listRows(tx, tenantId, { projectId, state, communityCode, offset, limit }, reach, today)
    return yes({
      rows: found.rows.map((row) => listed(call, row)),
      total: found.total,
      counts: found.counts,
      settings: await store.findSettings(tx, tenantId, projectId),
    })
  }),

  route(listWishesOfPerson, async (call) => {
    const { tx, tenantId, input, reach } = call
    const file = await fileFor(call, input.personId)
    if (!file.ok) return file
    const rows = await store.listOfPerson(tx, tenantId, input.personId, reach)
    return yes({ rows: rows.map((row) => listed(call, row)) })
  }),

  route(openWish, async (call) => {
    const { tx, tenantId, input, actor, sealer } = call
    const found = await wishFor(call, input.id)
    if (!found.ok) return found
    const row = found.value
    const sees = maySeeNames(actor.grants)
    return yes({
      ...listed(call, row),
      projectId: row.project_id,
      communityCode: row.community_code,
      townName: row.town_name,
      said: row.said_sealed === null || !sees ? null : sealer.open(row.said_sealed, boundSaid(tenantId, row.id)),
      agreedOn: row.agreed_on,
      collectedBy: row.collected_by,
      screenedBy: row.screened_by,
      isMine: row.written_by === actor.accountId,
      serviceId: row.service_id,
      deliveredOn: row.delivered_on,
      confirmedOn: row.confirmed_on,
      confirmedBy: row.confirmed_by,
      claims: (await store.listClaims(tx, tenantId, row.id)).map((claim) => ({
        id: claim.id,
        means: claim.means,
        party: claim.party,
        organisation: claim.organisation,
        donor: claim.donor,
        by: claim.by,
        claimedOn: claim.claimed_on,
        until: claim.until,
        // A claim that nobody kept is over, although nobody has claimed the wish since.
        ended: claim.ended ?? (row.state === 'claimed' && claim.until < call.today ? 'expired' : null),
        endReason: claim.end_reason,
      })),
      steps: (await store.listSteps(tx, tenantId, row.id)).map((step) => ({ ...step, at: step.at.toISOString() })),
      limitFen: (await store.findSettings(tx, tenantId, row.project_id)).limitFen,
    })
  }),

  route(saveWishSettings, async ({ tx, tenantId, input, reach, note }) => {
    note({ subject: `project:${input.projectId}`, details: { limitFen: input.limitFen, claimDays: input.claimDays } })
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReachInto(reach, input.projectId)) return outside
    await saveSettings(tx, tenantId, input.projectId, input)
    return yes({})
  }),
]
