import type { ReactNode } from 'react'
import style from './chip.module.css'

/** calm: nothing to do; good: done, in force; look: worth a look; bad: wrong or stopped; plain: only a name. */
export type Tone = 'plain' | 'calm' | 'good' | 'look' | 'bad'

/** A short name on a ground of its own. The colour only repeats what the text says. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${style['chip']} ${style[tone]}`}>{children}</span>
}
