import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { mergingWords } from './merging-words.ts'
import { listLikelyPairs } from './schema.ts'

/** Files that may be of one person. Undefined: not known yet. */
export function usePairAttention(projectId: ProjectId): readonly Attention[] | undefined {
  const t = useWords()
  const may = useMay('people.merge')
  const asked = useAsk(listLikelyPairs, { projectId, limit: 1 }, { when: may })
  if (!may) return []
  if (asked.data === undefined) return asked.error === null ? undefined : []
  return asked.data.total === 0
    ? []
    : [{ key: 'pairs', title: t(mergingWords.title), count: asked.data.total, unit: unitWords.pairs, to: '/people/duplicates' }]
}
