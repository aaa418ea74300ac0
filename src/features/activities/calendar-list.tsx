import { Link } from 'react-router'
import type { Day } from '../../kernel/day.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { StatusChip } from '../ledger/status-chip.tsx'
import { activityWords } from './activities-words.ts'
import { weekdayOf } from './calendar-rules.ts'
import { DayMarks } from './calendar-grid.tsx'
import type { CalendarDay, CalendarEvent } from './calendar-schema.ts'
import style from './calendar.module.css'

/** The days that have events or a name of their own, one below the other. */
export function EventList({ days, events, today }: { days: readonly CalendarDay[]; events: readonly CalendarEvent[]; today: Day }) {
  const t = useWords()
  const { day: dayText } = useFormats()
  const weekdays = t(activityWords.weekdaysLong).split(',')
  const worth = days.filter((day) => events.some((event) => event.day === day.day) || day.festivals.length > 0 || day.term !== null)
  return (
    <ul className={style['dayList']} aria-label={t(activityWords.list)}>
      {worth.map((day) => (
        <li key={day.day}>
          <div className={style['dayHead']}>
            <b className={day.day === today ? style['now'] : undefined}>
              {dayText(day.day)} <span className={style['lunar']}>{weekdays[weekdayOf(day.day)]}</span>
            </b>
            <DayMarks day={day} />
          </div>
          <ul className={style['rows']}>
            {events
              .filter((event) => event.day === day.day)
              .map((event) => (
                <li key={event.id}>
                  <Link to={`/events/${event.id}`}>{event.title ?? t(activityWords.event)}</Link>
                  <EventAbout event={event} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function EventAbout({ event }: { event: CalendarEvent }) {
  const t = useWords()
  return (
    <div className={style['about']}>
      <StatusChip status={event.status} />
      {event.startsAt === null ? null : <span>{event.startsAt}</span>}
      <span>{event.communityName}</span>
      <span>{event.place}</span>
      {event.going > 0 && event.status === 'planned' ? (
        <span>
          {event.capacity === null
            ? t(activityWords.going, { n: event.going })
            : t(activityWords.goingOf, { n: event.going, capacity: event.capacity })}
        </span>
      ) : null}
      {event.waiting > 0 ? <span>{t(activityWords.waiting, { n: event.waiting })}</span> : null}
      {event.attendances > 0 ? <span>{t(activityWords.came, { n: event.attendances })}</span> : null}
    </div>
  )
}
