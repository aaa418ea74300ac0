import { Link } from 'react-router'
import type { Day } from '../../kernel/day.ts'
import { Icon } from '../../web/ui/icon.tsx'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { activityWords, daySortWords } from './activities-words.ts'
import type { CalendarDay, CalendarEvent } from './calendar-schema.ts'
import style from './calendar.module.css'

/** So many events of a day are named in a month's grid; the rest are a way to that week. */
const named = 3

/** What a day is besides a date: lunar day or solar term, festivals, holiday or day worked instead. */
export function DayMarks({ day }: { day: CalendarDay }) {
  const t = useWords()
  const off = day.marked?.sort === 'holiday'
  return (
    <>
      <span className={style['lunar']}>{day.term ?? day.lunar}</span>
      {day.festivals.map((festival) => (
        <span key={festival} className={style['festival']}>
          {festival}
        </span>
      ))}
      {day.marked === null || day.marked.sort === 'ordinary' ? null : (
        <span className={style[off ? 'off' : 'on']} title={day.marked.name}>
          {day.marked.sort === 'noted' || day.marked.byHand ? day.marked.name : t(daySortWords[day.marked.sort])}
        </span>
      )}
    </>
  )
}

/** Weeks of days, from Monday, with their events. */
export function DayGrid({
  view,
  days,
  events,
  month,
  today,
  onMark,
  mayPlan,
}: {
  view: 'month' | 'week'
  days: readonly CalendarDay[]
  events: readonly CalendarEvent[]
  month: string
  today: Day
  onMark?: (day: CalendarDay) => void
  mayPlan: boolean
}) {
  const t = useWords()
  const { day: dayText } = useFormats()
  return (
    <div className={style['grid']}>
      {t(activityWords.weekdays)
        .split(',')
        .map((weekday) => (
          <div key={weekday} className={style['weekday']}>
            {weekday}
          </div>
        ))}
      {days.map((day) => {
        const mine = events.filter((event) => event.day === day.day)
        const shown = view === 'month' ? mine.slice(0, named) : mine
        const look = [
          style[view === 'week' ? 'weekDay' : 'day'],
          view === 'month' && !day.day.startsWith(month) ? style['outside'] : '',
          day.day === today ? style['today'] : '',
        ]
        const number = Number(day.day.slice(8))
        return (
          <div key={day.day} className={look.join(' ')}>
            <div className={style['head']}>
              {onMark === undefined ? (
                <span className={style['number']}>{number}</span>
              ) : (
                <button
                  type="button"
                  className={style['number']}
                  aria-label={t(activityWords.markOf, { day: dayText(day.day) })}
                  title={t(activityWords.markDay)}
                  onClick={() => onMark(day)}
                >
                  {number}
                </button>
              )}
              <DayMarks day={day} />
              {mayPlan ? (
                <Link
                  className={style['plan']}
                  to={`/events/new?day=${day.day}`}
                  aria-label={t(activityWords.planOn, { day: dayText(day.day) })}
                  title={t(activityWords.plan)}
                >
                  <Icon name="plus" size={14} />
                </Link>
              ) : null}
            </div>
            {shown.length === 0 ? null : (
              <ul className={style['events']}>
                {shown.map((event) => (
                  <li key={event.id}>
                    <Link to={`/events/${event.id}`} className={`${style['event']} ${style[event.status] ?? ''}`}>
                      {event.startsAt} {event.title ?? t(activityWords.event)}
                      {view === 'week' ? <span className={style['about']}>{event.communityName}</span> : null}
                    </Link>
                  </li>
                ))}
                {mine.length > shown.length ? (
                  <li>
                    <Link to={`/events?view=week&day=${day.day}`}>{t(activityWords.others, { n: mine.length - shown.length })}</Link>
                  </li>
                ) : null}
              </ul>
            )}
          </div>
        )
      })}
    </div>
  )
}
