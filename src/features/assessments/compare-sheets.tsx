import { Select } from 'antd'
import { useState } from 'react'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { assessmentWords, phaseWords } from './assessment-words.ts'
import style from './results.module.css'
import type { Scale, ScaleItem } from './scale-schema.ts'
import type { Assessment } from './schema.ts'
import { changesBetween, type ItemChange } from './scoring-rules.ts'

type Sheet = Assessment & { answers: NonNullable<Assessment['answers']> }

/** What is not the same on two occasions, question by question. Nothing where there are fewer than two sheets. */
export function CompareSheets({ scale, rows }: { scale: Scale; rows: readonly Assessment[] }) {
  const t = useWords()
  const { day } = useFormats()
  const sheets = rows.filter((row): row is Sheet => row.answers !== null && row.withdrawn === null)
  const [chosen, setChosen] = useState<{ from?: string; to?: string }>({})
  const to = sheets.find((sheet) => sheet.id === chosen.to) ?? sheets[0]
  const from = sheets.find((sheet) => sheet.id === chosen.from) ?? sheets.at(-1)
  if (sheets.length < 2 || to === undefined || from === undefined) return null
  const options = sheets.map((sheet) => ({
    value: sheet.id,
    label: `${sheet.day === null ? t(assessmentWords.undated) : day(sheet.day)} · ${t(phaseWords[sheet.phase])}`,
  }))
  const picker = (id: string, label: string, value: string, onChange: (value: string) => void) => (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} options={options} onChange={onChange} popupMatchSelectWidth={false} />
    </div>
  )
  const changes = changesBetween(scale, from.answers, to.answers)
  return (
    <div className={style['compare']}>
      <h3>{t(assessmentWords.compare)}</h3>
      <div className={style['pick']}>
        {picker(`from-${scale.code}`, t(assessmentWords.compareFrom), from.id, (value) => setChosen({ ...chosen, from: value }))}
        {picker(`to-${scale.code}`, t(assessmentWords.compareTo), to.id, (value) => setChosen({ ...chosen, to: value }))}
      </div>
      <RecordTable<ItemChange>
        name={t(assessmentWords.compare)}
        rows={changes}
        keyOf={(change) => change.item.key}
        empty={t(assessmentWords.sameAll)}
        columns={[
          { title: assessmentWords.question, heads: true, cell: ({ item }) => t(item.words) },
          { title: assessmentWords.compareFrom, cell: ({ item, from: key }) => <OptionText item={item} option={key} /> },
          { title: assessmentWords.compareTo, cell: ({ item, to: key }) => <OptionText item={item} option={key} /> },
          { title: assessmentWords.change, cell: (change) => <Change scale={scale} change={change} /> },
        ]}
      />
    </div>
  )
}

function OptionText({ item, option }: { item: ScaleItem; option: string | undefined }) {
  const t = useWords()
  const words = item.options.find((each) => each.key === option)?.words
  return words === undefined ? t(assessmentWords.unanswered) : t(words)
}

function Change({ scale, change }: { scale: Scale; change: ItemChange }) {
  const t = useWords()
  if (change.item.beside === true || change.by === null || change.by === 0) return <Chip>{t(assessmentWords.otherwise)}</Chip>
  const isBetter = change.by < 0 === (scale.better === 'lower')
  return <Chip tone={isBetter ? 'good' : 'look'}>{t(isBetter ? assessmentWords.better : assessmentWords.worse)}</Chip>
}
