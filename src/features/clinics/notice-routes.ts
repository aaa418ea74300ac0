import type { Day } from '../../kernel/day.ts'
import type { SignedInCall } from '../../server/route.ts'
import type { NewNotice } from '../identity/notice-schema.ts'
import { addNotice, addNoticeToRole, settleNotices } from '../identity/notice-store.ts'
import type { FoundClinic } from './found-routes.ts'
import type { Visitor } from './day-schema.ts'
import { dueOf } from './follow-up-rules.ts'

// Who is told when somebody is at a danger limit. What is shown names nobody's values: others may see the screen.

const dangerOf = (attendanceId: string) => `reading:${attendanceId}:danger`
const followUpOf = (id: string) => `clinicFollowUp:${id}`

const addressOf = (service: FoundClinic): string => (service.kind === 'clinic_day' ? `/clinics/${service.id}` : `service:${service.id}`)

/**
 * Tells the supervisors, or the manager where there is none, on the day itself. What is entered from paper after the two
 * weeks in which somebody is asked after is no news.
 */
export async function tellOfDanger(
  { tx, tenantId, today, actor }: SignedInCall<unknown>,
  service: FoundClinic,
  visitor: Pick<Visitor, 'attendanceId' | 'name'>,
): Promise<void> {
  if (service.day !== null && today > dueOf(service.day)) return
  const about: NewNotice = {
    code: 'clinics.danger',
    words: {
      zh: '{name}的现场读数需要今天处理，请看转介和随访是否已安排。',
      en: 'The readings of {name} need you today: see whether a referral and a follow-up are arranged.',
    },
    given: { name: visitor.name },
    subject: addressOf(service),
    projectId: service.project_id,
    urgency: 'now',
    dueOn: today,
    matter: dangerOf(visitor.attendanceId),
  }
  const there = { projectId: service.project_id, communityCode: service.community_code, except: actor.accountId }
  const told = await addNoticeToRole(tx, tenantId, { ...there, roles: ['supervisor'] }, about)
  if (told === 0) await addNoticeToRole(tx, tenantId, { ...there, roles: ['manager'] }, about)
}

/** The reading was corrected: there is no danger any more. */
export const settleDanger = ({ tx, tenantId }: SignedInCall<unknown>, attendanceId: string): Promise<void> =>
  settleNotices(tx, tenantId, dangerOf(attendanceId))

/** Whoever arranged a follow-up is reminded of the two weeks; what the supervisor was told of is arranged. */
export async function tellOfFollowUp(
  { tx, tenantId, today, actor }: SignedInCall<unknown>,
  service: FoundClinic,
  followUp: { id: string; attendanceId: string; name: string; dueOn: Day },
): Promise<void> {
  await settleNotices(tx, tenantId, dangerOf(followUp.attendanceId))
  if (today > followUp.dueOn) return
  await addNotice(tx, tenantId, actor.accountId, {
    code: 'clinics.followUp',
    words: {
      zh: '请在 {day} 前问一问{name}看医生的情况，并记一次随访。',
      en: 'Ask {name} by {day} whether they saw a doctor, and record it.',
    },
    given: { name: followUp.name, day: followUp.dueOn },
    subject: `/clinics/follow-ups?open=${followUp.id}`,
    projectId: service.project_id,
    urgency: 'soon',
    dueOn: followUp.dueOn,
    matter: followUpOf(followUp.id),
  })
}

/** The follow-up is closed: nobody needs to be reminded any more. */
export const settleFollowUp = ({ tx, tenantId }: SignedInCall<unknown>, id: string): Promise<void> =>
  settleNotices(tx, tenantId, followUpOf(id))
