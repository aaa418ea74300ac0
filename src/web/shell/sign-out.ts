import { App } from 'antd'
import { use } from 'react'
import { activityWords } from '../../features/activities/activities-words.ts'
import { countUnsent, forgetUnsent } from '../../features/activities/outbox.tsx'
import { signOut } from '../../features/identity/schema.ts'
import { useDo } from '../client/calls.ts'
import { isSignedOut } from '../client/failure.ts'
import { MineContext } from '../client/mine.ts'
import { useWords } from '../language/language.tsx'
import { forgetDrafts } from '../ui/draft.tsx'
import { shellWords } from './shell-words.ts'

/**
 * Signs out and loads the page anew, so that nothing of what was shown stays in the browser's memory or on the device. Asks
 * first when check-ins have not arrived, because nobody else has them.
 */
export function useSignOut(): () => void {
  const t = useWords()
  const { message, modal } = App.useApp()
  const leaving = useDo(signOut)
  const accountId = use(MineContext)?.accountId
  const leave = () => {
    forgetDrafts()
    if (accountId !== undefined) forgetUnsent(accountId)
    window.location.assign('/')
  }
  const go = () =>
    leaving.run(
      {},
      { onDone: leave, onFailure: (failure) => (isSignedOut(failure) ? leave() : void message.error(t(shellWords.signingOut))) },
    )
  return () => {
    const unsent = accountId === undefined ? 0 : countUnsent(accountId)
    if (unsent === 0) go()
    else
      void modal.confirm({
        title: t(activityWords.unsentTitle, { n: unsent }),
        content: t(activityWords.unsentAbout),
        okText: t(activityWords.unsentLeave),
        okButtonProps: { danger: true },
        cancelText: t(activityWords.unsentStay),
        autoFocusButton: 'cancel',
        onOk: go,
      })
  }
}
