import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { membersAddress, wholeProject } from './figure-address.tsx'
import style from './figure-card.module.css'
import { useFigureText } from './figure-text.tsx'
import { figureWords } from './figure-words.ts'
import { measures } from './measure-list-rules.ts'
import { ProgressBar } from './progress-bar.tsx'
import type { Figure } from './schema.ts'
import type { Scope } from './scope-schema.ts'
import { isWanting, standingOf, type Standing } from './standing-rules.ts'

/** Figures one beside the other, each as large as what it says. */
export function FigureCards({ figures, elapsed, scope = wholeProject }: { figures: readonly Figure[]; elapsed: number; scope?: Scope }) {
  return (
    <ul className={style['cards']}>
      {figures.map((figure) => (
        <li key={figure.key} className={style['card']}>
          <FigureCard figure={figure} elapsed={elapsed} scope={scope} />
        </li>
      ))}
    </ul>
  )
}

function FigureCard({ figure: { key, value, target }, elapsed, scope }: { figure: Figure; elapsed: number; scope: Scope }) {
  const t = useWords()
  const { number } = useFormats()
  const textOf = useFigureText()
  const measure = measures[key]
  const name = t(measure.name)
  const text = textOf(key, value)
  const percent = target?.percent ?? null
  const standing = percent === null ? undefined : standingOf(percent, elapsed)
  return (
    <>
      <h3 className={style['name']}>{name}</h3>
      <div className={style['row']}>
        <p className={style['value']}>
          {value === null || value === 0 || measure.over === 'measures' ? (
            text
          ) : (
            <Link to={membersAddress(key, scope)} aria-label={t(figureWords.openMembersOf, { name, at: t(measure.unit), value: text })}>
              {text}
            </Link>
          )}
          <small>{t(measure.unit)}</small>
        </p>
        {standing === undefined ? null : <StandingChip standing={standing} />}
      </div>
      {target === null || percent === null || standing === undefined ? null : (
        <>
          <p className={style['against']}>
            <span>{t(figureWords.target, { n: number(target.value) })}</span>
            <span>{t(figureWords.percent, { percent })}</span>
          </p>
          <ProgressBar percent={percent} mark={elapsed} wanting={isWanting(standing)} label={t(figureWords.bar, { percent, elapsed })} />
        </>
      )}
    </>
  )
}

const tones: Record<Standing['is'], Tone> = { met: 'good', onTime: 'calm', behind: 'look', missed: 'bad' }

/** How a figure stands, in words; the colour only repeats them. */
export function StandingChip({ standing }: { standing: Standing }) {
  const t = useWords()
  return <Chip tone={tones[standing.is]}>{t(figureWords[standing.is], standing.is === 'behind' ? { points: standing.points } : {})}</Chip>
}
