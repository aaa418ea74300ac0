import { useWords } from '../../web/language/language.tsx'
import style from './linkage.module.css'
import { reasonWords, timeText, type Reason } from './reason-rules.ts'

/** Why somebody is proposed, the weightiest first. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useWords()
  return (
    <ul className={style['reasons']}>
      {reasons.map((reason) => (
        <li key={reason.name}>{t(reasonWords[reason.name], { term: reason.term ?? '', n: reason.n ?? 0, time: timeText(t, reason) })}</li>
      ))}
    </ul>
  )
}
