import { Form, Input, InputNumber, Select } from 'antd'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { toFen, toYuan } from '../../kernel/money.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import type { ProjectDetail } from '../projects/schema.ts'
import { askChange, type ChangeKind, type What } from './change-schema.ts'
import { changeKindWords, changeWords as w } from './change-words.ts'
import { useSaved } from './use-saved.tsx'

type Entry = {
  id: string
  kind: ChangeKind
  reason: string
  startsOn?: string
  endsOn?: string
  targetId?: string
  value?: number
  fromId?: string
  toId?: string
  amountYuan?: number
  role?: string
  leaves?: string
  comes?: string
  on?: string
}
const fields = ['startsOn', 'endsOn', 'targetId', 'value', 'fromId', 'toId', 'amountFen', 'role', 'leaves', 'comes', 'on', 'reason']
const kinds: readonly ChangeKind[] = ['transfer', 'period', 'target', 'staff']

function whatOf(entry: Entry): What {
  switch (entry.kind) {
    case 'period':
      return { kind: 'period', startsOn: daySchema.parse(entry.startsOn), endsOn: daySchema.parse(entry.endsOn) }
    case 'target':
      return { kind: 'target', targetId: entry.targetId ?? '', value: entry.value ?? 0 }
    case 'transfer':
      return { kind: 'transfer', fromId: entry.fromId ?? '', toId: entry.toId ?? '', amountFen: toFen(entry.amountYuan ?? 0) }
    case 'staff':
      return {
        kind: 'staff',
        role: entry.role ?? '',
        leaves: entry.leaves ?? '',
        comes: entry.comes ?? '',
        on: daySchema.parse(entry.on),
      }
  }
}

/** Asks for a change of what was agreed. */
export function AskChange({ project, open, onClose }: { project: ProjectDetail; open: boolean; onClose: () => void }) {
  const t = useWords()
  const asking = useDo(askChange)
  const onDone = useSaved(onClose)
  return (
    <FormDialog<Entry>
      open={open}
      of={project.id}
      name="ask-change"
      title={t(w.ask)}
      action={t(w.ask)}
      fields={fields}
      first={{ id: v7(), kind: 'transfer', startsOn: project.startsOn, endsOn: project.endsOn, on: today() }}
      doing={asking}
      onFinish={(entry) =>
        asking.run({ id: entry.id, projectId: project.id, what: whatOf(entry), reason: entry.reason, reversesId: null }, { onDone })
      }
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="kind" label={t(w.kind)}>
        <Select options={kinds.map((value) => ({ value, label: t(changeKindWords[value]) }))} />
      </Form.Item>
      <WhatFields project={project} />
      <ReasonField label={t(w.reason)} long />
    </FormDialog>
  )
}

/** What is asked of each kind. */
function WhatFields({ project }: { project: ProjectDetail }) {
  const t = useWords()
  const kind: unknown = Form.useWatch('kind')
  const required = { required: true, message: t(uiWords.required) }
  const lines = project.budget.map((line) => ({
    value: line.id,
    label: t(w.lineLeft, { name: line.name, left: toYuan(line.amountFen - line.spentFen) }),
  }))
  if (kind === 'period')
    return (
      <>
        <Form.Item name="startsOn" label={t(w.startsOn)} rules={[required]}>
          <DayField />
        </Form.Item>
        <Form.Item name="endsOn" label={t(w.endsOn)} rules={[required]}>
          <DayField />
        </Form.Item>
      </>
    )
  if (kind === 'target')
    return (
      <>
        <Form.Item name="targetId" label={t(w.target)} rules={[required]}>
          <Select
            options={project.targets.map((target) => ({
              value: target.id,
              label: `${target.wording} ${target.value}${target.unit ?? ''}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="value" label={t(w.value)} rules={[required]}>
          <InputNumber min={0} />
        </Form.Item>
      </>
    )
  if (kind === 'staff')
    return (
      <>
        <Form.Item name="role" label={t(w.role)} rules={[required]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="leaves" label={t(w.leaves)}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="comes" label={t(w.comes)}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="on" label={t(w.on)} rules={[required]}>
          <DayField />
        </Form.Item>
      </>
    )
  return (
    <>
      <Form.Item name="fromId" label={t(w.fromLine)} rules={[required]}>
        <Select options={lines} />
      </Form.Item>
      <Form.Item name="toId" label={t(w.toLine)} rules={[required]}>
        <Select options={lines} />
      </Form.Item>
      <Form.Item name="amountYuan" label={t(w.amountYuan)} rules={[required]}>
        <InputNumber min={0.01} precision={2} style={{ width: '100%' }} />
      </Form.Item>
    </>
  )
}
