import { RouterProvider } from 'react-router/dom'
import type { Mine } from '../features/identity/schema.ts'
import { MineContext } from './client/mine.ts'
import { router } from './router.tsx'
import { SignInAgain } from './shell/sign-in-again.tsx'

/** The office as somebody who is signed in has it around them. */
export function Inside({ mine }: { mine: Mine }) {
  return (
    <MineContext value={mine}>
      <RouterProvider router={router} />
      <SignInAgain name={mine.name} />
    </MineContext>
  )
}
