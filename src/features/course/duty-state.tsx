import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { courseWords as w } from './course-words.ts'
import type { Duty } from './schema.ts'

/** Where a duty stands, in words. */
export function DutyState({ duty }: { duty: Duty }) {
  const t = useWords()
  const { day } = useFormats()
  if (duty.dismissed !== null) return <Chip>{t(w.dismissed)}</Chip>
  if (duty.doneOn !== null) return <Chip tone="good">{t(w.done, { day: day(duty.doneOn) })}</Chip>
  if (duty.late > 0) return <Chip tone="bad">{t(w.late, { n: duty.late })}</Chip>
  if (duty.late === 0) return <Chip tone="look">{t(w.today)}</Chip>
  return <Chip tone={duty.late >= -7 ? 'look' : 'calm'}>{t(w.ahead, { n: -duty.late })}</Chip>
}
