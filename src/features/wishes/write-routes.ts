import type { PersonId, DivisionCode } from '../../kernel/ids.ts'
import { canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { addNotice, addNoticeToRole, settleNotices } from '../identity/notice-store.ts'
import { mayChangeFile } from '../people/person-rules.ts'
import { findFile } from '../people/store.ts'
import { findProject } from '../projects/store.ts'
import { heldWishFor, outside } from './open-routes.ts'
import { changeWish, closeWish, collectWish, confirmWish, screenWish, withdrawWish } from './schema.ts'
import * as store from './store.ts'
import { mayBeOn, mayScreen, mayShow, mayStep, stateOn } from './wish-rules.ts'
import * as write from './write-store.ts'

const screening = (id: string) => `wishes.screen.${id}`

/** Whether a wish may be shown as written, with the names that are on file where it belongs. */
async function shownFor(
  call: SignedInCall<unknown>,
  wish: { title: string; about: string | null; valueFen: number },
  at: { limitFen: number; communityCode: DivisionCode; personId: PersonId },
): Promise<Verdict> {
  const text = `${wish.title}${wish.about ?? ''}`.normalize('NFKC').replaceAll(/[\s\p{Cf}\p{P}]/gu, '')
  return mayShow(wish, at.limitFen, await store.listNamesIn(call.tx, call.tenantId, at.communityCode, at.personId, text))
}

export const writeRoutes = [
  route(collectWish, async (call) => {
    const { tx, tenantId, input, sealer, actor, reach, today } = call
    call.note({ subject: `person:${input.personId}`, details: { wish: input.id } })
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    const file = await findFile(tx, tenantId, input.personId, reach)
    if (file === undefined) return absent({ zh: '这个人的档案', en: 'person' })
    if (!file.isWithin) return outside
    const open = mayChangeFile(file)
    if (!open.ok) return open
    const agreed = mayBeOn(input.agreedOn, today, null)
    if (!agreed.ok) return { ...agreed, field: 'agreedOn' }
    const communityCode = await store.findCommunityOf(tx, tenantId, input.personId, input.projectId, reach)
    if (communityCode === undefined)
      return no(
        'wishes.notInProject',
        { zh: '此人不在本项目的社区里，请先登记到项目。', en: 'This person is in no community of the project; register them first.' },
        { sort: 'invalid', field: 'personId' },
      )
    const { limitFen } = await store.findSettings(tx, tenantId, input.projectId)
    const may = await shownFor(call, input, { limitFen, communityCode, personId: input.personId })
    if (!may.ok) return may
    await write.addWish(tx, tenantId, sealer, { ...input, communityCode }, actor.accountId)
    await write.addStep(tx, tenantId, input.id, 'collected', null, actor.accountId)
    await addNoticeToRole(
      tx,
      tenantId,
      { roles: ['supervisor', 'manager'], projectId: input.projectId, communityCode, except: actor.accountId },
      {
        code: 'wishes.screen',
        words: { zh: '有微心愿待审核：{title}', en: 'A wish waits to be screened: {title}' },
        given: { title: input.title },
        subject: `/wishes/${input.id}`,
        projectId: input.projectId,
        urgency: 'calm',
        matter: screening(input.id),
      },
    )
    return yes({ id: input.id })
  }),

  route(changeWish, async (call) => {
    const { tx, tenantId, input, sealer, actor } = call
    const found = await heldWishFor(call, input.id)
    if (!found.ok) return found
    const wish = found.value
    const may = mayStep(wish.state, 'change')
    if (!may.ok) return may
    const { limitFen } = await store.findSettings(tx, tenantId, wish.project_id)
    const shown = await shownFor(call, input, { limitFen, communityCode: wish.community_code, personId: wish.person_id })
    if (!shown.ok) return shown
    call.note({ reason: input.reason })
    if (!(await write.changeWish(tx, tenantId, sealer, input, actor.accountId))) return changedMeanwhile
    await write.addStep(tx, tenantId, input.id, 'changed', input.reason, actor.accountId)
    return yes({ version: input.version + 1 })
  }),

  route(screenWish, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await heldWishFor(call, input.id)
    if (!found.ok) return found
    const wish = found.value
    const may = mayScreen({ state: wish.state, writtenBy: wish.written_by }, actor.accountId, input)
    if (!may.ok) return may
    call.note({ details: { wish: input.id, published: input.publish }, ...(input.reason === null ? {} : { reason: input.reason }) })
    if (input.publish) {
      // Names may have come to be on file since it was written, and the limit may have changed.
      const { limitFen } = await store.findSettings(tx, tenantId, wish.project_id)
      const shown = await shownFor(
        call,
        { title: wish.title, about: wish.about, valueFen: wish.value_fen },
        { limitFen, communityCode: wish.community_code, personId: wish.person_id },
      )
      if (!shown.ok) return shown
    }
    const state = input.publish ? 'published' : 'returned'
    if (!(await write.setState(tx, tenantId, input.id, input.version, { state, screenedBy: actor.accountId }))) return changedMeanwhile
    if (input.publish) await write.publish(tx, tenantId, wish)
    await write.addStep(tx, tenantId, input.id, state, input.reason, actor.accountId)
    await settleNotices(tx, tenantId, screening(input.id))
    if (!input.publish)
      await addNotice(tx, tenantId, wish.collector_id, {
        code: 'wishes.returned',
        words: { zh: '微心愿被退回，请修改：{title}', en: 'A wish came back to be changed: {title}' },
        given: { title: wish.title },
        subject: `/wishes/${input.id}`,
        projectId: wish.project_id,
        urgency: 'soon',
        matter: `wishes.returned.${input.id}.${input.version}`,
      })
    return yes({ version: input.version + 1 })
  }),

  route(confirmWish, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await heldWishFor(call, input.id)
    if (!found.ok) return found
    const may = mayStep(found.value.state, 'confirm')
    if (!may.ok) return may
    const on = mayBeOn(input.on, today, found.value.delivered_on)
    if (!on.ok) return { ...on, field: 'on' }
    const confirmed = { by: input.by, on: input.on }
    if (!(await write.setState(tx, tenantId, input.id, input.version, { state: 'confirmed', confirmed }))) return changedMeanwhile
    await write.addStep(tx, tenantId, input.id, input.by === 'self' ? 'confirmedSelf' : 'confirmedRelative', input.words, actor.accountId)
    return yes({ version: input.version + 1 })
  }),

  route(closeWish, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await heldWishFor(call, input.id)
    if (!found.ok) return found
    const may = mayStep(found.value.state, 'close')
    if (!may.ok) return may
    if (!(await write.setState(tx, tenantId, input.id, input.version, { state: 'closed' }))) return changedMeanwhile
    await write.addStep(tx, tenantId, input.id, 'closed', null, actor.accountId)
    return yes({ version: input.version + 1 })
  }),

  route(withdrawWish, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await heldWishFor(call, input.id)
    if (!found.ok) return found
    const wish = found.value
    const may = mayStep(stateOn(wish.state, wish.until, today), 'withdraw')
    if (!may.ok) return may
    call.note({ reason: input.reason })
    if (!(await write.setState(tx, tenantId, input.id, input.version, { state: 'withdrawn' }))) return changedMeanwhile
    await write.endClaim(tx, tenantId, input.id, 'withdrawn', input.reason, today)
    await write.unpublish(tx, tenantId, input.id)
    await write.addStep(tx, tenantId, input.id, 'withdrawn', input.reason, actor.accountId)
    await settleNotices(tx, tenantId, screening(input.id))
    return yes({ version: input.version + 1 })
  }),
]
