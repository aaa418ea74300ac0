import { useRouteError } from 'react-router'
import { OutOfDate, Unreachable } from '../client/failure.ts'
import { useWords } from '../language/language.tsx'
import { explain } from '../ui/explain.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Page } from '../ui/page.tsx'

/** A page whose code does not come: without a network, or built before the server's last update. */
const isMissingCode = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script|preload CSS/i.test(error.message)

/** The browser does not ask twice for code that did not come: the page is loaded anew, once it can be. */
const openAgain = (): void => {
  if (navigator.onLine) window.location.reload()
}

/** A page that broke, inside the shell that did not. */
export function BrokenPage() {
  const t = useWords()
  const error = useRouteError()
  const failure = isMissingCode(error)
    ? navigator.onLine
      ? new OutOfDate('The code of a page is missing.')
      : new Unreachable('The code of a page did not come.')
    : error instanceof Error
      ? error
      : new Error('Broken.')
  return (
    <Page title={explain(failure, t).title}>
      <FailureNote failure={failure} onRetry={openAgain} />
    </Page>
  )
}
