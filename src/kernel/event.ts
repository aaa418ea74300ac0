import type { Words } from './words.ts'

/**
 * What other systems can be told of: a kind, and the entries of the trail that are such an event. A message carries the
 * kind, ids and an address in the office; whoever wants to know more signs in.
 */
export const eventKinds = {
  'service.recorded': {
    words: { zh: '登记了服务', en: 'A service was recorded' },
    entries: ['services.record', 'visits.record', 'caseSessions.record'],
  },
  'service.corrected': { words: { zh: '更正了服务记录', en: 'A service was corrected' }, entries: ['services.correct', 'visits.correct'] },
  'activity.planned': { words: { zh: '计划了活动', en: 'An activity was planned' }, entries: ['activities.plan', 'activities.copy'] },
  'clinic.planned': { words: { zh: '计划了义诊', en: 'A clinic day was planned' }, entries: ['clinics.plan'] },
  'referral.sent': { words: { zh: '发出了转介', en: 'A referral was sent' }, entries: ['referrals.send'] },
  'referral.answered': {
    words: { zh: '转介有了回复', en: 'A referral was answered' },
    entries: ['referrals.answer', 'referrals.recordAnswer'],
  },
  'case.opened': { words: { zh: '接了个案', en: 'A case was opened' }, entries: ['cases.add'] },
  'task.offered': {
    words: { zh: '发布或修改了志愿班次', en: 'A volunteers’ task was offered or changed' },
    entries: ['volunteerTasks.save'],
  },
  'hours.confirmed': { words: { zh: '确认了志愿时长', en: 'Volunteer hours were confirmed' }, entries: ['volunteerShifts.confirm'] },
  'bulletin.published': {
    words: { zh: '发布了简报', en: 'A bulletin was published' },
    entries: ['bulletins.publish', 'bulletins.publishCorrection'],
  },
  /** Told by the daily job, of each duty. */
  'duty.due': { words: { zh: '有事到期', en: 'Something fell due' }, entries: [] },
} as const satisfies Record<string, { words: Words; entries: readonly string[] }>

export type EventKind = keyof typeof eventKinds

/** A message that only shows whether messages arrive. */
export const testKind = 'test'

const byEntry = new Map<string, string>(
  Object.entries(eventKinds).flatMap(([kind, { entries }]) => entries.map((entry) => [entry, kind] as const)),
)

/** The kind of event that an entry of the trail is; undefined when nobody is told of such. */
export const eventOf = (entry: string): string | undefined => byEntry.get(entry)
