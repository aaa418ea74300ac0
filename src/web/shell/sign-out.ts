import { App } from 'antd'
import { signOut } from '../../features/identity/schema.ts'
import { useDo } from '../client/calls.ts'
import { isSignedOut } from '../client/failure.ts'
import { useWords } from '../language/language.tsx'
import { forgetDrafts } from '../ui/draft.tsx'
import { shellWords } from './shell-words.ts'

/** Signs out and loads the page anew, so that nothing of what was shown stays in the browser's memory. */
export function useSignOut(): () => void {
  const t = useWords()
  const { message } = App.useApp()
  const leaving = useDo(signOut)
  const leave = () => {
    forgetDrafts()
    window.location.assign('/')
  }
  return () =>
    leaving.run(
      {},
      { onDone: leave, onFailure: (failure) => (isSignedOut(failure) ? leave() : void message.error(t(shellWords.signingOut))) },
    )
}
