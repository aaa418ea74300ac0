import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { ListDialog, type ListField } from '../../web/ui/list-dialog.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { projectWords } from './project-words.ts'
import { saveProjectLists, type ProjectDetail, type ProjectLists } from './schema.ts'

/** A list that belongs to a project: shown, and changed as a whole by whoever manages the project. */
export function ListPart<Row extends { id?: string }>({
  project,
  name,
  title,
  mayManage,
  rows,
  fields,
  newRow,
  toInput,
  children,
}: {
  project: ProjectDetail
  name: string
  title: string
  mayManage: boolean
  rows: readonly Row[]
  fields: readonly ListField[]
  newRow: () => Row
  toInput: (rows: Row[]) => ProjectLists
  children: ReactNode
}) {
  const t = useWords()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const saving = useDo(saveProjectLists)
  return (
    <Panel
      title={title}
      actions={
        mayManage ? (
          <Button size="small" aria-label={t(projectWords.changeOf, { part: title })} onClick={() => setOpen(true)}>
            {t(projectWords.change)}
          </Button>
        ) : undefined
      }
    >
      {children}
      <ListDialog<Row>
        open={open}
        name={name}
        title={t(projectWords.changeOf, { part: title })}
        rows={rows}
        fields={fields}
        newRow={newRow}
        doing={saving}
        onSave={(changed) =>
          saving.run(
            { id: project.id, version: project.version, ...toInput(changed) },
            {
              onDone: () => {
                setOpen(false)
                void message.success(t(projectWords.saved))
              },
            },
          )
        }
        onClose={() => setOpen(false)}
      />
    </Panel>
  )
}
