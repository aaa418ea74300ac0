import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useMine } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Confirm } from '../../web/ui/confirm.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { accountWords } from './accounts-words.ts'
import { firstPasswordBytes, firstPasswordOf } from './first-password-rules.ts'
import type { Given } from './given-password.tsx'
import { RenameAccount } from './rename-account.tsx'
import { changeAccount, type AccountRow } from './schema.ts'

type Doing = 'rename' | 'reset' | 'disable'

/** What an administrator can do with one account. Nobody shuts themselves out. */
export function AccountActions({ account, onGiven }: { account: AccountRow; onGiven: (given: Given) => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const { accountId } = useMine()
  const [doing, setDoing] = useState<Doing>()
  const changing = useDo(changeAccount)
  const { id, displayName: name } = account
  const stop = () => {
    changing.forget()
    setDoing(undefined)
  }
  const say = (words: { zh: string; en: string }) => void message.success(t(words, { name }))

  const reset = () => {
    const password = firstPasswordOf(crypto.getRandomValues(new Uint8Array(firstPasswordBytes)))
    changing.run(
      { id, password },
      {
        onDone: () => {
          stop()
          onGiven({ name, account: account.name, password })
        },
      },
    )
  }
  const setState = (state: AccountRow['state']) =>
    changing.run(
      { id, state },
      {
        onDone: () => {
          stop()
          say(state === 'active' ? accountWords.enabled : accountWords.wasDisabled)
        },
        onFailure: (failure) => {
          if (state === 'active') void message.error(failure.message)
        },
      },
    )

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'reset', label: t(accountWords.reset), disabled: id === accountId, onClick: () => setDoing('reset') },
            { key: 'rename', label: t(accountWords.rename), onClick: () => setDoing('rename') },
            account.state === 'active'
              ? {
                  key: 'disable',
                  danger: true,
                  disabled: id === accountId,
                  label: t(accountWords.disable),
                  onClick: () => setDoing('disable'),
                }
              : { key: 'enable', label: t(accountWords.enable), onClick: () => setState('active') },
          ],
        }}
      >
        <Button size="small" aria-label={t(accountWords.actionsFor, { name })} loading={changing.busy && doing === undefined}>
          {t(uiWords.actions)} <Icon name="down" size={14} />
        </Button>
      </Dropdown>
      <Confirm
        open={doing === 'reset'}
        title={t(accountWords.resetOf, { name })}
        about={t(accountWords.resetAbout)}
        action={t(accountWords.reset)}
        doing={changing}
        onConfirm={reset}
        onClose={stop}
      />
      <Confirm
        open={doing === 'disable'}
        title={t(accountWords.disableOf, { name })}
        about={t(accountWords.disableAbout)}
        action={t(accountWords.disable)}
        danger
        doing={changing}
        onConfirm={() => setState('disabled')}
        onClose={stop}
      />
      <RenameAccount open={doing === 'rename'} account={account} onClose={stop} />
    </>
  )
}
