import { Link } from 'react-router'
import type { Words } from '../../kernel/words.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import type { Chosen } from './chosen-rules.ts'
import { EstimateFigures } from './estimate-figures.tsx'
import { figuresAddress, membersAddress } from './figure-address.tsx'
import { StandingChip } from './figure-card.tsx'
import style from './figure-list.module.css'
import { useFigureText } from './figure-text.tsx'
import { figureWords } from './figure-words.ts'
import { measures } from './measure-list-rules.ts'
import { sectionSchema, sectionWords } from './measure-schema.ts'
import type { Figure, ProjectFigures } from './schema.ts'
import { dimensionsOf } from './scope-rules.ts'
import type { Dimension, Scope } from './scope-schema.ts'
import { standingOf } from './standing-rules.ts'

/** Figures by heading, each with the rule it is counted by, its target, and the ways to look closer. */
export function FigureList({ shown, chosen }: { shown: ProjectFigures; chosen: Chosen }) {
  const t = useWords()
  const wanted = (figure: { key: Figure['key'] }) => chosen.measures.length === 0 || chosen.measures.includes(figure.key)
  const figures = shown.figures.filter(wanted)
  const columns = useColumns(chosen.scope, shown.elapsedPercent)
  const sections = sectionSchema.options.filter((section) => figures.some((figure) => measures[figure.key].section === section))
  return (
    <>
      {sections.length < 4 ? null : (
        <nav className={style['sections']} aria-label={t(figureWords.measures)}>
          {sections.map((section) => (
            <a key={section} href={`#${section}`}>
              {t(sectionWords[section])}
            </a>
          ))}
        </nav>
      )}
      {sections.map((section) => (
        <div key={section} id={section}>
          <Panel title={t(sectionWords[section])}>
            <RecordTable
              name={t(figureWords.listOf, { section: t(sectionWords[section]) })}
              columns={columns}
              rows={figures.filter((figure) => measures[figure.key].section === section)}
              keyOf={(figure) => figure.key}
            />
          </Panel>
        </div>
      ))}
      <EstimateFigures estimates={shown.estimates.filter(wanted)} />
    </>
  )
}

function useColumns(scope: Scope, elapsed: number): Column<Figure>[] {
  const { number } = useFormats()
  return [
    { title: figureWords.name, cell: (figure) => <NameAndRule figure={figure} />, heads: true },
    { title: figureWords.value, cell: (figure) => <Value figure={figure} scope={scope} />, numeric: true },
    {
      title: figureWords.targetColumn,
      cell: ({ target }) => <span className={style['target']}>{target === null ? '—' : number(target.value)}</span>,
      numeric: true,
    },
    {
      title: figureWords.percentColumn,
      cell: ({ target }) => (
        <span className={style['percent']}>
          {target === null || target.percent === null ? (
            '—'
          ) : (
            <>
              {target.percent}% <StandingChip standing={standingOf(target.percent, elapsed)} />
            </>
          )}
        </span>
      ),
      whole: true,
    },
    { title: figureWords.breakdown, cell: (figure) => <Breakdowns figure={figure} scope={scope} />, whole: true },
  ]
}

function NameAndRule({ figure }: { figure: Figure }) {
  const t = useWords()
  const measure = measures[figure.key]
  return (
    <div className={style['name']}>
      <b>{t(measure.name)}</b>
      <p className={style['rule']} title={t(figureWords.version, { version: figure.version })}>
        {t(measure.rule)}
      </p>
    </div>
  )
}

function Value({ figure: { key, value }, scope }: { figure: Figure; scope: Scope }) {
  const t = useWords()
  const textOf = useFigureText()
  const measure = measures[key]
  if (value === null) return <span className={style['faint']}>{t(figureWords.notCounted)}</span>
  const number = textOf(key, value)
  return (
    <span className={style['value']}>
      {measure.over === 'measures' || value === 0 ? (
        <b>{number}</b>
      ) : (
        <Link
          to={membersAddress(key, scope)}
          aria-label={t(figureWords.openMembersOf, { name: t(measure.name), at: t(measure.unit), value: number })}
        >
          {number}
        </Link>
      )}{' '}
      {t(measure.unit)}
    </span>
  )
}

const offered: readonly (readonly [Dimension, Words])[] = [
  ['community', figureWords.byCommunity],
  ['month', figureWords.byMonth],
  ['kind', figureWords.byKind],
]

function Breakdowns({ figure: { key, value }, scope }: { figure: Figure; scope: Scope }) {
  const t = useWords()
  const dimensions = dimensionsOf(measures[key])
  const ways = value === null || value === 0 ? [] : offered.filter(([dimension]) => dimensions.includes(dimension))
  return (
    <span className={style['ways']}>
      {ways.map(([dimension, words]) => (
        <Link
          key={dimension}
          to={figuresAddress({ measures: [key], by: [dimension], scope })}
          aria-label={`${t(measures[key].name)} ${t(words)}`}
        >
          {t(words)}
        </Link>
      ))}
    </span>
  )
}
