import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { RouterProvider } from 'react-router/dom'
import { FirstPasswordPage } from '../features/identity/first-password-page.tsx'
import { SignInPage } from '../features/identity/sign-in-page.tsx'
import { isSignedOut } from './client/failure.ts'
import { mineKey, MineContext, useMineNow } from './client/mine.ts'
import { useLanguage } from './language/language.tsx'
import { router } from './router.tsx'
import { FailurePage } from './shell/failure-page.tsx'
import { Opening } from './shell/opening.tsx'
import { SignInAgain } from './shell/sign-in-again.tsx'

/** Whoever is not signed in sees the sign-in page, at whatever address; after it the address opens as it was asked for. */
export function Office() {
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
    <MineContext value={asked.data}>
      <RouterProvider router={router} />
      <SignInAgain name={asked.data.name} />
    </MineContext>
  )
}
