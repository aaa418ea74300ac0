import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { listFollowUps } from './follow-up-schema.ts'
import { followUpWords } from './follow-up-words.ts'

/** Follow-ups that are late, and dangers for which nothing was arranged. Undefined: not known yet. */
export function useFollowUpAttention(projectId: ProjectId): readonly Attention[] | undefined {
  const t = useWords()
  const may = useMay('clinics.read')
  const asked = useAsk(listFollowUps, { projectId, limit: 1 }, { when: may })
  if (!may) return []
  if (asked.data === undefined) return asked.error === null ? undefined : []
  const { overdue, dueSoon, notArranged } = asked.data
  return [
    ...(overdue === 0
      ? []
      : [
          {
            key: 'follow-ups',
            title: t(followUpWords.attention),
            count: overdue,
            unit: unitWords.items,
            to: '/clinics/follow-ups?show=overdue',
          },
        ]),
    ...(dueSoon === 0
      ? []
      : [
          {
            key: 'follow-ups-soon',
            title: t(followUpWords.attentionSoon),
            count: dueSoon,
            unit: unitWords.items,
            to: '/clinics/follow-ups',
          },
        ]),
    ...(notArranged === 0
      ? []
      : [
          {
            key: 'clinic-dangers',
            title: t(followUpWords.attentionNone),
            count: notArranged,
            unit: unitWords.items,
            to: '/clinics?refer=1',
          },
        ]),
  ]
}
