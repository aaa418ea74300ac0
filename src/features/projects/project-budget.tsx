import { Input, InputNumber } from 'antd'
import { v7 } from 'uuid'
import { toFen } from '../../kernel/money.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Bar } from '../../web/ui/bar.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { ListPart } from './list-part.tsx'
import { projectWords } from './project-words.ts'
import type { ProjectDetail } from './schema.ts'

type Line = ProjectDetail['budget'][number]
type Row = { id: string; name?: string; amountYuan?: number; capPercent?: number | null }

/** Each budget line with what is spent of it. Money is added up: unlike persons, it can be. */
export function ProjectBudget({ project, mayManage }: { project: ProjectDetail; mayManage: boolean }) {
  const t = useWords()
  const { money, share } = useFormats()
  const total: Line = {
    id: 'total',
    name: t(projectWords.sum),
    amountFen: project.budget.reduce((sum, line) => sum + line.amountFen, 0),
    spentFen: project.budget.reduce((sum, line) => sum + line.spentFen, 0),
    capPercent: null,
  }
  const shareOf = (line: Line) => (line.amountFen === 0 ? 0 : line.spentFen / line.amountFen)
  const columns: Column<Line>[] = [
    {
      title: projectWords.budgetLine,
      heads: true,
      cell: (line) => (
        <>
          {line.id === 'total' ? <b>{line.name}</b> : line.name}{' '}
          {line.capPercent === null ? null : <Chip>{t(projectWords.capOf, { n: line.capPercent })}</Chip>}
        </>
      ),
    },
    { title: projectWords.amount, cell: (line) => money(line.amountFen), numeric: true },
    { title: projectWords.spent, cell: (line) => money(line.spentFen), numeric: true },
    {
      title: projectWords.left,
      numeric: true,
      cell: (line) => (
        <>
          {line.spentFen > line.amountFen ? <Chip tone="bad">{t(projectWords.overspent)}</Chip> : null}{' '}
          {money(line.amountFen - line.spentFen)}
        </>
      ),
    },
    {
      title: projectWords.progress,
      cell: (line) => (
        <Bar
          share={shareOf(line)}
          over={line.spentFen > line.amountFen}
          label={t(projectWords.spentShare, { line: line.name, share: share(shareOf(line)) })}
        />
      ),
    },
  ]
  return (
    <ListPart<Row>
      project={project}
      name="budget"
      title={t(projectWords.budget)}
      mayManage={mayManage}
      rows={project.budget.map((line) => ({
        id: line.id,
        name: line.name,
        amountYuan: line.amountFen / 100,
        ...(line.capPercent === null ? {} : { capPercent: line.capPercent }),
      }))}
      fields={[
        {
          name: 'name',
          label: t(projectWords.budgetLine),
          part: 3,
          rules: [{ required: true, whitespace: true, message: t(uiWords.required) }],
          field: <Input maxLength={120} />,
        },
        {
          name: 'amountYuan',
          label: t(projectWords.amountYuan),
          part: 2,
          rules: [{ required: true, message: t(uiWords.required) }],
          field: <InputNumber min={0} precision={2} />,
        },
        { name: 'capPercent', label: t(projectWords.cap), field: <InputNumber min={0} max={100} /> },
      ]}
      newRow={() => ({ id: v7() })}
      toInput={(rows) => ({
        budget: rows.map((row) => ({
          id: row.id,
          name: row.name ?? '',
          amountFen: toFen(row.amountYuan ?? 0),
          capPercent: row.capPercent ?? null,
        })),
      })}
    >
      <RecordTable
        name={t(projectWords.budget)}
        columns={columns}
        rows={project.budget.length === 0 ? [] : [...project.budget, total]}
        keyOf={(line) => line.id}
        empty={t(projectWords.noBudget)}
      />
    </ListPart>
  )
}
