import { Alert, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { FreezeStage } from './freeze-stage.tsx'
import { frozenSetIdSchema } from './figure-record-schema.ts'
import { freezeFigures, listFrozenSets, verifyFrozen, type FrozenSet } from './frozen-schema.ts'
import { publishingWords, purposeWords } from './publishing-words.ts'

const limit = 20
const fields = ['title', 'purpose']
const purposes = ['monthly', 'midterm', 'closing', 'other'] as const
type Entry = { title: string; purpose: (typeof purposes)[number] }

/** What was frozen of the project, and whether all of it is still as frozen. */
export function FrozenPage() {
  return <WithProject page={publishingWords.frozen}>{(project) => <FrozenSets key={project.id} project={project} />}</WithProject>
}

function FrozenSets({ project }: { project: ListedProject }) {
  const t = useWords()
  const { moment, number } = useFormats()
  const mayFreeze = useMay('frozen.write')
  const mayVerify = useMay('frozen.verify')
  const { offset, setOffset } = useQueryState([])
  const [open, setOpen] = useState(false)
  const asked = useAsk(listFrozenSets, { projectId: project.id, offset, limit }, { keepFormer: true })
  const freezing = useDo(freezeFigures)
  const verifying = useDo(verifyFrozen)
  const columns: Column<FrozenSet>[] = [
    { title: publishingWords.titleField, cell: (set) => <Link to={`/frozen/${set.id}`}>{set.title}</Link>, heads: true },
    { title: publishingWords.purpose, cell: (set) => t(purposeWords[set.purpose]), whole: true },
    { title: publishingWords.asOf, cell: (set) => moment(set.asOf), whole: true },
    { title: publishingWords.by, cell: (set) => set.by ?? '—' },
    { title: publishingWords.count, cell: (set) => number(set.figures), numeric: true },
  ]
  const verified = verifying.answer
  return (
    <Page
      title={t(publishingWords.frozen)}
      about={t(publishingWords.frozenAbout)}
      actions={
        <Buttons>
          {mayVerify ? (
            <Button loading={verifying.busy} onClick={() => verifying.run({})}>
              {t(publishingWords.verify)}
            </Button>
          ) : null}
          {mayFreeze ? (
            <Button type="primary" onClick={() => setOpen(true)}>
              {t(publishingWords.freeze)}
            </Button>
          ) : null}
        </Buttons>
      }
    >
      <FailureNote failure={verifying.failure} onRetry={verifying.again} />
      {verified === undefined ? null : (
        <Alert
          type={verified.broken === null && verified.altered === null ? 'success' : 'error'}
          showIcon
          title={
            verified.broken !== null
              ? t(publishingWords.broken, { seq: verified.broken.seq })
              : verified.altered !== null
                ? t(verified.altered.kind === 'bulletin' ? publishingWords.alteredBulletin : publishingWords.alteredFigure, {
                    id: verified.altered.id,
                  })
                : t(publishingWords.intact, { n: number(verified.figures), bulletins: number(verified.bulletins) })
          }
          style={{ marginBottom: 12 }}
        />
      )}
      <Panel>
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <RecordTable
                name={t(publishingWords.frozen)}
                columns={columns}
                rows={rows}
                keyOf={(set) => set.id}
                empty={t(publishingWords.frozenNone)}
              />
              <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
      <FormDialog<Entry>
        open={open}
        name="freeze"
        title={t(publishingWords.freeze)}
        about={t(publishingWords.freezeAbout)}
        action={t(publishingWords.freeze)}
        fields={fields}
        doing={freezing}
        onFinish={({ title, purpose }) =>
          freezing.run(
            { id: frozenSetIdSchema.parse(freezing.newId()), projectId: project.id, title, purpose },
            { onDone: () => setOpen(false) },
          )
        }
        onClose={() => setOpen(false)}
      >
        <Form.Item name="title" label={t(publishingWords.titleField)} rules={[{ required: true, min: 2, message: t(uiWords.required) }]}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="purpose" label={t(publishingWords.purpose)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select options={purposes.map((purpose) => ({ value: purpose, label: t(purposeWords[purpose]) }))} />
        </Form.Item>
        {freezing.busy ? <FreezeStage operationId={freezing.operationId} /> : null}
      </FormDialog>
    </Page>
  )
}
