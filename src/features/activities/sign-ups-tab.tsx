import { App, Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { partPlayedWords } from '../ledger/ledger-words.ts'
import { PickPeople, type Picked } from '../ledger/pick-people.tsx'
import { activityWords } from './activities-words.ts'
import type { Activity } from './activity-schema.ts'
import { RollPapers } from './roll-papers.tsx'
import { openRoll, signUp, signUpIdSchema, withdraw, type SignUp } from './attend-schema.ts'

type Entry = { people?: readonly Picked[]; note?: string; guardianAgreed?: boolean }
const fields = ['people', 'note', 'guardianAgreed']
/** Who means to come: added several at once, waiting in their order, withdrawn with a reason. */
export function SignUpsTab({ activity }: { activity: Activity }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const asked = useAsk(openRoll, { id: activity.id })
  const adding = useDo(signUp)
  const [open, setOpen] = useState(false)
  const [leaving, setLeaving] = useState<SignUp>()
  const add = ({ people = [], note, guardianAgreed = false }: Entry) =>
    adding.run(
      {
        serviceId: activity.id,
        people: people.map(({ id, person, part }) => ({
          id: signUpIdSchema.parse(id),
          personId: person.id,
          part,
          note: note === undefined || note.trim() === '' ? null : note,
          guardianAgreed,
        })),
      },
      {
        onDone: ({ going, waiting }) => {
          setOpen(false)
          void message.success(t(waiting === 0 ? activityWords.signedUp : activityWords.signedUpWaiting, { n: going, waiting }))
        },
      },
    )
  return (
    <Panel
      title={`${t(activityWords.tabSignUps)} ${activity.plan.capacity === null ? activity.going : `${activity.going}/${activity.plan.capacity}`}`}
      actions={
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <RollPapers id={activity.id} />
          <Button onClick={() => void navigate(`/events/${activity.id}/cards`)}>{t(activityWords.cards)}</Button>
          {activity.status === 'cancelled' ? null : <Button onClick={() => setOpen(true)}>{t(activityWords.signUp)}</Button>}
        </div>
      }
    >
      <AskedState asked={asked}>
        {({ signUps }) => (
          <RecordTable<SignUp>
            name={t(activityWords.tabSignUps)}
            rows={signUps}
            keyOf={(row) => row.id}
            empty={t(activityWords.signUpsNone)}
            columns={[
              {
                title: activityWords.name,
                heads: true,
                cell: (row) => (
                  <>
                    <Link to={`/people/${row.personId}`}>{row.name}</Link>
                    {row.age === null ? null : <div>{t(activityWords.years, { n: row.age })}</div>}
                  </>
                ),
              },
              { title: activityWords.part, whole: true, cell: (row) => t(partPlayedWords[row.part]) },
              { title: activityWords.community, cell: (row) => row.communityName ?? '—' },
              { title: activityWords.health, cell: (row) => row.note ?? '—' },
              {
                title: activityWords.state,
                cell: (row) =>
                  row.attendanceId !== null ? (
                    <Chip tone="good">{t(activityWords.here)}</Chip>
                  ) : row.state === 'waiting' ? (
                    <Chip tone="look">{t(activityWords.stateWaiting, { n: row.waitsAt ?? 1 })}</Chip>
                  ) : row.state === 'going' ? (
                    <Chip tone="calm">{t(activityWords.stateGoing)}</Chip>
                  ) : (
                    <Chip>{t(activityWords.stateWithdrawn, { reason: row.withdrawnReason ?? '' })}</Chip>
                  ),
              },
              {
                title: uiWords.actions,
                acts: true,
                cell: (row) =>
                  row.state === 'withdrawn' || row.attendanceId !== null ? null : (
                    <Button size="small" aria-label={t(activityWords.withdrawOf, { name: row.name })} onClick={() => setLeaving(row)}>
                      {t(activityWords.withdraw)}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </AskedState>
      <FormDialog<Entry>
        open={open}
        name="sign-up"
        title={t(activityWords.signUp)}
        action={t(activityWords.signUp)}
        fields={fields}
        doing={adding}
        onFinish={add}
        onClose={() => setOpen(false)}
      >
        <Form.Item name="people" label={t(activityWords.signUpPeople)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <PickPeople projectId={activity.projectId} />
        </Form.Item>
        <Form.Item name="note" label={t(activityWords.health)}>
          <Input maxLength={200} placeholder={t(activityWords.healthHint)} />
        </Form.Item>
        <Form.Item<Entry> noStyle shouldUpdate={(before, after) => before.people !== after.people}>
          {({ getFieldValue }) => {
            const people: unknown = getFieldValue('people')
            return Array.isArray(people) && people.some((one: Picked) => one.part === 'child') ? (
              <Form.Item name="guardianAgreed" valuePropName="checked">
                <Checkbox>{t(activityWords.guardianAgreed)}</Checkbox>
              </Form.Item>
            ) : null
          }}
        </Form.Item>
      </FormDialog>
      <Withdraw one={leaving} onClose={() => setLeaving(undefined)} />
    </Panel>
  )
}

function Withdraw({ one, onClose }: { one: SignUp | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const withdrawing = useDo(withdraw)
  return (
    <ReasonDialog
      open={one !== undefined}
      title={t(activityWords.withdrawOf, { name: one?.name ?? '' })}
      action={t(activityWords.withdraw)}
      label={t(activityWords.reason)}
      doing={withdrawing}
      onReason={(reason) => {
        if (one !== undefined)
          withdrawing.run(
            { id: one.id, reason },
            {
              onDone: ({ movedUp }) => {
                onClose()
                void message.success(
                  movedUp.length === 0
                    ? t(activityWords.withdrawn)
                    : t(activityWords.movedUp, { names: movedUp.join(t(activityWords.between)) }),
                )
              },
            },
          )
      }}
      onClose={onClose}
    />
  )
}
