import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { Link } from 'react-router'
import { officeAddress } from '../ledger/address-rules.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { volunteerIdSchema } from './register-schema.ts'
import { assignTask, endTask, listTasks, type TaskRow } from './shift-schema.ts'
import { shiftWords, taskStateWords } from './shift-words.ts'
import { TaskDialog, type Attached } from './task-dialog.tsx'
import { VolunteerSelect } from './volunteer-select.tsx'

const keys = ['tasks'] as const
const limit = 50
const tones: Record<TaskRow['state'], Tone> = { open: 'good', closed: 'calm', cancelled: 'bad' }
type Ending = { readonly task: TaskRow; readonly state: TaskRow['state'] }
const assignFields = ['volunteerId']

/** Tasks that want volunteers, and who took them. */
export function TaskList({
  projectId,
  communities,
  attached,
  adding,
  onAdded,
}: {
  projectId: ProjectId
  communities: readonly { code: string; name: string }[]
  /** Those of one event alone. */
  attached?: Attached
  adding: boolean
  onAdded: () => void
}) {
  const t = useWords()
  const { day, minutes } = useFormats()
  const mayManage = useMay('volunteering.manage')
  const query = useQueryState(keys)
  const [changing, setChanging] = useState<TaskRow>()
  const [ending, setEnding] = useState<Ending>()
  const [assigning, setAssigning] = useState<TaskRow>()
  const asked = useAsk(
    listTasks,
    { projectId, ...(attached === undefined ? { offset: query.offset, limit } : { partOf: attached.id, limit: 200 }) },
    { keepFormer: true },
  )
  const columns: Column<TaskRow>[] = [
    {
      title: shiftWords.title,
      heads: true,
      cell: (row) => (
        <>
          <b>{row.file.title}</b>
          {row.about === null || attached !== undefined ? null : (
            <div>
              <Link to={officeAddress(row.about.kind, row.about.id)}>{row.about.title ?? t(kindWords[row.about.kind])}</Link>
            </div>
          )}
          {row.elderName === null ? null : <div>{t(shiftWords.elderIs, { name: row.elderName })}</div>}
        </>
      ),
    },
    {
      title: shiftWords.when,
      whole: true,
      cell: (row) => (
        <>
          {day(row.file.day)} {row.file.startsAt}
          <div>{minutes(row.file.minutes)}</div>
        </>
      ),
    },
    { title: shiftWords.community, whole: true, cell: (row) => row.communityName },
    {
      title: shiftWords.places,
      numeric: true,
      whole: true,
      cell: (row) => t(shiftWords.placesOf, { taken: row.taken.length, wanted: row.file.wanted }),
    },
    { title: shiftWords.taken, cell: (row) => row.taken.map((one) => one.name).join('、') || '—' },
    { title: shiftWords.state, whole: true, cell: (row) => <Chip tone={tones[row.state]}>{t(taskStateWords[row.state])}</Chip> },
    ...(mayManage
      ? [
          {
            title: uiWords.actions,
            acts: true as const,
            cell: (row: TaskRow) => (
              <TaskActs task={row} onChange={setChanging} onAssign={setAssigning} onEnd={(state) => setEnding({ task: row, state })} />
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable
              name={t(shiftWords.tasks)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(attached === undefined ? shiftWords.tasksNone : shiftWords.tasksNoneOfEvent)}
              busy={asked.isPlaceholderData}
            />
            {attached === undefined ? <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} /> : null}
          </>
        )}
      </AskedState>
      <TaskDialog
        key={changing?.id ?? 'new'}
        projectId={projectId}
        communities={communities}
        task={changing}
        attached={attached}
        open={adding || changing !== undefined}
        onClose={() => {
          setChanging(undefined)
          if (adding) onAdded()
        }}
      />
      <EndTask ending={ending} onClose={() => setEnding(undefined)} />
      <AssignTask projectId={projectId} task={assigning} onClose={() => setAssigning(undefined)} />
    </>
  )
}

function TaskActs({
  task,
  onChange,
  onAssign,
  onEnd,
}: {
  task: TaskRow
  onChange: (task: TaskRow) => void
  onAssign: (task: TaskRow) => void
  onEnd: (state: TaskRow['state']) => void
}) {
  const t = useWords()
  if (task.state === 'cancelled') return null
  const { title } = task.file
  const named = (words: (typeof shiftWords)['close' | 'reopen' | 'cancelTask']) => t(shiftWords.endOf, { action: t(words), title })
  return (
    <Buttons>
      {task.state === 'open' && task.taken.length < task.file.wanted ? (
        <Button size="small" aria-label={t(shiftWords.assignOf, { title })} onClick={() => onAssign(task)}>
          {t(shiftWords.assign)}
        </Button>
      ) : null}
      <Button size="small" aria-label={t(shiftWords.changeOf, { title })} onClick={() => onChange(task)}>
        {t(shiftWords.change)}
      </Button>
      <Button
        size="small"
        aria-label={named(task.state === 'open' ? shiftWords.close : shiftWords.reopen)}
        onClick={() => onEnd(task.state === 'open' ? 'closed' : 'open')}
      >
        {t(task.state === 'open' ? shiftWords.close : shiftWords.reopen)}
      </Button>
      <Button size="small" danger aria-label={named(shiftWords.cancelTask)} onClick={() => onEnd('cancelled')}>
        {t(shiftWords.cancelTask)}
      </Button>
    </Buttons>
  )
}

function EndTask({ ending, onClose }: { ending: Ending | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(endTask)
  const action = { open: shiftWords.reopen, closed: shiftWords.close, cancelled: shiftWords.cancelTask }[ending?.state ?? 'closed']
  return (
    <ReasonDialog
      open={ending !== undefined}
      of={ending?.task.id}
      title={t(shiftWords.endOf, { action: t(action), title: ending?.task.file.title ?? '' })}
      about={t(ending?.state === 'cancelled' ? shiftWords.cancelAbout : shiftWords.closeAbout)}
      action={t(action)}
      label={t(shiftWords.reason)}
      doing={doing}
      onReason={(reason) => {
        if (ending === undefined) return
        doing.run(
          { id: ending.task.id, version: ending.task.version, state: ending.state, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(shiftWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    />
  )
}

function AssignTask({ projectId, task, onClose }: { projectId: ProjectId; task: TaskRow | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(assignTask)
  const [serviceId, setServiceId] = useState(() => v7())
  return (
    <FormDialog<{ volunteerId: string }>
      open={task !== undefined}
      of={task?.id}
      name="assign-task"
      title={t(shiftWords.assignOf, { title: task?.file.title ?? '' })}
      action={t(shiftWords.assign)}
      fields={assignFields}
      doing={doing}
      onFinish={(entry) => {
        const volunteerId = volunteerIdSchema.safeParse(entry.volunteerId)
        if (task === undefined || !volunteerId.success) return
        doing.run(
          { id: task.id, serviceId, volunteerId: volunteerId.data },
          {
            onDone: () => {
              setServiceId(v7())
              onClose()
              void message.success(t(shiftWords.assigned))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item name="volunteerId" label={t(shiftWords.volunteer)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <VolunteerSelect projectId={projectId} />
      </Form.Item>
    </FormDialog>
  )
}
