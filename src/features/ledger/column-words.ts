import type { Words } from '../../kernel/words.ts'
import { serviceWords } from './service-words.ts'

/** What the columns that a correction changed are called on the screen. */
export const columnWords: Readonly<Record<string, Words>> = {
  line: serviceWords.line,
  status: serviceWords.status,
  themes: serviceWords.themes,
  number: serviceWords.number,
  title: serviceWords.name,
  community_code: serviceWords.community,
  day: serviceWords.day,
  starts_at: serviceWords.startsAt,
  minutes: serviceWords.minutes,
  place: serviceWords.place,
  worker: serviceWords.worker,
  host: serviceWords.host,
  unnamed_count: serviceWords.unnamed,
  quantity: serviceWords.quantity,
  unit: serviceWords.unit,
  note: serviceWords.note,
}
