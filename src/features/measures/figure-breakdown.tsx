import { Alert } from 'antd'
import { useAsk } from '../../web/client/calls.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { addsUp } from './adding-rules.ts'
import { BreakdownChart } from './breakdown-chart.tsx'
import { breakdownWords } from './breakdown-choice.tsx'
import { cellsOf } from './breakdown-rules.ts'
import { BreakdownTable } from './breakdown-table.tsx'
import type { Chosen } from './chosen-rules.ts'
import style from './figure-breakdown.module.css'
import { figureWords } from './figure-words.ts'
import { measures } from './measure-list-rules.ts'
import type { MeasureKey } from './measure-schema.ts'
import { breakDown } from './schema.ts'

const usual: readonly MeasureKey[] = ['direct_persons']

/** Measures by community, month or another dimension: a chart, and the table that it is drawn from. */
export function FigureBreakdown({ project, chosen }: { project: ListedProject; chosen: Chosen }) {
  const keys = chosen.measures.length === 0 ? usual : chosen.measures
  const asked = useAsk(
    breakDown,
    { projectId: project.id, measures: [...keys], by: [...chosen.by], totals: true, scope: chosen.scope },
    { keepFormer: true },
  )
  return (
    <AskedState asked={asked}>
      {({ axes, cells, uncounted }) => {
        // While newer cells are on their way those on the screen still answer the former question.
        const by = axes.map((axis) => axis.by)
        const counted = keys.filter((key) => !uncounted.includes(key))
        const valueAt = cellsOf(cells, keys, by)
        return (
          <div className={asked.isPlaceholderData ? style['stale'] : undefined}>
            <Uncounted keys={uncounted} />
            {counted.length === 0 ? null : (
              <>
                {by.length === 1 ? <BreakdownChart axes={axes} keys={counted} valueAt={valueAt} scope={chosen.scope} /> : null}
                <Panel>
                  <Rules keys={counted} />
                  <BreakdownTable name={breakdownWords(by)} axes={axes} keys={counted} valueAt={valueAt} scope={chosen.scope} />
                  <Adding keys={counted} />
                </Panel>
              </>
            )}
          </div>
        )
      }}
    </AskedState>
  )
}

function Uncounted({ keys }: { keys: readonly MeasureKey[] }) {
  const t = useWords()
  if (keys.length === 0) return null
  const names = keys.map((key) => t(measures[key].name)).join(t(figureWords.between))
  return <Alert type="info" showIcon title={t(figureWords.uncounted, { names })} className={style['note'] ?? ''} />
}

/** The rule of each measure, in words, where its figures are read. */
function Rules({ keys }: { keys: readonly MeasureKey[] }) {
  const t = useWords()
  return (
    <dl className={style['rules']}>
      {keys.map((key) => (
        <div key={key}>
          <dt>
            {t(measures[key].name)} <small>{t(measures[key].unit)}</small>
          </dt>
          <dd>{t(measures[key].rule)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Said where somebody would add: what is counted once cannot be added. */
function Adding({ keys }: { keys: readonly MeasureKey[] }) {
  const t = useWords()
  const once = keys.filter((key) => !addsUp(measures[key]))
  return (
    <p className={style['adding']}>
      {once.length === 0
        ? t(figureWords.added)
        : t(figureWords.notAdded, { names: once.map((key) => t(measures[key].name)).join(t(figureWords.between)) })}
    </p>
  )
}
