import type { Day } from '../../kernel/day.ts'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import { canReachInto } from '../../kernel/reach.ts'
import { absent, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import type { NewNotice } from '../identity/notice-schema.ts'
import { addNotice, addNoticeToRole, settleMatters } from '../identity/notice-store.ts'
import { fileFor } from '../people/open-routes.ts'
import { mayFollowUp } from './assessment-rules.ts'
import type { Answers, RiskProtocol } from './scale-schema.ts'
import { followRiskUp, type Assessment } from './schema.ts'
import { asksForProtocol } from './scoring-rules.ts'
import * as store from './store.ts'
import * as write from './write-store.ts'

const anAssessment = { zh: '这次测评', en: 'assessment' }

/** One assessment of the person's, when its project is one of the caller's. */
export async function assessmentFor(call: SignedInCall<unknown>, personId: PersonId, id: string): Promise<Verdict<Assessment>> {
  const [found] = await store.listOfPerson(call.tx, call.tenantId, personId, call.sealer, id)
  return found !== undefined && canReachInto(call.reach, found.projectId) ? yes(found) : absent(anAssessment)
}

type AtRisk = { id: string; projectId: ProjectId; personId: PersonId; name: string }

/** Tells the supervisors of a person at risk, or the managers where there is no supervisor. How many were told. */
async function tellSupervisors({ tx, tenantId, today }: SignedInCall<unknown>, of: AtRisk, matter: string): Promise<number> {
  const about: NewNotice = {
    code: 'assessments.risk',
    words: {
      zh: '{name}的测评中有需要当天处理的情况，请今天看处置记录，并联系经办人。',
      en: 'Something in an assessment of {name} needs you today: read what was done and speak to whoever assessed.',
    },
    given: { name: of.name },
    subject: `/people/${of.personId}?tab=assessments&show=${of.id}`,
    projectId: of.projectId,
    urgency: 'now',
    dueOn: today,
    matter,
  }
  const supervisors = await addNoticeToRole(tx, tenantId, { roles: ['supervisor'], projectId: of.projectId }, about)
  return supervisors > 0 ? supervisors : addNoticeToRole(tx, tenantId, { roles: ['manager'], projectId: of.projectId }, about)
}

/** Reminds whoever writes of the next contact. */
async function remind({ tx, tenantId, actor }: SignedInCall<unknown>, of: AtRisk, on: Day): Promise<void> {
  await addNotice(tx, tenantId, actor.accountId, {
    code: 'assessments.nextContact',
    words: {
      zh: '您约好再联系{name}，请在当天联系并记下情况。',
      en: 'You are to contact {name} again; do so on the day and write down how they are.',
    },
    given: { name: of.name },
    subject: `/people/${of.personId}?tab=assessments&show=${of.id}`,
    projectId: of.projectId,
    urgency: 'soon',
    dueOn: on,
    matter: `assessment:${of.id}:nextContact:${on}`,
  })
}

/** Keeps the protocol and tells of it where the answers ask for one. How many were told; null where there is no risk. */
export async function keepRisk(
  call: SignedInCall<unknown>,
  of: {
    id: string
    scale: string
    answers: Answers
    protocol: (RiskProtocol & { nextContactOn: Day }) | null
    projectId: ProjectId
    personId: PersonId
    communityCode: string | null
    name: string
  },
): Promise<number | null> {
  const { protocol } = of
  if (protocol === null || !asksForProtocol(of.scale, of.answers)) return null
  await write.saveProtocol(call.tx, call.tenantId, call.sealer, of.id, protocol, call.actor.accountId)
  await remind(call, of, protocol.nextContactOn)
  return tellSupervisors(call, of, `assessment:${of.id}:risk`)
}

export const riskRoutes = [
  route(followRiskUp, async (call) => {
    const { tx, tenantId, input, sealer, actor, today, note } = call
    const file = await fileFor(call, input.personId)
    if (!file.ok) return file
    const standing = await assessmentFor(call, input.personId, input.assessmentId)
    if (!standing.ok) return standing
    const may = mayFollowUp(standing.value, input, today)
    if (!may.ok) return may
    const { id, assessmentId, contactedOn, nextContactOn, how, safeNow, done } = input
    await write.addFollowUp(tx, tenantId, sealer, {
      id,
      assessmentId,
      contactedOn,
      nextContactOn,
      content: { how, safeNow, done },
      by: actor.accountId,
    })
    await settleMatters(tx, tenantId, `assessment:${assessmentId}:nextContact:`)
    const place = await store.findPlaceOf(tx, tenantId, input.personId, standing.value.projectId)
    const of = { id: assessmentId, personId: input.personId, projectId: standing.value.projectId, name: place?.name ?? '' }
    if (nextContactOn !== null) await remind(call, of, nextContactOn)
    if (safeNow !== 'yes') await tellSupervisors(call, of, `assessment:${assessmentId}:risk:${id}`)
    note({ details: { assessment: assessmentId, safe: safeNow, again: nextContactOn } })
    return yes({})
  }),
]
