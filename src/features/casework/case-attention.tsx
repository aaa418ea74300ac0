import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { caseWords } from './case-words.ts'
import { listCases } from './schema.ts'
import { listReviews } from './session-schema.ts'

/** Cases in crisis, records overdue, records to read and records that came back. Undefined: not known yet. */
export function useCaseAttention(projectId: ProjectId): readonly Attention[] | undefined {
  const t = useWords()
  const may = useMay('casework.read')
  const supervises = useMay('casework.supervise')
  const one = { projectId, limit: 1 }
  const crises = useAsk(listCases, { ...one, crisis: true }, { when: may })
  const overdue = useAsk(listCases, { ...one, overdue: true }, { when: may })
  const waiting = useAsk(listReviews, { projectId, review: 'waiting' }, { when: may && supervises })
  const returned = useAsk(listReviews, { projectId, review: 'returned', mine: true }, { when: may })
  if (!may) return []
  const asked = [crises, overdue, returned, ...(supervises ? [waiting] : [])]
  if (asked.some((each) => each.data === undefined && each.error === null)) return undefined
  const items: Attention[] = [
    { key: 'crises', title: t(caseWords.crisisCount), count: crises.data?.total ?? 0, unit: unitWords.cases, to: '/cases?crisis=1' },
    { key: 'returned', title: t(caseWords.returnedCount), count: returned.data?.total ?? 0, unit: unitWords.records, to: '/supervision' },
    { key: 'waiting', title: t(caseWords.waitingCount), count: waiting.data?.total ?? 0, unit: unitWords.records, to: '/supervision' },
    { key: 'records', title: t(caseWords.overdueCount), count: overdue.data?.total ?? 0, unit: unitWords.records, to: '/cases?overdue=1' },
  ]
  return items.filter((item) => item.count > 0)
}
