import type { PersonId } from '../../kernel/ids.ts'
import { canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { SignedInCall } from '../../server/route.ts'
import { fileFor } from '../people/open-routes.ts'
import { isSettled, maySettle, stateWith } from './need-rules.ts'
import type { Need, Settling } from './schema.ts'
import { hasAttended, listOfPerson } from './store.ts'
import { keepEarlier, setState } from './write-store.ts'

/** One need of a person's, when its project is one of the caller's. */
export async function needFor(call: SignedInCall<unknown>, personId: PersonId, id: string): Promise<Verdict<Need>> {
  const file = await fileFor(call, personId)
  if (!file.ok) return file
  const [need] = await listOfPerson(call.tx, call.tenantId, personId, call.sealer, id)
  return need !== undefined && canReachInto(call.reach, need.projectId) ? yes(need) : absent({ zh: '这项需求', en: 'need' })
}

/** Settles a need, or opens it again; what stood before is kept. */
export async function settleFor(call: SignedInCall<unknown>, settling: Settling): Promise<Verdict<{ version: number }>> {
  const { tx, tenantId, sealer, actor, note, today } = call
  const standing = await needFor(call, settling.personId, settling.id)
  if (!standing.ok) return standing
  const before = standing.value
  // Opening again lands where its actions say.
  const state = isSettled(settling.state) ? settling.state : stateWith(before.actions)
  const may = maySettle(before.state, state, settling.on, today)
  if (!may.ok) return may
  if (settling.serviceId !== null && !(await hasAttended(tx, tenantId, settling.serviceId, settling.personId, before.projectId)))
    return no(
      'needs.notThere',
      { zh: '这次服务里没有此人，请重新选。', en: 'This person was not at that service; choose again.' },
      { sort: 'invalid', field: 'serviceId' },
    )
  const settled = isSettled(state)
  const set = await setState(tx, tenantId, sealer, settling, {
    state,
    settledOn: settled ? settling.on : null,
    serviceId: state === 'met' ? settling.serviceId : null,
    words: {
      statement: before.statement,
      judgement: before.judgement,
      goal: before.goal,
      outcome: settled ? settling.outcome : null,
    },
  })
  if (!set) return changedMeanwhile
  await keepEarlier(tx, tenantId, sealer, { version: settling.version, reason: settled ? state : 'reopened', by: actor.accountId }, before)
  note({ details: { need: settling.id, state } })
  return yes({ version: settling.version + 1 })
}
