import { useFormats, useWords } from '../../web/language/language.tsx'
import { figureWords } from './figure-words.ts'
import style from './period-line.module.css'
import { ProgressBar } from './progress-bar.tsx'

/** When a project runs, and how much of that time is over. */
export function PeriodLine({ startsOn, endsOn, elapsed }: { startsOn: string; endsOn: string; elapsed: number }) {
  const t = useWords()
  const { day } = useFormats()
  const over =
    elapsed >= 100
      ? t(figureWords.elapsedFull)
      : elapsed <= 0
        ? t(figureWords.elapsedNone)
        : t(figureWords.elapsedText, { percent: elapsed })
  return (
    <div className={style['period']}>
      <span>{t(figureWords.period, { from: day(startsOn), to: day(endsOn) })}</span>
      <div className={style['bar']}>
        <ProgressBar percent={elapsed} label={`${t(figureWords.elapsed)}: ${over}`} />
      </div>
      <span>{elapsed > 0 && elapsed < 100 ? `${t(figureWords.elapsed)} ${over}` : over}</span>
    </div>
  )
}
