import { Select } from 'antd'
import { useState } from 'react'
import type { DraftFigure } from './bulletin-schema.ts'
import { keyOf, printFigure } from './bulletin-text-rules.ts'
import { nameOfFigure } from './line-text-rules.ts'

/** Picks one figure by its name. */
export function FigureSelect({
  label,
  placeholder,
  figures,
  onPick,
}: {
  label: string
  placeholder: string
  figures: readonly DraftFigure[]
  onPick: (figure: DraftFigure) => void
}) {
  const [typed, setTyped] = useState('')
  return (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped, searchValue: typed }}
      value={null}
      placeholder={placeholder}
      style={{ marginTop: 6, minWidth: 220, maxWidth: '100%' }}
      options={figures.map((figure) => ({
        value: keyOf(figure.measure, figure.scope),
        label: `${nameOfFigure(figure, 'full')} ${printFigure(figure.measure, figure.value, 'full').zh}`,
      }))}
      onChange={(key: string | null) => {
        const figure = figures.find((one) => keyOf(one.measure, one.scope) === key)
        setTyped('')
        if (figure !== undefined) onPick(figure)
      }}
    />
  )
}
