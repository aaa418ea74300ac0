import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { organisationsOf } from '../identity/role-rules.ts'
import { openContent, openHanded } from './handed-routes.ts'
import { answerReferral, listReceived, openReceived } from './received-schema.ts'
import { isHandedOver, mayAnswerReferral } from './referral-rules.ts'
import { factsOf } from './routes.ts'
import * as store from './store.ts'
import * as write from './write-store.ts'

const aReferral = { zh: '这份转介', en: 'referral' }
const elsewhere = no(
  'referrals.elsewhere',
  { zh: '这份转介不是转给您单位的。', en: 'This referral was not sent to your organisation.' },
  { sort: 'forbidden' },
)

/** A referral that was sent to an organisation that the caller speaks for. A draft is nobody's but its writer's. */
async function receivedFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<store.ReferralRecord>> {
  call.note({ subject: `referral:${id}` })
  const found = await store.findReferral(call.tx, call.tenantId, id)
  if (found === undefined) return absent(aReferral)
  if (!organisationsOf(call.actor.grants).includes(found.organisation_id)) return elsewhere
  return found.sent_on === null ? absent(aReferral) : yes(found)
}

const nameIn = (handed: readonly { field: string; value: string | null }[]): string | null =>
  handed.find((one) => one.field === 'name')?.value ?? null

export const receivedRoutes = [
  route(listReceived, async (call) => {
    const { tx, tenantId, input, actor, today, sealer } = call
    const organisations = organisationsOf(actor.grants)
    const { rows, total } = await store.listReceivedRows(
      tx,
      tenantId,
      { organisations, state: input.state, offset: input.offset, limit: input.limit },
      today,
    )
    return yes({
      rows: rows.map(({ handed_sealed: sealed, ...row }) => ({
        id: row.id,
        state: row.state,
        person:
          sealed === null || !isHandedOver(row.state)
            ? null
            : nameIn(openHanded({ sealer, tenantId }, { id: row.id, handed_sealed: sealed })),
        from: row.from,
        sentOn: row.sent_on,
        dueOn: row.due_on,
        isOverdue: row.is_overdue,
      })),
      total,
    })
  }),

  route(openReceived, async (call) => {
    const { tx, tenantId, input, sealer, today } = call
    const found = await receivedFor(call, input.id)
    if (!found.ok) return found
    const row = found.value
    const shown = await store.getReferralRow(tx, tenantId, row.id, today)
    const handed = isHandedOver(row.state) ? openHanded(call, row) : []
    return yes({
      id: row.id,
      state: row.state,
      version: row.version,
      person: nameIn(handed),
      ...(await store.findSender(tx, tenantId, row)),
      sentOn: row.sent_on,
      dueOn: row.due_on,
      isOverdue: shown.isOverdue,
      content: isHandedOver(row.state) ? { ...openContent(call, row), handed } : null,
      answeredOn: row.answered_on,
      answeredBy: row.answered_by,
      answer: row.answer_sealed === null ? null : sealer.open(row.answer_sealed, write.referralBound(tenantId, row.id, 'answer')),
    })
  }),

  route(answerReferral, async (call) => {
    const { tx, tenantId, input, sealer, today, actor } = call
    const found = await receivedFor(call, input.id)
    if (!found.ok) return found
    if (found.value.version !== input.version) return changedMeanwhile
    const may = mayAnswerReferral(factsOf(found.value), { ...input, on: today }, today)
    if (!may.ok) return may
    const changed = await write.changeReferral(tx, tenantId, input.id, input.version, {
      state: input.answer,
      answered_on: today,
      answered_by: input.by,
      answered_via: 'partner',
      answer_sealed:
        input.note === null || input.note === '' ? null : sealer.seal(input.note, write.referralBound(tenantId, input.id, 'answer')),
    })
    if (!changed) return changedMeanwhile
    await write.addStep(tx, tenantId, sealer, {
      id: input.id,
      step: input.answer,
      stateBefore: 'sent',
      note: null,
      by: actor.accountId,
    })
    return yes({ version: input.version + 1 })
  }),
]
