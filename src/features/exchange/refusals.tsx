import { useWords } from '../../web/language/language.tsx'
import { importsWords } from './imports-words.ts'
import type { ImportRow } from './schema.ts'

/** Why files were not read, and what to do about each. */
export function Refusals({ refusals }: { refusals: ImportRow['refusals'] }) {
  const t = useWords()
  return (
    <>
      <ul style={{ margin: '0 0 6px', paddingLeft: '1.2em' }}>
        {refusals.map(({ file, because }) => (
          <li key={file}>{t(because)}</li>
        ))}
      </ul>
      {t(importsWords.refusedToDo)}
    </>
  )
}
