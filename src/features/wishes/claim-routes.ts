import { addDays } from '../../kernel/day.ts'
import type { OrganisationId } from '../../kernel/ids.ts'
import { canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { addNotice } from '../identity/notice-store.ts'
import { organisationsOf } from '../identity/role-rules.ts'
import { isOrganisation, listOrganisationNames } from '../organisations/store.ts'
import { aWish, heldWishFor, outside } from './open-routes.ts'
import { claimForOther, claimWish, dropClaim, dropForOther, extendClaim, listOpenWishes } from './schema.ts'
import * as store from './store.ts'
import { codeOf, mayClaimFor, mayStep, stateOn, taken } from './wish-rules.ts'
import * as write from './write-store.ts'

/** A wish that a volunteer or a partner means: of the volunteer's project, or for an organisation that they speak for. */
async function heldForClaimer(
  call: SignedInCall<unknown>,
  id: string,
  organisationId: OrganisationId | null,
): Promise<Verdict<store.WishRow>> {
  await store.lockWish(call.tx, call.tenantId, id)
  const found = await store.findWish(call.tx, call.tenantId, id)
  if (found === undefined) return absent(aWish)
  // The trail says which wish, not whose: whoever claims does not learn it either.
  call.note({ subject: `wish:${id}` })
  const mine = organisationsOf(call.actor.grants)
  if (mine.length > 0 && organisationId !== null)
    return mine.includes(organisationId)
      ? yes(found)
      : no(
          'wishes.elsewhere',
          { zh: '您不能代表这家单位。', en: 'You do not speak for this organisation.' },
          { sort: 'forbidden', field: 'organisationId' },
        )
  return canReachInto(call.reach, found.project_id) ? yes(found) : outside
}

/** Gives a wish to whoever asks first: the row is held, so the next one sees that it is gone. */
async function give(call: SignedInCall<unknown>, wish: store.WishRow, claim: Omit<write.NewClaim, 'until'>) {
  const { tx, tenantId, actor, today } = call
  if (stateOn(wish.state, wish.until, today) !== 'published') return taken
  const { claimDays } = await store.findSettings(tx, tenantId, wish.project_id)
  const until = addDays(today, claimDays)
  if (wish.state === 'claimed') {
    await write.endClaim(tx, tenantId, wish.id, 'expired', null, today)
    await write.addStep(tx, tenantId, wish.id, 'expired', null, actor.accountId)
  }
  if (!(await write.setState(tx, tenantId, wish.id, wish.version, { state: 'claimed' }))) return changedMeanwhile
  await write.addClaim(tx, tenantId, wish.id, { ...claim, until }, actor.accountId, today)
  await write.setPublished(tx, tenantId, wish.id, 'claimed', until)
  await write.addStep(tx, tenantId, wish.id, 'claimed', null, actor.accountId)
  if (wish.collector_id !== actor.accountId)
    await addNotice(tx, tenantId, wish.collector_id, {
      code: 'wishes.claimed',
      words: { zh: '微心愿{code}有人认领了，请约时间送达', en: 'Wish {code} was claimed: arrange for it to be brought' },
      given: { code: codeOf(wish.id) },
      subject: `/wishes/${wish.id}`,
      projectId: wish.project_id,
      urgency: 'soon',
      dueOn: until,
      matter: `wishes.claimed.${claim.id}`,
    })
  return yes({ until })
}

async function giveUp(call: SignedInCall<unknown>, wish: store.WishRow, version: number, reason: string): Promise<Verdict> {
  const { tx, tenantId, actor, today } = call
  const may = mayStep(stateOn(wish.state, wish.until, today), 'drop')
  if (!may.ok) return may
  call.note({ reason })
  if (!(await write.setState(tx, tenantId, wish.id, version, { state: 'published' }))) return changedMeanwhile
  await write.endClaim(tx, tenantId, wish.id, 'dropped', reason, today)
  await write.setPublished(tx, tenantId, wish.id, 'open', null)
  await write.addStep(tx, tenantId, wish.id, 'dropped', reason, actor.accountId)
  return yes()
}

export const claimRoutes = [
  route(listOpenWishes, async ({ tx, tenantId, actor, reach, today }) => {
    const organisations = organisationsOf(actor.grants)
    const names = organisations.length === 0 ? [] : await listOrganisationNames(tx, tenantId)
    const shown = <R extends { id: string; value_fen: number }>({ value_fen: valueFen, ...row }: R) => ({
      ...row,
      valueFen,
      code: codeOf(row.id),
    })
    return yes({
      open: (await store.listOpen(tx, tenantId, organisations.length > 0 ? 'anywhere' : reach, today)).map(shown),
      mine: (await store.listMine(tx, tenantId, actor.accountId, organisations, today)).map(shown),
      organisations: names.filter(({ id }) => organisations.includes(id)),
    })
  }),

  route(claimWish, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await heldForClaimer(call, input.id, input.organisationId)
    if (!found.ok) return found
    const speaksFor = input.organisationId !== null && organisationsOf(actor.grants).includes(input.organisationId)
    if (input.organisationId !== null && !speaksFor)
      return no(
        'wishes.notFor',
        { zh: '志愿者以个人名义认领。', en: 'A volunteer claims for themselves.' },
        { sort: 'invalid', field: 'organisationId' },
      )
    const party = input.organisationId === null ? 'volunteer' : ((await store.findParty(tx, tenantId, input.organisationId)) ?? 'charity')
    return give(call, found.value, { id: input.claimId, means: 'own', party, organisationId: input.organisationId, donor: null })
  }),

  route(dropClaim, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await heldForClaimer(call, input.id, input.organisationId)
    if (!found.ok) return found
    const [claim] = await store.listClaims(tx, tenantId, input.id)
    const own =
      claim?.ended === null &&
      (input.organisationId === null
        ? claim.claimed_by === actor.accountId && claim.means === 'own'
        : claim.organisation_id === input.organisationId)
    if (!own) return no('wishes.notYours', { zh: '这个心愿不是您认领的。', en: 'You have not claimed this wish.' })
    const given = await giveUp(call, found.value, found.value.version, input.reason)
    return given.ok ? yes({}) : given
  }),

  route(claimForOther, async (call) => {
    const { tx, tenantId, input } = call
    const found = await heldWishFor(call, input.id)
    if (!found.ok) return found
    const may = mayClaimFor(input)
    if (!may.ok) return may
    if (input.organisationId !== null && !(await isOrganisation(tx, tenantId, input.organisationId)))
      return absent({ zh: '这个组织', en: 'organisation' })
    return give(call, found.value, {
      id: input.claimId,
      means: 'forOther',
      party: input.party,
      organisationId: input.organisationId,
      donor: input.donor,
    })
  }),

  route(dropForOther, async (call) => {
    const found = await heldWishFor(call, call.input.id)
    if (!found.ok) return found
    const given = await giveUp(call, found.value, call.input.version, call.input.reason)
    return given.ok ? yes({ version: call.input.version + 1 }) : given
  }),

  route(extendClaim, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await heldWishFor(call, input.id)
    if (!found.ok) return found
    const wish = found.value
    const may = mayStep(wish.state, 'drop')
    if (!may.ok) return may
    if (input.until <= (wish.until ?? today) || input.until > addDays(today, 60))
      return no(
        'wishes.until',
        { zh: '新的期限要晚于原期限，且在60天以内。', en: 'The new day is later than the old one, and within 60 days.' },
        { sort: 'invalid', field: 'until' },
      )
    call.note({ reason: input.reason })
    if (!(await write.setState(tx, tenantId, input.id, input.version, { state: 'claimed' }))) return changedMeanwhile
    await write.setClaimUntil(tx, tenantId, input.id, input.until)
    await write.addStep(tx, tenantId, input.id, 'extended', input.reason, actor.accountId)
    return yes({ version: input.version + 1 })
  }),
]
