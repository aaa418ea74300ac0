import { Link } from 'react-router'
import type { Words } from '../../kernel/words.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import style from './breakdown-table.module.css'
import { scopeOfCell } from './cell-scope-rules.ts'
import { membersAddress } from './figure-address.tsx'
import { useFigureText } from './figure-text.tsx'
import { figureWords } from './figure-words.ts'
import { axisWords } from './breakdown-choice.tsx'
import { measures } from './measure-list-rules.ts'
import type { MeasureKey } from './measure-schema.ts'
import type { Cell } from './schema.ts'
import type { Dimension, Scope } from './scope-schema.ts'

export type Axis = { readonly by: Dimension; readonly points: readonly { readonly value: string | null; readonly name: Words }[] }
export type ValueAt = (at: Cell['at'], key: MeasureKey) => number | null

type Shown = { readonly axes: readonly Axis[]; readonly keys: readonly MeasureKey[]; readonly valueAt: ValueAt; readonly scope: Scope }

/** The cells of a breakdown, each opening on its members: measures side by side, or one measure over two dimensions. */
export function BreakdownTable({ name, ...shown }: Shown & { name: Words }) {
  const [rows, columns] = shown.axes
  if (rows === undefined) return null
  if (columns === undefined) return <OneWay {...shown} rows={rows} name={name} />
  return shown.keys.map((key) => <TwoWays key={key} {...shown} of={key} rows={rows} columns={columns} name={name} />)
}

function OneWay({ rows, keys, valueAt, scope, name }: Shown & { rows: Axis; name: Words }) {
  const t = useWords()
  const pointName = usePointName()
  const caption = t(figureWords.table, { names: keys.map((key) => t(measures[key].name)).join(t(figureWords.between)), by: t(name) })
  const line = (at: Cell['at'], title: string) =>
    keys.map((key) => (
      <td key={key}>
        <CellValue at={at} title={title} of={key} value={valueAt(at, key)} scope={scope} />
      </td>
    ))
  return (
    <section className={style['scroll']} aria-label={caption} tabIndex={0} style={{ maxWidth: 340 + keys.length * 200 }}>
      <table className={style['table']}>
        <thead>
          <tr>
            <th scope="col">{t(axisWords[rows.by])}</th>
            {keys.map((key) => (
              <th key={key} scope="col" className={style['heads']}>
                {t(measures[key].name)} <small>{t(measures[key].unit)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className={style['total']}>
            <th scope="row">{t(figureWords.total)}</th>
            {line({}, t(figureWords.total))}
          </tr>
          {rows.points.map((point) => {
            const title = pointName(rows.by, point)
            return (
              <tr key={point.value ?? ''}>
                <th scope="row">{title}</th>
                {line({ [rows.by]: point.value }, title)}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function TwoWays({ rows, columns, of, valueAt, scope, name }: Shown & { rows: Axis; columns: Axis; of: MeasureKey; name: Words }) {
  const t = useWords()
  const pointName = usePointName()
  const measure = measures[of]
  const total = t(figureWords.total)
  const line = (row: Cell['at'], title: string) => (
    <>
      <td className={style['totalColumn']}>
        <CellValue at={row} title={title} of={of} value={valueAt(row, of)} scope={scope} />
      </td>
      {columns.points.map((point) => {
        const at = { ...row, [columns.by]: point.value }
        return (
          <td key={point.value ?? ''}>
            <CellValue at={at} title={`${title} ${pointName(columns.by, point)}`} of={of} value={valueAt(at, of)} scope={scope} />
          </td>
        )
      })}
    </>
  )
  return (
    <section className={style['scroll']} aria-label={t(figureWords.table, { names: t(measure.name), by: t(name) })} tabIndex={0}>
      <table className={style['table']}>
        <caption>{t(figureWords.chart, { name: t(measure.name), unit: t(measure.unit), by: t(name) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t(axisWords[rows.by])}</th>
            <th scope="col" className={style['heads']}>
              {total}
            </th>
            {columns.points.map((point) => (
              <th key={point.value ?? ''} scope="col">
                {pointName(columns.by, point)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className={style['total']}>
            <th scope="row">{total}</th>
            {line({}, total)}
          </tr>
          {rows.points.map((point) => {
            const title = pointName(rows.by, point)
            return (
              <tr key={point.value ?? ''}>
                <th scope="row">{title}</th>
                {line({ [rows.by]: point.value }, title)}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** What a point of an axis is called; months as people write them. */
export function usePointName(): (by: Dimension, point: Axis['points'][number]) => string {
  const t = useWords()
  const { month } = useFormats()
  return (by, point) => (by === 'month' && point.value !== null ? month(point.value) : t(point.name))
}

function CellValue({ at, title, of, value, scope }: { at: Cell['at']; title: string; of: MeasureKey; value: number | null; scope: Scope }) {
  const t = useWords()
  const textOf = useFigureText()
  const text = textOf(of, value)
  const measure = measures[of]
  const within = value === null || value === 0 || measure.over === 'measures' ? undefined : scopeOfCell(scope, at)
  if (within === undefined) return <span className={value === 0 ? style['nought'] : undefined}>{text}</span>
  return (
    <Link to={membersAddress(of, within)} aria-label={t(figureWords.openMembersOf, { name: t(measure.name), at: title, value: text })}>
      {text}
    </Link>
  )
}
