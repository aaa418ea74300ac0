import { useWords } from '../../web/language/language.tsx'
import { accountWords } from './accounts-words.ts'
import { roleWords } from './role-rules.ts'
import type { Grant } from './schema.ts'

/** The roles of an account, each once, however many projects it is held in. */
export function RoleNames({ grants }: { grants: readonly Grant[] }) {
  const t = useWords()
  const roles = [...new Set(grants.map((grant) => grant.role))]
  if (roles.length === 0) return <span style={{ color: 'var(--ink-faint)' }}>{t(accountWords.noRole)}</span>
  return roles.map((role) => t(roleWords[role])).join(t(accountWords.between))
}
