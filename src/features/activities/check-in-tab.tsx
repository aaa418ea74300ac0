import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { partPlayedWords } from '../ledger/ledger-words.ts'
import { PickPeople, type Picked } from '../ledger/pick-people.tsx'
import { activityWords, meansWords } from './activities-words.ts'
import type { Activity } from './activity-schema.ts'
import { checkIn, openRoll, undoCheckIn, type Present } from './attend-schema.ts'
import { attendanceIdSchema } from '../../kernel/ids.ts'

const fields = ['reason', 'people']

/** Who is there, and the ways in: the screen for the hall, the telephone in the hand, the paper sheet afterwards. */
export function CheckInTab({ activity }: { activity: Activity }) {
  const t = useWords()
  const { moment } = useFormats()
  const navigate = useNavigate()
  const asked = useAsk(openRoll, { id: activity.id })
  const [undoing, setUndoing] = useState<Present>()
  const [entering, setEntering] = useState(false)
  return (
    <Panel
      title={t(activityWords.present, { n: asked.data?.present.length ?? 0 })}
      actions={
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Button onClick={() => void navigate(`/events/${activity.id}/hall`)}>{t(activityWords.hall)}</Button>
          <Button onClick={() => setEntering(true)}>{t(activityWords.fromPaper)}</Button>
          <Button onClick={() => void navigate(`/events/${activity.id}/check-in`)}>{t(activityWords.openCheckIn)}</Button>
        </div>
      }
    >
      <AskedState asked={asked}>
        {({ present }) => (
          <RecordTable<Present>
            name={t(activityWords.tabCheckIn)}
            rows={present}
            keyOf={(row) => row.id}
            empty={t(activityWords.presentNone)}
            columns={[
              { title: activityWords.name, heads: true, cell: (row) => row.name },
              { title: activityWords.part, whole: true, cell: (row) => t(partPlayedWords[row.part]) },
              {
                title: activityWords.checkIn,
                cell: (row) =>
                  [row.at === null ? null : moment(row.at), row.means === null ? null : t(meansWords[row.means]), row.by]
                    .filter(Boolean)
                    .join(' · ') || '—',
              },
              {
                title: uiWords.actions,
                acts: true,
                cell: (row) => (
                  <Button size="small" aria-label={t(activityWords.undoOf, { name: row.name })} onClick={() => setUndoing(row)}>
                    {t(activityWords.undo)}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </AskedState>
      <UndoCheckIn activity={activity} one={undoing} onClose={() => setUndoing(undefined)} />
      <FromPaper activity={activity} open={entering} onClose={() => setEntering(false)} />
    </Panel>
  )
}

function UndoCheckIn({ activity, one, onClose }: { activity: Activity; one: Present | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const undoing = useDo(undoCheckIn)
  return (
    <ReasonDialog
      open={one !== undefined}
      title={t(activityWords.undoOf, { name: one?.name ?? '' })}
      action={t(activityWords.undo)}
      label={t(activityWords.reason)}
      doing={undoing}
      onReason={(reason) => {
        if (one !== undefined)
          undoing.run(
            { serviceId: activity.id, id: one.id, reason },
            {
              onDone: () => {
                onClose()
                void message.success(t(activityWords.saved))
              },
            },
          )
      }}
      onClose={onClose}
    />
  )
}

/** Names typed one after the other from a sheet that people signed. */
function FromPaper({ activity, open, onClose }: { activity: Activity; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const entering = useDo(checkIn)
  return (
    <FormDialog<{ people?: readonly Picked[] }>
      open={open}
      name="from-paper"
      title={t(activityWords.fromPaper)}
      about={t(activityWords.fromPaperAbout)}
      action={t(uiWords.save)}
      fields={fields}
      doing={entering}
      onFinish={({ people = [] }) =>
        entering.run(
          {
            serviceId: activity.id,
            means: 'paper',
            people: people.map(({ id, person, part }) => ({ id: attendanceIdSchema.parse(id), personId: person.id, part })),
          },
          {
            onDone: ({ added }) => {
              onClose()
              void message.success(t(activityWords.areHere, { n: added }))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="people" label={t(activityWords.name)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <PickPeople projectId={activity.projectId} />
      </Form.Item>
    </FormDialog>
  )
}
