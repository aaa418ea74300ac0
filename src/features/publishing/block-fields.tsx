import { Input } from 'antd'
import { v7 } from 'uuid'
import type { Words } from '../../kernel/words.ts'
import { useWords } from '../../web/language/language.tsx'
import type { Block, DraftFigure, Inline } from './bulletin-schema.ts'
import { FigureRows } from './figure-rows.tsx'
import { FigureSelect } from './figure-select.tsx'
import { PictureFields } from './picture-fields.tsx'
import { fromTyped, nameOfFigure, toTyped } from './line-text-rules.ts'
import { publishingWords } from './publishing-words.ts'

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
      return publishingWords[block.as]
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
      return <FigureRows block={block} label={label} {...rest} />
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
