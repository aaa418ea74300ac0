import { useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { hardshipWords, type HardshipCode } from './hardship-schema.ts'
import style from './labels.module.css'

/** Hardship labels, one beside the other. */
export function Labels({ codes }: { codes: readonly HardshipCode[] }) {
  const t = useWords()
  if (codes.length === 0) return '—'
  return (
    <span className={style['labels']}>
      {codes.map((code) => (
        <Chip key={code} tone="calm">
          {t(hardshipWords[code])}
        </Chip>
      ))}
    </span>
  )
}
