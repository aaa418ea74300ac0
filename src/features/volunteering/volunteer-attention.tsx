import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { showDue } from './shift-schema.ts'
import { shiftWords } from './shift-words.ts'

/** Hours that wait for a confirmation, those over ten working days, corrections asked for, vetting that runs out. */
export function useVolunteerAttention(projectId: ProjectId): readonly Attention[] | undefined {
  const t = useWords()
  const may = useMay('volunteering.confirm')
  const asked = useAsk(showDue, { projectId }, { when: may })
  if (!may) return []
  if (asked.data === undefined) return asked.error === null ? undefined : []
  const { toConfirm, late, queries, vettingSoon } = asked.data
  const items: Attention[] = []
  if (toConfirm > 0)
    items.push({
      key: 'volunteer-hours',
      title: t(shiftWords.toConfirmAttention),
      count: toConfirm,
      unit: unitWords.shifts,
      to: '/volunteers?tab=hours',
      details: late === 0 ? [] : [{ text: t(shiftWords.lateAttention), count: late, to: '/volunteers?tab=hours&late=1' }],
    })
  if (queries > 0)
    items.push({
      key: 'volunteer-queries',
      title: t(shiftWords.queryAttention),
      count: queries,
      unit: unitWords.items,
      to: '/volunteers?tab=queries',
    })
  if (vettingSoon > 0)
    items.push({
      key: 'volunteer-vetting',
      title: t(shiftWords.vettingAttention),
      count: vettingSoon,
      unit: unitWords.persons,
      to: '/volunteers?lacking=1',
    })
  return items
}
