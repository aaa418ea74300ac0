import { daySchema } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import type { Words } from '../../kernel/words.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { Chip } from '../../web/ui/chip.tsx'
import { goodsWords as w, warningWords } from './goods-words.ts'
import { differenceOf, warningsOf, type LotWarning } from './lot-rules.ts'
import { listLots, type LotRow } from './lot-schema.ts'

type Notice = LotWarning | 'unbalanced'

/** What asks for somebody to look at a lot, as of a day. */
export const noticesOf = (lot: LotRow, asOf: string): readonly Notice[] => [
  ...(lot.stock < 0 || differenceOf(lot, lot.count) !== undefined ? (['unbalanced'] as const) : []),
  ...warningsOf(lot, daySchema.parse(asOf)),
]

const noticeWords: Record<Notice, Words> = { ...warningWords, unbalanced: w.unbalanced }

export function LotState({ lot, asOf }: { lot: LotRow; asOf: string }) {
  const t = useWords()
  const notices = noticesOf(lot, asOf)
  if (notices.length === 0) return <Chip tone={lot.stock === 0 ? 'plain' : 'good'}>{t(lot.stock === 0 ? w.usedUp : w.ready)}</Chip>
  return notices.map((notice) => (
    <Chip key={notice} tone={notice === 'expired' || notice === 'unbalanced' ? 'bad' : 'look'}>
      {t(noticeWords[notice])}
    </Chip>
  ))
}

const attentionWords: Record<Notice, Words> = {
  unbalanced: w.attentionUnbalanced,
  expired: w.attentionExpired,
  expiring: w.attentionExpiring,
  low: w.attentionLow,
}

/** Lots past or near their date, running short, or that do not add up. Undefined: not known yet. */
export function useGoodsAttention(projectId: ProjectId): readonly Attention[] | undefined {
  const t = useWords()
  const may = useMay('goods.read')
  const asked = useAsk(listLots, { projectId }, { when: may })
  if (!may) return []
  if (asked.data === undefined) return asked.error === null ? undefined : []
  const { rows, asOf } = asked.data
  return (['unbalanced', 'expired', 'expiring', 'low'] as const).flatMap((notice) => {
    const its = rows.filter((row) => noticesOf(row, asOf).includes(notice))
    return its.length === 0
      ? []
      : [
          {
            key: `goods-${notice}`,
            title: t(attentionWords[notice]),
            count: its.length,
            unit: unitWords.lots,
            to: '/goods?show=watched',
            details: its.slice(0, 4).map((row) => ({ text: `${row.item} ${row.number}`, to: `/goods/${row.id}` })),
          },
        ]
  })
}
