import { Button, Input, Select } from 'antd'
import { v7 } from 'uuid'
import { useWords } from '../../web/language/language.tsx'
import { measures } from '../measures/measure-list-rules.ts'
import { figuresAsSchema, type Block, type DraftFigure } from './bulletin-schema.ts'
import { keyOf, printFigure } from './bulletin-text-rules.ts'
import { mayLine, mayShare } from './chart-rules.ts'
import { figureGroups } from './figure-group-rules.ts'
import { FigureSelect } from './figure-select.tsx'
import { tokenOf } from './line-text-rules.ts'
import { publishingWords } from './publishing-words.ts'
import style from './bulletin-editor.module.css'

type Figures = Extract<Block, { is: 'figures' }>
type Props = { block: Figures; label: string; at: number; figures: readonly DraftFigure[]; onChange: (block: Block) => void }

/** Figures side by side: how they are drawn, each under a name, added one by one or a whole group at once. */
export function FigureRows({ block, label, at, figures, onChange }: Props) {
  const t = useWords()
  const valueOf = (key: string) => figures.find((one) => keyOf(one.measure, one.scope) === key)?.value ?? null
  const isNatural = { table: true, bars: true, line: mayLine(block.rows), shares: mayShare(block.rows) }
  const rowOf = (figure: DraftFigure, name: string): Figures['rows'][number] => ({ name, figure: tokenOf(figure, 'full', v7) })
  return (
    <>
      <div className={style['rowLine']}>
        <Input
          aria-label={label}
          style={{ flex: '1 1 200px' }}
          value={block.title}
          maxLength={80}
          onChange={(event) => onChange({ ...block, title: event.target.value })}
        />
        <Select
          aria-label={t(publishingWords.drawAs, { n: at + 1 })}
          style={{ width: 120 }}
          value={block.as}
          options={figuresAsSchema.options.map((as) => ({
            value: as,
            label: t(publishingWords[as]),
            disabled: !isNatural[as] && block.as !== as,
          }))}
          onChange={(as) => onChange({ ...block, as })}
        />
      </div>
      {block.rows.map((row, i) => (
        <div key={row.figure.id} className={style['rowLine']}>
          <Input
            aria-label={`${label} ${i + 1}`}
            style={{ flex: '1 1 160px' }}
            value={row.name}
            maxLength={60}
            onChange={(event) =>
              onChange({ ...block, rows: block.rows.map((one) => (one === row ? { ...one, name: event.target.value } : one)) })
            }
          />
          <span>{printFigure(row.figure.measure, valueOf(keyOf(row.figure.measure, row.figure.scope)), row.figure.saying).zh}</span>
          {block.rows.length < 2 ? null : (
            <Button size="small" onClick={() => onChange({ ...block, rows: block.rows.filter((one) => one !== row) })}>
              {t(publishingWords.remove)}
            </Button>
          )}
        </div>
      ))}
      <div className={style['rowLine']}>
        <FigureSelect
          label={t(publishingWords.insertInto, { n: at + 1 })}
          placeholder={t(publishingWords.addRow)}
          figures={figures}
          onPick={(figure) =>
            onChange({
              ...block,
              rows: [
                ...block.rows,
                rowOf(figure, `${measures[figure.measure].name.zh}${figure.at === undefined ? '' : `·${figure.at}`}`),
              ].slice(0, mostRows),
            })
          }
        />
        <Select
          aria-label={t(publishingWords.addGroupTo, { n: at + 1 })}
          placeholder={t(publishingWords.addGroup)}
          showSearch={{ optionFilterProp: 'label' }}
          value={null}
          style={{ marginTop: 6, minWidth: 180, maxWidth: '100%' }}
          options={figureGroups(figures).map(({ key, measure, by }) => ({
            value: key,
            label: t(by === 'month' ? publishingWords.groupByMonth : publishingWords.groupByCommunity, { name: t(measures[measure].name) }),
          }))}
          onChange={(key: string | null) => {
            const group = figureGroups(figures).find((one) => one.key === key)
            if (group === undefined) return
            const added = group.figures.map((figure) => rowOf(figure, figure.at ?? ''))
            // The row that a new block begins with makes room.
            const kept = block.rows.filter((row) => row.name !== '')
            onChange({ ...block, rows: [...kept, ...added].slice(0, mostRows) })
          }}
        />
      </div>
    </>
  )
}

const mostRows = 60
