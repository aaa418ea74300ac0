import { Input, InputNumber } from 'antd'
import { v7 } from 'uuid'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Known } from '../../web/ui/known.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { ListPart } from './list-part.tsx'
import { projectWords } from './project-words.ts'
import type { ProjectDetail } from './schema.ts'

type Row = { id: string; measure?: string; basis?: string; value?: number; method?: string }

/** What an estimate rests on. It stands apart from everything that is counted. */
export function ProjectEstimates({ project, mayManage }: { project: ProjectDetail; mayManage: boolean }) {
  const t = useWords()
  const { number } = useFormats()
  const required = [{ required: true, message: t(uiWords.required) }]
  return (
    <ListPart<Row>
      project={project}
      name="estimates"
      title={t(projectWords.estimates)}
      mayManage={mayManage}
      rows={project.estimates.map(({ id, measure, basis, value, method }) => ({
        id,
        measure,
        basis,
        value,
        ...(method === null ? {} : { method }),
      }))}
      fields={[
        { name: 'basis', label: t(projectWords.basis), part: 3, rules: required, field: <Input maxLength={120} /> },
        { name: 'value', label: t(projectWords.value), rules: required, field: <InputNumber min={0} /> },
        { name: 'method', label: t(projectWords.method), part: 2, field: <Input maxLength={60} /> },
        { name: 'measure', label: t(projectWords.measure), rules: required, field: <Input maxLength={120} /> },
      ]}
      newRow={() => ({ id: v7(), measure: project.estimates[0]?.measure ?? '' })}
      toInput={(rows) => ({
        estimates: rows.map((row) => ({
          id: row.id,
          measure: row.measure ?? '',
          basis: row.basis ?? '',
          value: row.value ?? 0,
          method: row.method?.trim() || null,
        })),
      })}
    >
      <p style={{ marginTop: 0 }}>{t(projectWords.estimatesAbout)}</p>
      <Entries
        rows={project.estimates}
        keyOf={(row) => row.id}
        empty={t(projectWords.noEstimates)}
        head={(row) => (
          <>
            <span>{row.basis}</span>
            <b>{t(projectWords.roughly, { n: number(row.value) })}</b>
          </>
        )}
        more={(row) => <Known words={projectWords.method} value={row.method} />}
      />
    </ListPart>
  )
}
