import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { membersAddress } from './figure-address.tsx'
import style from './estimate-figures.module.css'
import { figureWords } from './figure-words.ts'
import { useFigureText } from './figure-text.tsx'
import { measures } from './measure-list-rules.ts'
import type { ProjectFigures } from './schema.ts'

type Estimate = ProjectFigures['estimates'][number]

/** Estimates, apart from everything that was counted, each with what it rests on. */
export function EstimateFigures({ estimates }: { estimates: readonly Estimate[] }) {
  const t = useWords()
  const known = estimates.filter((estimate) => estimate.basis.length > 0)
  if (known.length === 0) return null
  return (
    <Panel title={t(figureWords.estimates)}>
      <p className={style['about']}>{t(figureWords.estimatesAbout)}</p>
      {known.map((estimate) => (
        <EstimateFigure key={estimate.key} estimate={estimate} />
      ))}
    </Panel>
  )
}

function EstimateFigure({ estimate: { key, value, target, basis } }: { estimate: Estimate }) {
  const t = useWords()
  const { number } = useFormats()
  const textOf = useFigureText()
  const measure = measures[key]
  const name = t(measure.name)
  return (
    <div className={style['estimate']}>
      <div>
        <h3 className={style['name']}>{name}</h3>
        <p className={style['value']}>
          <Link to={membersAddress(key)} aria-label={`${name}: ${t(figureWords.estimate, { n: textOf(key, value) })}`}>
            {t(figureWords.estimate, { n: textOf(key, value) })}
          </Link>
          <small>{t(measure.unit)}</small>
        </p>
        {target === null ? null : (
          <p className={style['target']}>
            {t(figureWords.target, { n: number(target.value) })}
            {target.percent === null ? '' : ` · ${t(figureWords.percent, { percent: target.percent })}`}
          </p>
        )}
      </div>
      <table className={style['basis']}>
        <caption>{t(figureWords.basis)}</caption>
        <tbody>
          {basis.map((line) => (
            <tr key={line.basis}>
              <th scope="row">{line.basis}</th>
              <td>{number(line.value)}</td>
              <td>{line.method ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
