import { useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { accountWords } from './accounts-words.ts'
import type { AccountRow } from './schema.ts'

/** Whether an account can be used. */
export function AccountState({ state }: { state: AccountRow['state'] }) {
  const t = useWords()
  return state === 'active' ? <Chip tone="good">{t(accountWords.active)}</Chip> : <Chip>{t(accountWords.disabled)}</Chip>
}
