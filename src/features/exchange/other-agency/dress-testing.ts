import type { Chance } from './chance-testing.ts'
import type { Dress } from './page-testing.ts'
import { wide } from './pen-testing.ts'

const heads: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => (text.length === 2 ? `${text.slice(0, 1)}  ${text.slice(1)}` : text),
  (text) => `*${text}`,
  (text) => `${text}（必填）`,
  (text) => (text.length > 4 ? `${text.slice(0, 2)}\n${text.slice(2)}` : text),
  (text) => ` ${text} `,
  (text) => wide(text),
]

/** One way of dressing tables. */
export function dressOf(chance: Chance): Dress {
  const head = chance.pick(heads)
  const cells = chance.pick(['plain', 'spaces', 'wide', 'texts'] as const)
  const shuffles = chance.likely(0.6)
  const extra = chance.likely(0.5)
  const order = chance.apart('order')
  return {
    head,
    cell: (written) => {
      if (typeof written === 'number' && cells === 'texts') return String(written)
      if (typeof written !== 'string') return written
      return cells === 'spaces' ? `${written} ` : cells === 'wide' ? wide(written) : written
    },
    order: (parts) => (shuffles ? order.shuffle(parts) : [...parts]),
    extra: extra
      ? [
          { head: '照片', of: () => undefined },
          { head: '归档情况', of: () => chance.pick(['已归档', undefined]) },
        ]
      : [],
  }
}
