import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { useNarrow } from '../../web/ui/narrow.ts'
import { Page, Panel } from '../../web/ui/page.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { activityWords } from './activities-words.ts'
import { DayGrid } from './calendar-grid.tsx'
import { EventList } from './calendar-list.tsx'
import { opensAt, stretchOf, turned, type CalendarView } from './calendar-rules.ts'
import { openCalendar, type CalendarDay } from './calendar-schema.ts'
import style from './calendar.module.css'
import { MarkDay } from './mark-day.tsx'

/** The activities of a project among lunar days, solar terms, festivals and holidays. */
export function CalendarPage() {
  return <WithProject page={activityWords.calendar}>{(project) => <Calendar key={project.id} project={project} />}</WithProject>
}

function Calendar({ project }: { project: ListedProject }) {
  const t = useWords()
  const { day: dayText, month } = useFormats()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const mayPlan = useMay('services.write')
  const mayMark = useMay('calendar.manage')
  const communities = useCommunities(project.id)
  const query = useQueryState(['view', 'day', 'community'])
  const [marking, setMarking] = useState<CalendarDay>()
  const chosen = query.get('view')
  // Seven columns do not fit on a phone: there the month is a list.
  const view: CalendarView = narrow ? 'list' : chosen === 'week' || chosen === 'list' ? chosen : 'month'
  const around = daySchema.safeParse(query.get('day')).data ?? opensAt(today(), project)
  const stretch = stretchOf(view, around)
  const community = divisionCodeSchema.safeParse(query.get('community'))
  const asked = useAsk(
    openCalendar,
    { projectId: project.id, ...stretch, ...(community.success ? { communityCode: community.data } : {}) },
    { keepFormer: true },
  )
  const go = (day: Day) => query.set({ day })
  return (
    <Page
      title={t(activityWords.calendar)}
      about={project.name}
      actions={
        mayPlan ? (
          <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => void navigate('/events/new')}>
            {t(activityWords.plan)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <div className={style['bar']}>
          <Button icon={<Icon name="left" size={16} />} aria-label={t(activityWords.before)} onClick={() => go(turned(view, around, -1))} />
          <h2 aria-live="polite">{view === 'week' ? `${dayText(stretch.from)} – ${dayText(stretch.to)}` : month(around.slice(0, 7))}</h2>
          <Button icon={<Icon name="right" size={16} />} aria-label={t(activityWords.after)} onClick={() => go(turned(view, around, 1))} />
          <Button onClick={() => go(today())}>{t(activityWords.toToday)}</Button>
          <span className={style['grow']} />
          <label className="visually-hidden" htmlFor="calendar-community">
            {t(activityWords.community)}
          </label>
          <Choice
            id="calendar-community"
            any={t(activityWords.anyCommunity)}
            value={query.get('community')}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(code) => query.set({ community: code })}
          />
          {narrow ? null : (
            <Segmented<CalendarView>
              aria-label={t(activityWords.view)}
              value={view}
              onChange={(next) => query.set({ view: next })}
              options={(['month', 'week', 'list'] as const).map((each) => ({ value: each, label: t(activityWords[each]) }))}
            />
          )}
        </div>
        <AskedState asked={asked}>
          {({ days, events, before, after }) => (
            <>
              {view === 'list' ? (
                <EventList days={days} events={events} today={today()} />
              ) : (
                <DayGrid
                  view={view}
                  days={days}
                  events={events}
                  month={around.slice(0, 7)}
                  today={today()}
                  mayPlan={mayPlan}
                  {...(mayMark ? { onMark: setMarking } : {})}
                />
              )}
              {mayMark && view !== 'list' ? <p className={style['hint']}>{t(activityWords.markHow)}</p> : null}
              {events.length > 0 ? null : (
                <p className={style['empty']}>
                  {t(activityWords.noneHere)}{' '}
                  {before === null ? null : (
                    <Link to={`/events?day=${before}${view === 'month' ? '' : `&view=${view}`}`}>
                      {t(activityWords.lastBefore, { day: dayText(before) })}
                    </Link>
                  )}{' '}
                  {after === null ? null : (
                    <Link to={`/events?day=${after}${view === 'month' ? '' : `&view=${view}`}`}>
                      {t(activityWords.nextAfter, { day: dayText(after) })}
                    </Link>
                  )}
                </p>
              )}
            </>
          )}
        </AskedState>
      </Panel>
      <MarkDay day={marking} onClose={() => setMarking(undefined)} />
    </Page>
  )
}
