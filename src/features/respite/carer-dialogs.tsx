import { App, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { entered } from '../../kernel/entered.ts'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { PersonSearch } from '../people/person-search.tsx'
import type { PersonRow } from '../people/schema.ts'
import { respiteWords } from './respite-words.ts'
import { addCarer, askRespite, endCarer, type Carer } from './schema.ts'

const carerFields = ['carer', 'elderId', 'relation']
const askFields = ['wantedOn', 'startsAt', 'minutes', 'need']
/** One person found and shown. Takes a form item's value and change. */
function OnePerson({
  id = 'one-person',
  projectId,
  value,
  onChange,
}: {
  id?: string
  projectId: ProjectId
  value?: PersonRow
  onChange?: (value: PersonRow) => void
}) {
  return (
    <>
      {value === undefined ? null : (
        <p style={{ margin: '0 0 6px' }}>
          <b>{value.name}</b> {value.communityName}
        </p>
      )}
      <PersonSearch id={id} projectId={projectId} onPick={(person) => onChange?.(person)} />
    </>
  )
}

/** Says who cares for whom. */
export function AddCarer({ projectId, open, onClose }: { projectId: ProjectId; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const adding = useDo(addCarer)
  const [id, setId] = useState(() => v7())
  const required = { required: true, message: t(uiWords.choose) }
  return (
    <FormDialog<{ carer: PersonRow; elderId: PersonRow; relation?: string }>
      open={open}
      name="add-carer"
      title={t(respiteWords.addCarer)}
      action={t(uiWords.save)}
      fields={carerFields}
      doing={adding}
      onFinish={({ carer, elderId, relation }) =>
        adding.run(
          { id, projectId, carerId: carer.id, elderId: elderId.id, relation: entered(relation) },
          {
            onDone: () => {
              setId(v7())
              onClose()
              void message.success(t(respiteWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="carer" label={t(respiteWords.carer)} rules={[required]}>
        <OnePerson projectId={projectId} />
      </Form.Item>
      <Form.Item name="elderId" label={t(respiteWords.elder)} rules={[required]}>
        <OnePerson projectId={projectId} />
      </Form.Item>
      <Form.Item name="relation" label={t(respiteWords.relation)}>
        <Input maxLength={20} placeholder={t(respiteWords.relationHint)} />
      </Form.Item>
    </FormDialog>
  )
}

/** Asks for hours of relief. */
export function AskDialog({ carer, onClose }: { carer: Carer | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const asking = useDo(askRespite)
  const [id, setId] = useState(() => v7())
  return (
    <FormDialog<{ wantedOn?: string | null; startsAt?: string; minutes?: number | null; need?: string }>
      open={carer !== undefined}
      of={carer?.relationId}
      name="ask-respite"
      title={t(respiteWords.askOf, { name: carer?.carer ?? '' })}
      action={t(uiWords.save)}
      fields={askFields}
      first={{ minutes: 120 }}
      doing={asking}
      onFinish={({ wantedOn, startsAt, minutes, need }) => {
        const day = daySchema.safeParse(wantedOn).data
        if (carer === undefined || day === undefined) return
        asking.run(
          { id, relationId: carer.relationId, wantedOn: day, startsAt: entered(startsAt), minutes: minutes ?? null, need: entered(need) },
          {
            onDone: () => {
              setId(v7())
              onClose()
              void message.success(t(respiteWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <FormGrid>
        <Form.Item name="wantedOn" label={t(respiteWords.wantedOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
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
        <Form.Item name="minutes" label={t(respiteWords.minutes)}>
          <InputNumber min={1} max={1440} precision={0} />
        </Form.Item>
      </FormGrid>
      <Form.Item name="need" label={t(respiteWords.need)}>
        <Input maxLength={200} placeholder={t(respiteWords.needHint)} />
      </Form.Item>
    </FormDialog>
  )
}

/** Ends that somebody cares for somebody, or takes that back. */
export function EndDialog({ carer, onClose }: { carer: Carer | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const ending = useDo(endCarer)
  const words = carer === undefined || carer.endedOn === null ? respiteWords.end : respiteWords.endBack
  return (
    <ReasonDialog
      open={carer !== undefined}
      of={carer?.relationId}
      title={t(words)}
      about={t(respiteWords.endAbout)}
      action={t(words)}
      label={t(respiteWords.reason)}
      doing={ending}
      onReason={(reason) =>
        carer === undefined
          ? undefined
          : ending.run(
              { id: carer.relationId, on: carer.endedOn === null ? today() : null, reason },
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
