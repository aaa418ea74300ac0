import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { referralWords } from './referral-words.ts'
import { listReferrals } from './schema.ts'

/** Referrals past their day. Undefined: not known yet. */
export function useReferralAttention(projectId: ProjectId): readonly Attention[] | undefined {
  const t = useWords()
  const may = useMay('referrals.read')
  const asked = useAsk(listReferrals, { projectId, overdue: true, limit: 1 }, { when: may })
  if (!may) return []
  if (asked.data === undefined) return asked.error === null ? undefined : []
  const { total } = asked.data
  return total === 0
    ? []
    : [{ key: 'referrals', title: t(referralWords.overdueCount), count: total, unit: unitWords.items, to: '/referrals?overdue=1' }]
}
