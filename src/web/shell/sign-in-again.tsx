import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState, useSyncExternalStore } from 'react'
import { ChangePasswordForm } from '../../features/identity/change-password-form.tsx'
import type { Mine } from '../../features/identity/schema.ts'
import { SignInForm } from '../../features/identity/sign-in-form.tsx'
import { signInWords } from '../../features/identity/sign-in-words.ts'
import { mineKey } from '../client/mine.ts'
import { isGateShut, letThrough, watchGate } from '../client/sign-in-gate.ts'
import { useWords } from '../language/language.tsx'

/** Over the page, when the session has ended: the same person signs in and what they were doing goes on. */
export function SignInAgain({ name }: { name: string }) {
  const t = useWords()
  const client = useQueryClient()
  const shut = useSyncExternalStore(watchGate, isGateShut)
  const [changing, setChanging] = useState<Mine>()

  const goOn = (mine: Mine) => {
    setChanging(undefined)
    client.setQueryData(mineKey, { ...mine, mustChangePassword: false })
    letThrough()
  }

  return (
    <Modal
      open={shut}
      title={t(changing === undefined ? signInWords.again : signInWords.first)}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
      zIndex={2000}
      width={420}
    >
      {changing === undefined ? (
        <>
          <p>{t(signInWords.againAbout)}</p>
          <SignInForm name={name} onSignedIn={(mine) => (mine.mustChangePassword ? setChanging(mine) : goOn(mine))} />
          <Button type="link" block onClick={() => window.location.assign('/')} style={{ marginTop: 8 }}>
            {t(signInWords.someoneElse)}
          </Button>
        </>
      ) : (
        <ChangePasswordForm first onChanged={() => goOn(changing)} />
      )}
    </Modal>
  )
}
