import { Button } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { DoorPage } from '../../web/shell/door-page.tsx'
import { useSignOut } from '../../web/shell/sign-out.ts'
import { shellWords } from '../../web/shell/shell-words.ts'
import { ChangePasswordForm } from './change-password-form.tsx'
import { signInWords } from './sign-in-words.ts'

/** Whoever enters with a password that somebody else knows chooses one of their own before anything else. */
export function FirstPasswordPage({ name, onChanged }: { name: string; onChanged: () => void }) {
  const t = useWords()
  const signOut = useSignOut()
  return (
    <DoorPage
      title={t(signInWords.first)}
      about={t(signInWords.firstAbout, { name })}
      corner={
        <Button type="text" onClick={signOut}>
          {t(shellWords.signOut)}
        </Button>
      }
    >
      <ChangePasswordForm first onChanged={onChanged} />
    </DoorPage>
  )
}
