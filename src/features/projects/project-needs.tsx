import { Input } from 'antd'
import { v7 } from 'uuid'
import { useWords } from '../../web/language/language.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Known } from '../../web/ui/known.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { ListPart } from './list-part.tsx'
import { projectWords } from './project-words.ts'
import type { ProjectDetail } from './schema.ts'

type Row = { id: string; need?: string; answeredBy?: string }

/** What was found to be needed, and by what it is answered. */
export function ProjectNeeds({ project, mayManage }: { project: ProjectDetail; mayManage: boolean }) {
  const t = useWords()
  return (
    <ListPart<Row>
      project={project}
      name="needs"
      title={t(projectWords.needs)}
      mayManage={mayManage}
      rows={project.needs.map(({ id, need, answeredBy }) => ({ id, need, ...(answeredBy === null ? {} : { answeredBy }) }))}
      fields={[
        {
          name: 'need',
          label: t(projectWords.need),
          part: 2,
          rules: [{ required: true, whitespace: true, message: t(uiWords.required) }],
          field: <Input maxLength={120} />,
        },
        { name: 'answeredBy', label: t(projectWords.answeredBy), part: 2, field: <Input maxLength={60} /> },
      ]}
      newRow={() => ({ id: v7() })}
      toInput={(rows) => ({
        needs: rows.map((row) => ({ id: row.id, need: row.need ?? '', answeredBy: row.answeredBy?.trim() || null })),
      })}
    >
      <Entries
        rows={project.needs}
        keyOf={(row) => row.id}
        empty={t(projectWords.noNeeds)}
        head={(row) => row.need}
        more={(row) => <Known words={projectWords.answeredBy} value={row.answeredBy} />}
      />
    </ListPart>
  )
}
