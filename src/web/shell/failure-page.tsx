import { useWords } from '../language/language.tsx'
import { explain } from '../ui/explain.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { DoorPage } from './door-page.tsx'

/** The office cannot open at all. */
export function FailurePage({ failure, onRetry }: { failure: Error; onRetry: () => void }) {
  const t = useWords()
  return (
    <DoorPage title={explain(failure, t).title}>
      <FailureNote failure={failure} onRetry={onRetry} />
    </DoorPage>
  )
}
