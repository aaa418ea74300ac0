import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { Words } from '../../kernel/words.ts'
import { useWords } from '../../web/language/language.tsx'
import { measures } from '../measures/measure-list-rules.ts'
import type { Block, DraftFigure, Inline } from './bulletin-schema.ts'
import { keyOf, printFigure } from './bulletin-text-rules.ts'
import { PictureFields } from './picture-fields.tsx'
import { fromTyped, nameOfFigure, toTyped, tokenOf } from './line-text-rules.ts'
import { publishingWords } from './publishing-words.ts'
import style from './bulletin-editor.module.css'

export const blockName = (block: Block): Words => {
  switch (block.is) {
    case 'heading':
      return publishingWords.heading
    case 'paragraph':
      return publishingWords.paragraph
    case 'list':
      return publishingWords.listBlock
    case 'quote':
      return publishingWords.quote
    case 'picture':
      return publishingWords.photo
    case 'figures':
      return block.as === 'bars' ? publishingWords.bars : publishingWords.table
  }
}

type Fields<B> = { block: B; at: number; figures: readonly DraftFigure[]; onChange: (block: Block) => void }

/** The fields of one block. */
export function BlockFields({ block, ...rest }: Fields<Block>) {
  const t = useWords()
  const label = t(publishingWords.blockAt, { n: rest.at + 1, kind: t(blockName(block)) })
  switch (block.is) {
    case 'heading':
      return (
        <Input
          aria-label={label}
          value={block.text}
          maxLength={80}
          onChange={(event) => rest.onChange({ ...block, text: event.target.value })}
        />
      )
    case 'paragraph':
      return <LineField label={label} lines={[block.line]} {...rest} onLines={([line = []]) => rest.onChange({ ...block, line })} />
    case 'list':
      return <LineField label={label} lines={block.items} {...rest} onLines={(items) => rest.onChange({ ...block, items })} />
    case 'quote':
      return (
        <>
          <LineField label={label} lines={[block.line]} {...rest} onLines={([line = []]) => rest.onChange({ ...block, line })} />
          <Input
            aria-label={t(publishingWords.quoteBy)}
            placeholder={t(publishingWords.quoteBy)}
            value={block.by}
            maxLength={60}
            onChange={(event) => rest.onChange({ ...block, by: event.target.value })}
          />
        </>
      )
    case 'picture':
      return <PictureFields block={block} label={label} onChange={rest.onChange} />
    case 'figures':
      return <FigureRows block={block} {...rest} />
  }
}

/** Lines of text with figures by name between 【】. What is being typed is kept as typed while the field has the focus. */
function LineField({
  label,
  at,
  lines,
  figures,
  onLines,
}: {
  label: string
  at: number
  lines: readonly Inline[][]
  figures: readonly DraftFigure[]
  onLines: (lines: Inline[][]) => void
}) {
  const t = useWords()
  const text = lines.map((line) => toTyped(line, figures)).join('\n')
  const isOne = lines.length === 1
  const change = (typed: string) => {
    const rows = typed.split('\n')
    onLines(rows.map((row, i) => fromTyped(row, figures, lines[i] ?? [], v7)))
  }
  return (
    <>
      <Input.TextArea
        aria-label={label}
        autoSize={{ minRows: isOne ? 2 : 3 }}
        value={text}
        maxLength={4000}
        onChange={(event) => change(event.target.value)}
      />
      <FigureSelect
        label={t(publishingWords.insertInto, { n: at + 1 })}
        placeholder={t(publishingWords.insert)}
        figures={figures}
        onPick={(figure) => change(`${text}【${nameOfFigure(figure, 'full')}】`)}
      />
    </>
  )
}

function FigureSelect({
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

function FigureRows({ block, at, figures, onChange }: Fields<Extract<Block, { is: 'figures' }>>) {
  const t = useWords()
  const label = t(publishingWords.blockAt, { n: at + 1, kind: t(blockName(block)) })
  const valueOf = (key: string) => figures.find((one) => keyOf(one.measure, one.scope) === key)?.value ?? null
  return (
    <>
      <Input
        aria-label={label}
        value={block.title}
        maxLength={80}
        onChange={(event) => onChange({ ...block, title: event.target.value })}
      />
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
      <FigureSelect
        label={t(publishingWords.insertInto, { n: at + 1 })}
        placeholder={t(publishingWords.addRow)}
        figures={figures}
        onPick={(figure) =>
          onChange({
            ...block,
            rows: [
              ...block.rows,
              {
                name: `${measures[figure.measure].name.zh}${figure.at === undefined ? '' : `·${figure.at}`}`,
                figure: tokenOf(figure, 'full', v7),
              },
            ],
          })
        }
      />
    </>
  )
}
