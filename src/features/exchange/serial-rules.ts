import { type Day, dayOfNumber } from '../../kernel/day.ts'

/** Days that a spreadsheet counts between its first day (1900) and 1970-01-01. */
const epoch = 25_569
const lastSerial = 2_958_465

/**
 * The day of a spreadsheet's serial number. Serials before 60 stand one off, because the spreadsheet believes in a
 * 29 February 1900; serial 60 itself is that day, and no day.
 */
export function dayOfSerial(serial: number): Day | undefined {
  const whole = Math.floor(serial)
  if (whole < 1 || whole > lastSerial || whole === 60) return undefined
  return dayOfNumber((whole < 60 ? whole + 1 : whole) - epoch)
}

const two = (n: number) => String(n).padStart(2, '0')

/** The time of day in a serial's fraction, `HH:MM`, with seconds only when there are any. */
export function timeOfSerial(serial: number): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400) % 86_400
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  return seconds % 60 === 0 ? clock : `${clock}:${two(seconds % 60)}`
}

/** What a person sees of a number in a cell that shows a day or a time. */
export function textOfSerial(serial: number, shows: 'day' | 'time'): string | undefined {
  if (serial < 0 || serial > lastSerial + 1) return undefined
  if (shows === 'time' || serial < 1) {
    if (serial < 1) return timeOfSerial(serial)
    const minutes = Math.round(serial * 1440)
    return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`
  }
  // A fraction within half a second of midnight is midnight.
  const fraction = serial - Math.floor(serial)
  const whole = fraction > 1 - 0.5 / 86_400 ? Math.ceil(serial) : serial
  const day = dayOfSerial(whole)
  if (day === undefined) return undefined
  const time = timeOfSerial(whole)
  return time === '00:00' ? day : `${day} ${time}`
}

/** A number in its shortest form without the noise of binary fractions: 8.199999999999999 is 8.2. */
export const textOfNumber = (value: number): string => String(Number.isInteger(value) ? value : Number(value.toPrecision(15)))
