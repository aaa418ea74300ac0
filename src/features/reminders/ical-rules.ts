import { addDays, minutesOf, type Day } from '../../kernel/day.ts'

/** Something in a calendar. Its words go to phones and to whoever runs their calendars: no name of an elder, no health. */
export type CalendarEvent = {
  /** The same for ever: by it a phone knows what it has already. */
  readonly uid: string
  /** Grows with every change. */
  readonly sequence: number
  readonly changedAt: Date
  readonly day: Day
  /** Without a time it takes the whole day. */
  readonly startsAt: string | null
  readonly minutes: number | null
  readonly title: string
  readonly place: string | null
  readonly about: string
  readonly link: string
  readonly state: 'planned' | 'held' | 'cancelled'
}

/** China keeps one time all year (RFC 5545 asks for the zone to be written out). */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`)

const octets = (letter: string): number => {
  const point = letter.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** A line of at most 75 octets; what is longer goes on in the next lines, each after a space (RFC 5545, 3.1). */
export function folded(line: string): string {
  let text = ''
  let room = 75
  for (const letter of line) {
    const size = octets(letter)
    if (size > room) {
      text += '\r\n '
      room = 74
    }
    text += letter
    room -= size
  }
  return text
}

const plain = (day: Day): string => day.replaceAll('-', '')
const two = (n: number): string => String(n).padStart(2, '0')

/** A time of day so many minutes after the beginning of a day, which may fall into the next. */
function localAt(day: Day, minutes: number): string {
  const on = addDays(day, Math.floor(minutes / 1440))
  const left = minutes % 1440
  return `${plain(on)}T${two(Math.floor(left / 60))}${two(left % 60)}00`
}

const instant = (at: Date): string => `${at.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`

function timesOf({ day, startsAt, minutes }: CalendarEvent): string[] {
  if (startsAt === null) return [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`]
  const from = minutesOf(startsAt)
  return [
    `DTSTART;TZID=Asia/Shanghai:${localAt(day, from)}`,
    ...(minutes === null || minutes === 0 ? [] : [`DTEND;TZID=Asia/Shanghai:${localAt(day, from + minutes)}`]),
  ]
}

const states = { planned: 'CONFIRMED', held: 'CONFIRMED', cancelled: 'CANCELLED' } as const

const eventLines = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTAMP:${instant(event.changedAt)}`,
  `LAST-MODIFIED:${instant(event.changedAt)}`,
  ...timesOf(event),
  `SUMMARY:${escaped(event.title)}`,
  ...(event.place === null ? [] : [`LOCATION:${escaped(event.place)}`]),
  `DESCRIPTION:${escaped(event.about)}`,
  `URL:${event.link}`,
  `STATUS:${states[event.state]}`,
  ...(event.startsAt === null ? ['TRANSP:TRANSPARENT'] : []),
  'END:VEVENT',
]

/** A calendar as phones read one (RFC 5545, with the names that Apple's and Microsoft's calendars know). */
export const calendarText = (name: string, events: readonly CalendarEvent[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Nuanyang//Calendar//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...zone,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
