import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { findPersonOfAccount } from './account-store.ts'
import { checkMerit } from './merit-rules.ts'
import * as store from './merit-store.ts'
import { volunteerFor } from './reach-routes.ts'
import { removeMerit, saveMerit } from './register-schema.ts'

const aRecord = { zh: '这条记录', en: 'record' }
const noReason = no('merit.reason', { zh: '更正须写明理由。', en: 'Say why it is corrected.' }, { field: 'reason', sort: 'invalid' })
const own = no(
  'merit.own',
  { zh: '自己的培训、表彰和评价由同事登记。', en: 'A colleague writes down your own training, awards and evaluations.' },
  { sort: 'forbidden' },
)

export const meritRoutes = [
  route(saveMerit, async (call) => {
    const { tx, tenantId, input, today, actor } = call
    const found = await volunteerFor(call, input.volunteerId)
    if (!found.ok) return found
    const whose = { projectId: found.value.project_id, personId: found.value.person_id }
    if ((await findPersonOfAccount(tx, tenantId, actor.accountId)) === whose.personId) return own
    const may = checkMerit(input.merit, today)
    if (!may.ok) return may
    if (input.version === null) {
      call.note({ details: { kind: input.merit.kind } })
      return (await store.addMerit(tx, tenantId, whose, input.merit)) ? yes({ version: 1 }) : changedMeanwhile
    }
    if (input.reason === null) return noReason
    call.note({ reason: input.reason, details: { kind: input.merit.kind } })
    if (!(await store.isMeritOf(tx, tenantId, whose, input.merit.id))) return absent(aRecord)
    const change = { id: input.merit.id, version: input.version, reason: input.reason, by: actor.accountId }
    return (await store.changeMerit(tx, tenantId, change, input.merit)) ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(removeMerit, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await volunteerFor(call, input.volunteerId)
    if (!found.ok) return found
    const whose = { projectId: found.value.project_id, personId: found.value.person_id }
    if ((await findPersonOfAccount(tx, tenantId, actor.accountId)) === whose.personId) return own
    call.note({ reason: input.reason })
    if (!(await store.isMeritOf(tx, tenantId, whose, input.id))) return absent(aRecord)
    const change = { id: input.id, version: input.version, reason: input.reason, by: actor.accountId }
    return (await store.removeMerit(tx, tenantId, change)) ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),
]
