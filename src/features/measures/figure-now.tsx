import { Link } from 'react-router'
import { useWords } from '../../web/language/language.tsx'
import { membersAddress } from './figure-address.tsx'
import { useFigureText } from './figure-text.tsx'
import { figureWords } from './figure-words.ts'
import { measures } from './measure-list-rules.ts'
import type { ProjectFigures } from './schema.ts'

/** What a measure comes to now, and how much of what the contract asks, beside its target; it opens on its members. */
export function FigureNow({ shown, measure }: { shown: ProjectFigures; measure: string }) {
  const t = useWords()
  const textOf = useFigureText()
  const estimate = shown.estimates.find(({ key }) => key === measure)
  const figure = estimate ?? shown.figures.find(({ key }) => key === measure)
  if (figure === undefined || figure.value === null) return '—'
  const { key, value, target } = figure
  const { name, unit, over } = measures[key]
  const text = estimate === undefined ? textOf(key, value) : t(figureWords.estimate, { n: textOf(key, value) })
  return (
    <>
      {value === 0 || over === 'measures' ? (
        text
      ) : (
        <Link
          to={membersAddress(key)}
          style={{ fontWeight: 600 }}
          aria-label={t(figureWords.openMembersOf, { name: t(name), at: t(unit), value: text })}
        >
          {text}
        </Link>
      )}{' '}
      {t(unit)}
      {target === null || target.percent === null ? null : <div>{t(figureWords.percent, { percent: target.percent })}</div>}
    </>
  )
}
