import { Segmented, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import style from './breakdown-chart.module.css'
import { breakdownWords } from './breakdown-choice.tsx'
import { extremesOf } from './breakdown-rules.ts'
import { usePointName, type Axis, type ValueAt } from './breakdown-table.tsx'
import { scopeOfCell } from './cell-scope-rules.ts'
import { membersAddress } from './figure-address.tsx'
import { useFigureText } from './figure-text.tsx'
import { figureWords } from './figure-words.ts'
import { measures } from './measure-list-rules.ts'
import type { MeasureKey } from './measure-schema.ts'
import type { Scope } from './scope-schema.ts'

const DrawnChart = lazy(async () => ({ default: (await import('./drawn-chart.tsx')).DrawnChart }))

/** One measure as bars, or over the months as a line; what the picture shows is also said in a sentence. */
export function BreakdownChart({
  axes,
  keys,
  valueAt,
  scope,
}: {
  axes: readonly Axis[]
  keys: readonly MeasureKey[]
  valueAt: ValueAt
  scope: Scope
}) {
  const t = useWords()
  const navigate = useNavigate()
  const pointName = usePointName()
  const textOf = useFigureText()
  const [picked, setPicked] = useState<MeasureKey>()
  const key = picked !== undefined && keys.includes(picked) ? picked : keys[0]
  const [axis] = axes
  if (axis === undefined || key === undefined) return null
  const measure = measures[key]
  const points = axis.points.map((point) => {
    const value = valueAt({ [axis.by]: point.value }, key)
    return { at: point.value, name: pointName(axis.by, point), value, text: textOf(key, value) }
  })
  const extremes = extremesOf(points)
  const open = (index: number) => {
    const point = points[index]
    const within = point === undefined || measure.over === 'measures' ? undefined : scopeOfCell(scope, { [axis.by]: point.at })
    if (within !== undefined) void navigate(membersAddress(key, within))
  }
  return (
    <Panel>
      {keys.length < 2 ? null : (
        <div className={style['choice']}>
          <Segmented<MeasureKey>
            aria-label={t(figureWords.chartOf)}
            value={key}
            onChange={setPicked}
            options={keys.map((each) => ({ value: each, label: t(measures[each].name) }))}
          />
        </div>
      )}
      <figure className={style['figure']}>
        <figcaption>
          <b>{t(figureWords.chart, { name: t(measure.name), unit: t(measure.unit), by: t(breakdownWords([axis.by])) })}</b>
          <span>
            {extremes === undefined
              ? t(figureWords.noCells)
              : t(figureWords.chartText, {
                  most: extremes.most.name,
                  mostValue: extremes.most.text,
                  least: extremes.least.name,
                  leastValue: extremes.least.text,
                })}
          </span>
        </figcaption>
        <div aria-hidden="true">
          <Suspense fallback={<Skeleton active title={false} />}>
            <DrawnChart line={axis.by === 'month'} points={points} onOpen={open} />
          </Suspense>
        </div>
      </figure>
    </Panel>
  )
}
