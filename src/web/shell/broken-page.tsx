import { useRouteError } from 'react-router'
import { OutOfDate } from '../client/failure.ts'
import { useWords } from '../language/language.tsx'
import { explain } from '../ui/explain.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Page } from '../ui/page.tsx'

/** A page whose code is not there any more was built before the server's last update. */
const isMissingCode = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|importing a module script/i.test(error.message)

/** A page that broke, inside the shell that did not. */
export function BrokenPage() {
  const t = useWords()
  const error = useRouteError()
  const failure = isMissingCode(error)
    ? new OutOfDate('The code of a page is missing.')
    : error instanceof Error
      ? error
      : new Error('Broken.')
  return (
    <Page title={explain(failure, t).title}>
      <FailureNote failure={failure} />
    </Page>
  )
}
