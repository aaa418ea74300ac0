import { addDays, dayOfInstant, type Day } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { canReach, type Reach } from '../../kernel/reach.ts'
import { absent, no, yes } from '../../kernel/verdict.ts'
import type { Words } from '../../kernel/words.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Feed, FeedAsked } from '../../server/feed.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { toTraditional } from '../../server/traditional.ts'
import { reachOf } from '../identity/role-rules.ts'
import { listDuties, type KnownDuty } from '../course/duty-store.ts'
import { findProjectDetail, listProjects } from '../projects/store.ts'
import { findPersonOfAccount } from '../volunteering/account-store.ts'
import { officeAddress } from '../ledger/address-rules.ts'
import { calendarTitle } from './calendar-rules.ts'
import { endFeed, listFeeds, makeFeed, showFeedAddress, type FeedOf } from './calendar-schema.ts'
import { calendarWords } from './calendar-words.ts'
import * as store from './feed-store.ts'
import { calendarText, type CalendarEvent } from './ical-rules.ts'
import * as planned from './planned-store.ts'
import { findTenantCode } from '../identity/tenant-store.ts'

const aFeed = { zh: '这个日历地址', en: 'calendar address' }

/** Whether the caller may have that calendar: their own always, a community’s when they see its services. */
async function mayHave(call: SignedInCall<unknown>, about: FeedOf) {
  if (about.of === 'mine') return yes()
  const project = await findProjectDetail(call.tx, call.tenantId, about.projectId)
  if (project === undefined || !project.communities.some(({ communityCode }) => communityCode === about.communityCode))
    return absent({ zh: '这个项目里的这个社区', en: 'community of this project' })
  const reach = reachOf(call.actor.grants, 'services.read')
  return reach !== undefined && canReach(reach, about)
    ? yes()
    : no('calendar.outside', { zh: '这个社区不在您的权限内。', en: 'This community is not yours.' }, { sort: 'forbidden' })
}

export const calendarFeedRoutes = [
  route(listFeeds, async ({ tx, tenantId, actor }) => yes({ feeds: await store.listFeeds(tx, tenantId, actor.accountId) })),

  route(makeFeed, async (call) => {
    const { tx, tenantId, sealer, actor, input } = call
    const may = await mayHave(call, input.about)
    if (!may.ok) return may
    call.note({ subject: `calendar:${input.id}`, details: { of: input.about.of } })
    await store.addFeed(tx, tenantId, sealer, { ...input, accountId: actor.accountId })
    return yes({ id: input.id })
  }),

  route(showFeedAddress, async ({ tx, tenantId, sealer, actor, input, note }) => {
    if (!(await store.isFeedOf(tx, tenantId, actor.accountId, input.id))) return absent(aFeed)
    note({ subject: `calendar:${input.id}` })
    const code = await findTenantCode(tx, tenantId)
    return yes({ path: `/calendar/${encodeURIComponent(code)}/${store.tokenOf(sealer, tenantId, input.id)}.ics` })
  }),

  route(endFeed, async ({ tx, tenantId, actor, input, note }) => {
    note({ subject: `calendar:${input.id}` })
    return (await store.endFeed(tx, tenantId, actor.accountId, input.id)) ? yes({}) : absent(aFeed)
  }),
]

/** What is due between two days in the projects within a reach; what does not apply is left out. */
async function dutyEvents(tx: Tx, tenantId: TenantId, reach: Reach, { from, to }: { from: Day; to: Day }) {
  const found: { project: { id: ProjectId; name: string; startsOn: Day }; duty: KnownDuty }[] = []
  for (const project of await listProjects(tx, tenantId, reach))
    for (const duty of await listDuties(tx, tenantId, project))
      if (duty.dismissed === null && duty.dueOn >= from && duty.dueOn <= to) found.push({ project, duty })
  return found
}

/** How far a calendar reaches back and ahead. */
const back = 31
const ahead = 366

async function answerFeed({ tx, tenantId, tenantCode, sealer, now, token, origin }: FeedAsked) {
  const found = await store.findFeed(tx, tenantId, sealer, token)
  if (found === undefined) return undefined
  const today = dayOfInstant(now.toISOString())
  const between = { from: addDays(today, -back), to: addDays(today, ahead) }
  const reach = reachOf(found.grants, 'services.read')
  const { about } = found
  // A role that has ended takes its calendar along: a community's is no more, one's own is empty.
  if (about.of === 'community' && (reach === undefined || !canReach(reach, about))) return undefined
  const personId = about.of === 'mine' ? await findPersonOfAccount(tx, tenantId, found.account_id) : undefined
  const isVolunteer = reachOf(found.grants, 'volunteering.own') !== undefined
  const rows =
    about.of === 'community'
      ? await planned.listForCommunity(tx, tenantId, about, between)
      : [
          ...(reach === undefined ? [] : await planned.listForWorker(tx, tenantId, reach, found.display_name, between)),
          ...(personId === undefined || !isVolunteer ? [] : await planned.listForVolunteer(tx, tenantId, personId, between)),
        ]
  const says = (words: Words): string => (found.language === 'en' ? words.en : words.zh)
  const name = about.of === 'community' ? (found.community ?? '') : found.display_name
  const recording = reachOf(found.grants, 'projects.record')
  const duties = about.of === 'community' || recording === undefined ? [] : await dutyEvents(tx, tenantId, recording, between)
  const text = calendarText(says(calendarWords.calendarOf).replace('{name}', name), [
    ...rows.map((row): CalendarEvent => {
      const link = `${origin}${row.kind === 'volunteer_shift' && reach === undefined ? '/my-volunteering' : officeAddress(row.kind, row.id)}`
      return {
        uid: `service-${row.id}@${tenantCode}.nuanyang`,
        sequence: row.version - 1,
        changedAt: row.updated_at,
        day: row.day,
        startsAt: row.starts_at,
        minutes: row.minutes,
        title: calendarTitle(row.kind, row.title, row.names, says),
        place: planned.gatherings.includes(row.kind) ? (row.place ?? row.community_name) : row.community_name,
        about: `${says(calendarWords.more)}${link}`,
        link,
        state: row.status === 'cancelled' ? 'cancelled' : row.status === 'held' ? 'held' : 'planned',
      }
    }),
    ...duties.map(({ project, duty }): CalendarEvent => {
      const link = `${origin}/project?tab=duties`
      return {
        uid: `duty-${project.id}-${duty.key}@${tenantCode}.nuanyang`,
        sequence: duty.version,
        changedAt: duty.updatedAt ?? new Date(`${project.startsOn}T00:00:00Z`),
        day: duty.dueOn,
        startsAt: null,
        minutes: null,
        title: typeof duty.title === 'string' ? duty.title : says(duty.title),
        place: project.name,
        about: `${says(calendarWords.more)}${link}`,
        link,
        state: duty.doneOn === null ? 'planned' : 'held',
      }
    }),
  ])
  return {
    body: found.language === 'zh-Hant' ? toTraditional(text) : text,
    ...(found.is_stale ? { seen: found.id } : {}),
  }
}

/** What phones ask for. */
export const calendarFeed: Feed = { answer: answerFeed, noteSeen: store.noteFetched }
