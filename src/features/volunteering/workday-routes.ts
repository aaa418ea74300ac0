import * as chineseDays from 'chinese-days'
import type { Day } from '../../kernel/day.ts'

/** Whether offices are open on a day: holidays and make-up days as the State Council set them; weekends where it has not yet. */
export const isWorkday = (day: Day): boolean => chineseDays.default.isWorkday(day)
