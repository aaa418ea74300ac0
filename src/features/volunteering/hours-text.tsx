import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { flagWords, type Flag } from './flag-rules.ts'
import { volunteerWords } from './volunteer-words.ts'

/** Minutes as hours with one decimal, as order 67 counts them. */
export function Hours({ minutes }: { minutes: number | null }) {
  const t = useWords()
  const { decimal } = useFormats()
  return <>{minutes === null ? '—' : t(volunteerWords.hoursOf, { n: decimal(minutes / 60, 1) })}</>
}

/** What is worth a look about a shift. */
export function Flags({ flags }: { flags: readonly Flag[] }) {
  const t = useWords()
  if (flags.length === 0) return null
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
      {flags.map((flag) => (
        <Chip key={flag} tone="look">
          {t(flagWords[flag])}
        </Chip>
      ))}
    </span>
  )
}
