import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { FirstPasswordPage } from '../features/identity/first-password-page.tsx'
import { SignInPage } from '../features/identity/sign-in-page.tsx'
import { isSignedOut, OutOfDate } from './client/failure.ts'
import { mineKey, useMineNow } from './client/mine.ts'
import { useLanguage } from './language/language.tsx'
import { FailurePage } from './shell/failure-page.tsx'
import { Opening } from './shell/opening.tsx'

// Fetched at once, but the door does not wait for it.
const inside = import('./inside.tsx').then(
  (found) => ({ default: found.Inside }),
  () => ({ default: NotThere }),
)
const Inside = lazy(() => inside)
/** Where the code on a hall's screen and the code on a record sheet lead: for anybody, signed in or not. */
const HerePage = lazy(async () => ({ default: (await import('../features/activities/here-page.tsx')).HerePage }))
const VerifyPage = lazy(async () => ({ default: (await import('../features/volunteering/verify-page.tsx')).VerifyPage }))
const openPages = new Map([
  ['/here', <HerePage key="here" />],
  ['/verify', <VerifyPage key="verify" />],
])

/** The server was updated between the page and this part of it. */
function NotThere() {
  return <FailurePage failure={new OutOfDate('The inside of the office is missing.')} onRetry={() => window.location.reload()} />
}

/** What anybody may open stands beside the office; everything else is within. */
export function Office() {
  const page = openPages.get(window.location.pathname)
  return page === undefined ? <Door /> : <Suspense fallback={<Opening />}>{page}</Suspense>
}

/** Whoever is not signed in sees the sign-in page, at whatever address; after it the address opens as it was asked for. */
function Door() {
  const client = useQueryClient()
  const asked = useMineNow()
  const { choose } = useLanguage()
  const language = asked.data?.language

  useEffect(() => {
    if (language !== undefined) void choose(language, true)
  }, [language, choose])

  if (asked.data === undefined) {
    if (isSignedOut(asked.error)) return <SignInPage onSignedIn={(mine) => client.setQueryData(mineKey, mine)} />
    if (asked.error !== null) return <FailurePage failure={asked.error} onRetry={() => void asked.refetch()} />
    return <Opening />
  }
  if (asked.data.mustChangePassword)
    return <FirstPasswordPage name={asked.data.displayName} onChanged={() => void client.invalidateQueries({ queryKey: mineKey })} />
  return (
    <Suspense fallback={<Opening />}>
      <Inside mine={asked.data} />
    </Suspense>
  )
}
