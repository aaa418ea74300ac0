import { App, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { entered } from '../../kernel/entered.ts'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { attendanceIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import type { Words } from '../../kernel/words.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { respiteWords } from './respite-words.ts'
import { finishRespite, moveSlot, undoRespite, type Slot } from './schema.ts'
import type { Families } from './slot-list.tsx'
import { mayCover } from './slot-rules.ts'
import { coverSchema, coverWords, type SlotState } from './slot-schema.ts'

export type Step = Exclude<SlotState, 'done'>
const moveFields = ['cover', 'coverName', 'familyId', 'reason']
const finishFields = ['day', 'startsAt', 'minutes', 'content']
type MoveEntry = { cover?: 'worker' | 'family'; coverName?: string; familyId?: string; reason?: string }

/** One step of a slot: who covers, or why not. */
export function MoveDialog({
  moving,
  families,
  words,
  onClose,
}: {
  moving: { slot: Slot; to: Step } | undefined
  families: Families
  words: Words
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(moveSlot)
  const to = moving?.to
  const offers = to === 'offered'
  const needsReason = to === 'declined' || to === 'cancelled' || to === 'asked' || (offers && moving?.slot.state === 'taken')
  const required = { required: true, message: t(uiWords.required) }
  return (
    <FormDialog<MoveEntry>
      open={moving !== undefined}
      of={moving?.slot.id}
      name="move-slot"
      title={t(words)}
      action={t(uiWords.save)}
      fields={moveFields}
      first={{ cover: 'worker' }}
      doing={doing}
      onFinish={(entry) =>
        moving === undefined
          ? undefined
          : doing.run(
              {
                id: moving.slot.id,
                version: moving.slot.version,
                to: moving.to,
                cover: offers ? (entry.cover ?? 'worker') : null,
                coverName: offers ? entered(entry.coverName) : null,
                familyId: offers ? (entry.familyId ?? null) : null,
                reason: entered(entry.reason),
              },
              {
                onDone: () => {
                  onClose()
                  void message.success(t(respiteWords.saved))
                },
              },
            )
      }
      onClose={onClose}
    >
      {offers ? (
        <>
          <Form.Item name="cover" label={t(respiteWords.cover)}>
            <Select options={coverSchema.options.map((value) => ({ value, label: t(coverWords[value]) }))} />
          </Form.Item>
          <Form.Item noStyle dependencies={['cover']}>
            {({ getFieldValue }) =>
              getFieldValue('cover') === 'family' ? (
                <Form.Item
                  name="familyId"
                  label={t(respiteWords.family)}
                  extra={t(respiteWords.vettedOnly)}
                  rules={[{ required: true, message: t(uiWords.choose) }]}
                >
                  <Select
                    showSearch={{ optionFilterProp: 'label' }}
                    options={families.map((family) => {
                      const may = moving !== undefined && mayCover(family, moving.slot.wantedOn).ok
                      return {
                        value: family.id,
                        label: may ? family.name : t(respiteWords.notVetted, { name: family.name }),
                        disabled: !may,
                      }
                    })}
                  />
                </Form.Item>
              ) : (
                <Form.Item name="coverName" label={t(respiteWords.coverName)} rules={[required]}>
                  <Input maxLength={40} />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      ) : null}
      {needsReason ? <ReasonField label={t(respiteWords.reason)} /> : null}
    </FormDialog>
  )
}

/** Records what was done: it goes to the ledger with the carer and the elder. */
export function FinishDialog({ slot, onClose }: { slot: Slot | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(finishRespite)
  const [ids, setIds] = useState(() => [v7(), v7(), v7()])
  const required = { required: true, message: t(uiWords.required) }
  const save = (entry: { day?: string | null; startsAt?: string; minutes?: number | null; content?: string }) => {
    const day = daySchema.safeParse(entry.day).data
    if (slot === undefined || day === undefined) return
    doing.run(
      {
        id: slot.id,
        version: slot.version,
        serviceId: serviceIdSchema.parse(ids[0]),
        carerAttendanceId: attendanceIdSchema.parse(ids[1]),
        elderAttendanceId: attendanceIdSchema.parse(ids[2]),
        day,
        startsAt: entered(entry.startsAt),
        minutes: entry.minutes ?? 60,
        content: entered(entry.content),
      },
      {
        onDone: () => {
          setIds([v7(), v7(), v7()])
          onClose()
          void message.success(t(respiteWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<{ day?: string | null; startsAt?: string; minutes?: number | null; content?: string }>
      open={slot !== undefined}
      of={slot?.id}
      name="finish-respite"
      title={t(respiteWords.finish)}
      action={t(uiWords.save)}
      fields={finishFields}
      first={{
        day: slot?.wantedOn ?? null,
        minutes: slot?.minutes ?? 120,
        ...(slot?.startsAt === null || slot === undefined ? {} : { startsAt: slot.startsAt.slice(0, 5) }),
      }}
      doing={doing}
      onFinish={save}
      onClose={onClose}
    >
      <FormGrid>
        <Form.Item name="day" label={t(respiteWords.day)} rules={[required]}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="startsAt"
          label={t(respiteWords.time)}
          validateTrigger="onBlur"
          rules={[fits(timeSchema, t(respiteWords.timeWrong))]}
        >
          <Input maxLength={5} placeholder={t(respiteWords.timeHint)} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="minutes" label={t(respiteWords.minutes)} rules={[required]}>
          <InputNumber min={1} max={1440} precision={0} />
        </Form.Item>
      </FormGrid>
      <Form.Item name="content" label={t(respiteWords.content)}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}

/** Takes back what was recorded as done: its service is cancelled. */
export function UndoDialog({ slot, onClose }: { slot: Slot | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(undoRespite)
  return (
    <ReasonDialog
      open={slot !== undefined}
      of={slot?.id}
      title={t(respiteWords.undo)}
      action={t(respiteWords.undo)}
      label={t(respiteWords.reason)}
      doing={doing}
      onReason={(reason) =>
        slot === undefined
          ? undefined
          : doing.run(
              { id: slot.id, version: slot.version, reason },
              {
                onDone: () => {
                  onClose()
                  void message.success(t(respiteWords.saved))
                },
              },
            )
      }
      onClose={onClose}
    />
  )
}
