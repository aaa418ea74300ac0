import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { respiteWords } from './respite-words.ts'
import { countRespite } from './schema.ts'

/** Respite that waits to be offered, answered or recorded. Undefined: not known yet. */
export function useRespiteAttention(projectId: ProjectId): readonly Attention[] | undefined {
  const t = useWords()
  const may = useMay('respite.write')
  const asked = useAsk(countRespite, { projectId }, { when: may })
  if (!may) return []
  if (asked.data === undefined) return asked.error === null ? undefined : []
  const items: Attention[] = [
    { key: 'respite.asked', title: t(respiteWords.waiting), count: asked.data.asked, unit: unitWords.items, to: '/respite' },
    { key: 'respite.offered', title: t(respiteWords.waitingAnswer), count: asked.data.offered, unit: unitWords.items, to: '/respite' },
    {
      key: 'respite.unrecorded',
      title: t(respiteWords.waitingRecord),
      count: asked.data.unrecorded,
      unit: unitWords.items,
      to: '/respite',
    },
  ]
  return items.filter((item) => item.count > 0)
}
