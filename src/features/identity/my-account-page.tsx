import { App } from 'antd'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useMine } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { accountWords } from './accounts-words.ts'
import { ChangePasswordForm } from './change-password-form.tsx'
import { myAccountWords } from './my-account-words.ts'
import { RoleNames } from './role-names.tsx'
import { signInWords } from './sign-in-words.ts'

/** One's own account. */
export function MyAccountPage() {
  const t = useWords()
  const { message } = App.useApp()
  const me = useMine()
  const { hash } = useLocation()
  const password = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (hash === '#password') password.current?.querySelector('input')?.focus()
  }, [hash])
  return (
    <Page title={t(myAccountWords.title)}>
      <Panel title={t(myAccountWords.who)}>
        <Facts
          facts={[
            [accountWords.displayName, me.displayName],
            [accountWords.name, me.name],
            [myAccountWords.tenant, me.tenant],
            [accountWords.roles, <RoleNames key="roles" grants={me.grants} />],
            [myAccountWords.names, t(me.seesNames ? myAccountWords.namesWhole : myAccountWords.namesMasked)],
          ]}
        />
      </Panel>
      <Panel title={t(myAccountWords.password)}>
        <div ref={password} style={{ maxWidth: 380 }}>
          <ChangePasswordForm onChanged={() => void message.success(t(signInWords.changed))} />
        </div>
      </Panel>
    </Page>
  )
}
