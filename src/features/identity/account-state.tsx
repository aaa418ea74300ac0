import { Tag } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { accountWords } from './accounts-words.ts'
import type { AccountRow } from './schema.ts'

/** Whether an account can be used. */
export function AccountState({ state }: { state: AccountRow['state'] }) {
  const t = useWords()
  return state === 'active' ? <Tag color="green">{t(accountWords.active)}</Tag> : <Tag>{t(accountWords.disabled)}</Tag>
}
