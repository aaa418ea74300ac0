import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { useMine } from '../client/mine.ts'
import { useWords } from '../language/language.tsx'
import { Icon } from '../ui/icon.tsx'
import { useNarrow } from '../ui/narrow.ts'
import { shellWords } from './shell-words.ts'
import { useSignOut } from './sign-out.ts'

/** Whoever works here, their account and the way out. */
export function AccountMenu() {
  const t = useWords()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { displayName } = useMine()
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          { key: 'me', icon: <Icon name="person" />, label: t(shellWords.me), onClick: () => void navigate('/me') },
          {
            key: 'password',
            icon: <Icon name="lock" />,
            label: t(shellWords.changePassword),
            onClick: () => void navigate('/me#password'),
          },
          { type: 'divider' },
          { key: 'out', icon: <Icon name="signOut" />, label: t(shellWords.signOut), onClick: signOut },
        ],
      }}
    >
      <Button type="text" icon={<Icon name="person" size={20} />} aria-label={t(shellWords.accountMenu, { name: displayName })}>
        {narrow ? null : displayName}
      </Button>
    </Dropdown>
  )
}
