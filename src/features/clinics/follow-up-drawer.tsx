import { App, Button, Drawer, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import type { AttendanceId, PersonId, ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { PersonReferrals } from '../referrals/person-referrals.tsx'
import { findingText } from './finding-text-rules.ts'
import {
  addFollowUpEntry,
  closeFollowUp,
  meansSchema,
  openFollowUp,
  outcomeSchema,
  reopenFollowUp,
  resultSchema,
  type Means,
  type Outcome,
  type Result,
} from './follow-up-schema.ts'
import { followUpWords, meansWords, outcomeWords, resultWords } from './follow-up-words.ts'
import { LevelChip } from './level-chip.tsx'

type Opened = ReturnType<typeof openFollowUp.output.parse>

/** One follow-up: what was heard so far, another time asked, and its end. */
export function FollowUpDrawer({ id, mayWrite, onClose }: { id: string | undefined; mayWrite: boolean; onClose: () => void }) {
  const t = useWords()
  return (
    <Drawer open={id !== undefined} title={t(followUpWords.title)} onClose={onClose} size={520} destroyOnHidden>
      {id === undefined ? null : <Inside id={id} mayWrite={mayWrite} />}
    </Drawer>
  )
}

function Inside({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const asked = useAsk(openFollowUp, { id })
  return (
    <AskedState asked={asked}>
      {(one) => (
        <>
          <p>
            <LevelChip level={one.level} /> <b>{one.name}</b>{' '}
            {findingText(one.findings)
              .map((words) => t(words))
              .join('；')}
          </p>
          <p>
            {t(followUpWords.dueOn)} {day(one.dueOn)} · {t(one.told ? followUpWords.told : followUpWords.notTold)}
          </p>
          {one.outcome === null || one.closedOn === null ? null : (
            <p>
              {t(followUpWords.closed)} {day(one.closedOn)} · {t(outcomeWords[one.outcome])} {one.closing}
            </p>
          )}
          {one.personId === null ? null : (
            <Referred personId={one.personId} attendanceId={one.attendanceId} serviceId={one.serviceId} open={one.closedOn === null} />
          )}
          <h2>{t(followUpWords.history)}</h2>
          <Entries
            rows={one.history}
            keyOf={(entry) => entry.id}
            empty={t(followUpWords.historyNone)}
            head={(entry) => `${day(entry.day)} ${t(meansWords[entry.means])} · ${t(resultWords[entry.result])}`}
            more={(entry) => [entry.note, entry.madeBy].filter((text) => text !== null).join(' · ')}
          />
          {mayWrite ? one.closedOn === null ? <Open key={one.version} one={one} /> : <Closed one={one} /> : null}
        </>
      )}
    </AskedState>
  )
}

/** The way to a referral that begins with the reading, and the referrals that there are. */
function Referred({
  personId,
  attendanceId,
  serviceId,
  open,
}: {
  personId: PersonId
  attendanceId: AttendanceId
  serviceId: ServiceId
  open: boolean
}) {
  const t = useWords()
  const mayRefer = useMay('referrals.write')
  return (
    <>
      {mayRefer && open ? (
        <p>
          <Link to={`/referrals/new?person=${personId}&reading=${attendanceId}&service=${serviceId}`}>
            {t(followUpWords.writeReferral)}
          </Link>
        </p>
      ) : null}
      <PersonReferrals personId={personId} open={false} />
    </>
  )
}

type Entry = { day: string; means: Means; result: Result; note?: string }
const fields = ['day', 'means', 'result', 'note']
const noFirst = {}
const noteOf = (note: string | undefined): string | null => (note === undefined || note.trim() === '' ? null : note.trim())

function Open({ one }: { one: Opened }) {
  const t = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const adding = useDo(addFollowUpEntry)
  const draft = useDraft(form, `follow-up.${one.id}`, noFirst)
  const note = useFieldProblems(form, fields, adding.failure)
  const [closing, setClosing] = useState(false)
  const [entryId, setEntryId] = useState(() => v7())
  const save = (entry: Entry) =>
    adding.run(
      {
        id: one.id,
        version: one.version,
        entry: { id: entryId, day: daySchema.parse(entry.day), means: entry.means, result: entry.result, note: noteOf(entry.note) },
      },
      {
        onDone: () => {
          setEntryId(v7())
          draft.forget()
          void message.success(t(followUpWords.saved))
        },
      },
    )
  return (
    <>
      <h2>{t(followUpWords.record)}</h2>
      {draft.note}
      <FailureNote failure={note} onRetry={adding.again} />
      <Form<Entry>
        form={form}
        name="follow-up"
        layout="vertical"
        requiredMark={false}
        initialValues={{ day: today(), means: 'phone' }}
        onValuesChange={draft.keep}
        onFinish={save}
      >
        <Form.Item name="day" label={t(followUpWords.day)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <DayField upTo={today()} />
        </Form.Item>
        <Form.Item name="means" label={t(followUpWords.means)}>
          <Radio.Group options={meansSchema.options.map((value) => ({ value, label: t(meansWords[value]) }))} />
        </Form.Item>
        <Form.Item name="result" label={t(followUpWords.result)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Radio.Group options={resultSchema.options.map((value) => ({ value, label: t(resultWords[value]) }))} />
        </Form.Item>
        <Form.Item name="note" label={t(followUpWords.note)}>
          <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Buttons>
          <Button type="primary" htmlType="submit" loading={adding.busy}>
            {t(uiWords.save)}
          </Button>
          <Button onClick={() => setClosing(true)}>{t(followUpWords.close)}</Button>
        </Buttons>
      </Form>
      <CloseDialog one={one} open={closing} onClose={() => setClosing(false)} />
    </>
  )
}

const closeFields = ['outcome', 'note']

function CloseDialog({ one, open, onClose }: { one: Opened; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const closing = useDo(closeFollowUp)
  return (
    <FormDialog<{ outcome: Outcome; note?: string }>
      open={open}
      name="close-follow-up"
      title={t(followUpWords.closeOf, { name: one.name })}
      action={t(followUpWords.close)}
      fields={closeFields}
      doing={closing}
      onFinish={({ outcome, note }) =>
        closing.run(
          { id: one.id, version: one.version, outcome, note: noteOf(note) },
          {
            onDone: () => {
              onClose()
              void message.success(t(followUpWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="outcome" label={t(followUpWords.outcome)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select
          options={outcomeSchema.options.map((value) => ({ value, label: t(outcomeWords[value]) }))}
          placeholder={t(uiWords.choose)}
        />
      </Form.Item>
      <Form.Item name="note" label={t(followUpWords.note)}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  )
}

function Closed({ one }: { one: Opened }) {
  const t = useWords()
  const { message } = App.useApp()
  const reopening = useDo(reopenFollowUp)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t(followUpWords.reopen)}</Button>
      <ReasonDialog
        open={open}
        title={t(followUpWords.reopen)}
        action={t(followUpWords.reopen)}
        label={t(followUpWords.reason)}
        doing={reopening}
        onReason={(reason) =>
          reopening.run(
            { id: one.id, version: one.version, reason },
            {
              onDone: () => {
                setOpen(false)
                void message.success(t(followUpWords.saved))
              },
            },
          )
        }
        onClose={() => setOpen(false)}
      />
    </>
  )
}
