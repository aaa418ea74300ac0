import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { openProject } from '../projects/schema.ts'
import { attentionWords } from './attention-words.ts'
import { membersAddress } from './figure-address.tsx'
import { measures } from './measure-list-rules.ts'
import { breakDown, type ProjectFigures } from './schema.ts'
import type { Scope } from './scope-schema.ts'
import { isWanting, standingOf } from './standing-rules.ts'

/**
 * Attendances within a scope whose name nobody has resolved; `to` is where somebody who may resolves them. Undefined: not
 * known yet.
 */
export function useNameAttention(projectId: ProjectId, within: Scope, to: string | undefined): readonly Attention[] | undefined {
  const t = useWords()
  const unresolved: Scope = { ...within, certainties: ['unresolved'] }
  const asked = useAsk(breakDown, { projectId, measures: ['direct_times'], by: [], scope: unresolved })
  if (asked.data === undefined) return asked.error === null ? undefined : []
  const count = asked.data.cells[0]?.values[0] ?? 0
  return count === 0
    ? []
    : [
        {
          key: 'names',
          title: t(attentionWords.names),
          count,
          unit: unitWords.attendances,
          to: to ?? membersAddress('direct_times', unresolved),
        },
      ]
}

/** Targets that the time has left behind. */
export function useTargetAttention(shown: ProjectFigures): readonly Attention[] {
  const t = useWords()
  const wanting = [...shown.figures, ...shown.estimates].flatMap(({ key, target }) =>
    target === null || target.percent === null || !isWanting(standingOf(target.percent, shown.elapsedPercent))
      ? []
      : [{ key, percent: target.percent }],
  )
  if (wanting.length === 0) return []
  return [
    {
      key: 'targets',
      title: t(attentionWords.targets),
      count: wanting.length,
      unit: unitWords.items,
      to: '/figures',
      details: wanting.map(({ key, percent }) => ({
        text: t(attentionWords.target, { name: t(measures[key].name), percent }),
        to: membersAddress(key),
      })),
    },
  ]
}

/** What is worth looking at in the project's budget. */
export function useBudgetAttention(projectId: ProjectId): readonly Attention[] | undefined {
  const t = useWords()
  const may = useMay('projects.manage')
  const asked = useAsk(openProject, { id: projectId }, { when: may })
  if (!may) return []
  if (asked.data === undefined) return asked.error === null ? undefined : []
  const { warnings } = asked.data
  if (warnings.length === 0) return []
  const to = '/project?tab=money'
  return [
    {
      key: 'budget',
      title: t(attentionWords.budget),
      count: warnings.length,
      unit: unitWords.items,
      to,
      details: warnings.slice(0, 4).map((warning) => ({ text: t(warning.text), to })),
    },
  ]
}
