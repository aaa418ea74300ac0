import { maskedNumber } from '../../kernel/masks.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { absent, no, yes } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { getPerson } from '../people/detail-store.ts'
import { shownAddress, shownRow } from '../people/person-rules.ts'
import { listRows } from '../people/store.ts'
import { likenessesOf, mayMerge } from './merge-rules.ts'
import { declareDistinct, listLikelyPairs, mergePeople, undoMerge, type Pair } from './schema.ts'
import * as store from './store.ts'

const aPerson = { zh: '这个人的档案', en: 'person' }
const outside = no(
  'people.outside',
  { zh: '其中有人不在您负责的项目内。', en: 'One of them is not in your projects.' },
  { sort: 'forbidden' },
)

async function sideOf(call: SignedInCall<unknown>, id: PersonId): Promise<Pair['first']> {
  const { tx, tenantId, sealer, today, actor } = call
  const sees = maySeeNames(actor.grants)
  const [row] = await listRows(tx, tenantId, [id], today)
  if (row === undefined) throw new Error('A person of a pair is gone.')
  const person = await getPerson(tx, tenantId, id, sealer)
  const shown = shownRow(row, sees)
  return {
    id,
    name: shown.name,
    sex: shown.sex,
    birthDate: shown.birthDate,
    communityName: shown.communityName,
    phone: shown.phone,
    idNumber: { state: person.id_number_state, masked: person.idNumber === null ? null : maskedNumber(person.idNumber) },
    address: shownAddress(person.address, sees),
    labels: shown.labels,
    ...(await store.countRecords(tx, tenantId, id)),
  }
}

async function pairOf(call: SignedInCall<unknown>, { first, second }: store.LikelyPair): Promise<Pair> {
  const [a, b] = [await store.findSide(call.tx, call.tenantId, first), await store.findSide(call.tx, call.tenantId, second)]
  if (a === undefined || b === undefined) throw new Error('A person of a pair is gone.')
  return { first: await sideOf(call, first), second: await sideOf(call, second), why: likenessesOf(a, b), mayMerge: mayMerge(a, b).ok }
}

export const mergingRoutes = [
  route(listLikelyPairs, async (call) => {
    const { tx, tenantId, reach, input } = call
    const { pairs, total } = await store.listLikelyPairs(tx, tenantId, reach, {
      projectId: input.projectId,
      personId: input.personId,
      offset: input.offset,
      limit: input.limit,
    })
    const rows: Pair[] = []
    for (const pair of pairs) rows.push(await pairOf(call, pair))
    return yes({ rows, total })
  }),

  route(mergePeople, async (call) => {
    const { tx, tenantId, reach, input, actor, note } = call
    note({ subject: `person:${input.keptId}`, reason: input.reason, details: { merged: input.mergedId } })
    const kept = await store.findSide(tx, tenantId, input.keptId)
    const merged = await store.findSide(tx, tenantId, input.mergedId)
    if (kept === undefined || merged === undefined) return absent(aPerson)
    if (!(await store.areWithin(tx, tenantId, [...new Set([kept.id, merged.id])], reach))) return outside
    const may = mayMerge(kept, merged)
    if (!may.ok) return may
    await store.addMerge(tx, tenantId, { id: input.id, keptId: kept.id, mergedId: merged.id, reason: input.reason, by: actor.accountId })
    return yes({ id: input.id })
  }),

  route(undoMerge, async (call) => {
    const { tx, tenantId, reach, input, actor, note } = call
    const merge = await store.findMerge(tx, tenantId, input.id)
    if (merge === undefined) return absent({ zh: '这次合并', en: 'merge' })
    note({ subject: `person:${merge.keptId}`, reason: input.reason, details: { merged: merge.mergedId } })
    if (!(await store.areWithin(tx, tenantId, [merge.keptId], reach))) return outside
    if (merge.isUndone) return no('merging.undone', { zh: '这次合并已撤销过。', en: 'This merge was undone already.' })
    await store.endMerge(tx, tenantId, input.id, merge.mergedId, actor.accountId)
    return yes({ keptId: merge.keptId, mergedId: merge.mergedId })
  }),

  route(declareDistinct, async (call) => {
    const { tx, tenantId, reach, input, actor, note } = call
    note({ subject: `person:${input.firstId}`, reason: input.reason, details: { other: input.secondId, distinct: input.distinct } })
    if (input.firstId === input.secondId)
      return no('merging.same', { zh: '这是同一份档案。', en: 'This is one and the same file.' }, { sort: 'invalid' })
    for (const id of [input.firstId, input.secondId]) if ((await store.findSide(tx, tenantId, id)) === undefined) return absent(aPerson)
    if (!(await store.areWithin(tx, tenantId, [input.firstId, input.secondId], reach))) return outside
    await store.setDistinct(tx, tenantId, input.firstId, input.secondId, input.distinct, input.reason, actor.accountId)
    return yes({})
  }),
]
