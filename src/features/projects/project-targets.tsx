import { Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { v7 } from 'uuid'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { ListPart } from './list-part.tsx'
import { projectWords } from './project-words.ts'
import type { ProjectDetail, Target } from './schema.ts'

type Row = { id: string; wording?: string; value?: number; unit?: string; measure?: string | null }

/** What the contract asks, and by which measure it is counted. `measures` are the names of those there are. */
export function ProjectTargets({
  project,
  mayManage,
  measures,
  figure,
}: {
  project: ProjectDetail
  mayManage: boolean
  measures: readonly { value: string; label: string }[]
  /** What stands now of a measure. */
  figure: (measure: string) => ReactNode
}) {
  const t = useWords()
  const { number } = useFormats()
  const nameOf = (key: string | null) => measures.find((measure) => measure.value === key)?.label ?? t(projectWords.notMeasured)
  const columns: Column<Target>[] = [
    { title: projectWords.wording, cell: (row) => row.wording, heads: true },
    { title: projectWords.value, cell: (row) => `${number(row.value)} ${row.unit ?? ''}`, numeric: true },
    { title: projectWords.counted, cell: (row) => (row.measure === null ? '—' : figure(row.measure)), numeric: true },
    { title: projectWords.measure, cell: (row) => nameOf(row.measure) },
  ]
  return (
    <ListPart<Row>
      project={project}
      name="targets"
      title={t(projectWords.targets)}
      mayManage={mayManage}
      rows={project.targets.map(({ id, wording, value, unit, measure }) => ({
        id,
        wording,
        value,
        ...(unit === null ? {} : { unit }),
        ...(measure === null ? {} : { measure }),
      }))}
      fields={[
        {
          name: 'wording',
          label: t(projectWords.wording),
          part: 3,
          rules: [{ required: true, whitespace: true, message: t(uiWords.required) }],
          field: <Input maxLength={120} />,
        },
        {
          name: 'value',
          label: t(projectWords.value),
          rules: [{ required: true, message: t(uiWords.required) }],
          field: <InputNumber min={0} />,
        },
        { name: 'unit', label: t(projectWords.unit), field: <Input maxLength={12} /> },
        {
          name: 'measure',
          label: t(projectWords.measure),
          part: 2,
          field: (
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={[...measures]}
              placeholder={t(projectWords.notMeasured)}
            />
          ),
        },
      ]}
      newRow={() => ({ id: v7() })}
      toInput={(rows) => ({
        targets: rows.map((row) => ({
          id: row.id,
          wording: row.wording ?? '',
          value: row.value ?? 0,
          unit: row.unit?.trim() || null,
          measure: row.measure ?? null,
        })),
      })}
    >
      <RecordTable
        name={t(projectWords.targets)}
        columns={columns}
        rows={project.targets}
        keyOf={(row) => row.id}
        empty={t(projectWords.noTargets)}
      />
    </ListPart>
  )
}
