import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { membersAddress } from '../measures/figure-address.tsx'
import { StandingChip } from '../measures/figure-card.tsx'
import { useFigureText } from '../measures/figure-text.tsx'
import { measures } from '../measures/measure-list-rules.ts'
import { standingOf } from '../measures/standing-rules.ts'
import type { Readiness } from './pack-schema.ts'
import { pageWords } from './page-words.ts'

type Target = Readiness['targets'][number]

/** What the contract asks and what is done, each figure open on what it was counted from. */
export function AcceptanceTargets({ readiness }: { readiness: Readiness }) {
  const t = useWords()
  const { number } = useFormats()
  const textOf = useFigureText()
  const doneOf = (target: Target) => {
    if (target.measure === null || target.value === null) return '—'
    const text = textOf(target.measure, target.value)
    const value = `${text}${target.unit}`
    return measures[target.measure].over === 'measures' || target.value === 0 ? (
      value
    ) : (
      <Link to={membersAddress(target.measure, readiness.scope)} aria-label={t(pageWords.members, { name: target.wording, value })}>
        {value}
      </Link>
    )
  }
  const columns: Column<Target>[] = [
    { title: pageWords.target, cell: (target) => target.wording, heads: true },
    { title: pageWords.asked, cell: (target) => `${number(target.asked)}${target.unit}`, numeric: true, whole: true },
    { title: pageWords.done, cell: doneOf, numeric: true, whole: true },
    {
      title: pageWords.standing,
      whole: true,
      cell: (target) =>
        target.percent === null ? (
          '—'
        ) : (
          <>
            {t(pageWords.percent, { percent: number(target.percent) })}{' '}
            <StandingChip standing={standingOf(target.percent, readiness.elapsedPercent)} />
          </>
        ),
    },
    { title: pageWords.rule, cell: (target) => t(target.rule ?? pageWords.unmeasured) },
  ]
  return (
    <Panel title={t(pageWords.targets)}>
      <RecordTable
        name={t(pageWords.targets)}
        columns={columns}
        rows={readiness.targets}
        keyOf={(target) => target.wording}
        empty={t(pageWords.targetsNone)}
      />
    </Panel>
  )
}

/** What an evaluator will ask about, and where it is put right. */
export function AcceptanceExceptions({ readiness }: { readiness: Readiness }) {
  const t = useWords()
  return (
    <Panel title={t(pageWords.exceptions)}>
      <Entries
        rows={readiness.exceptions}
        keyOf={(one) => one.code}
        empty={t(pageWords.exceptionsNone)}
        head={(one) => t(one.text)}
        acts={(one) => (one.address === null ? null : <Link to={one.address}>{t(pageWords.goThere)}</Link>)}
      />
    </Panel>
  )
}
