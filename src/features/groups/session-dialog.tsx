import { App, Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { entered } from '../../kernel/entered.ts'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { Icon } from '../../web/ui/icon.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { saveSession, type Group, type GroupSession } from './schema.ts'
import { groupWords } from './words.ts'

type PartEntry = { minutes?: number | null; content?: string; materials?: string; who?: string }
type Entry = {
  ordinal: number
  day?: string | null
  startsAt?: string
  minutes?: number | null
  place?: string
  topic?: string
  goal?: string
  parts?: PartEntry[]
  reason?: string
}
const fields = ['ordinal', 'day', 'startsAt', 'minutes', 'place', 'topic', 'goal', 'reason']
function entryOf(group: Group, session: GroupSession | undefined): Partial<Entry> {
  if (session === undefined) {
    const last = group.sessions.at(-1)
    return {
      ordinal: (last?.ordinal ?? 0) + 1,
      minutes: last?.minutes ?? 60,
      ...(last?.startsAt === null || last?.startsAt === undefined ? {} : { startsAt: last.startsAt.slice(0, 5) }),
    }
  }
  const written = (values: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  return {
    ordinal: session.ordinal,
    day: session.day,
    minutes: session.minutes,
    parts: session.parts.map((part) => ({
      ...written({ content: part.content, materials: part.materials, who: part.who }),
      minutes: part.minutes,
    })),
    ...written({ startsAt: session.startsAt?.slice(0, 5) ?? null, place: session.place, topic: session.topic, goal: session.goal }),
  }
}

/** Plans a session, or corrects one. */
export function SessionDialog({
  group,
  session,
  open,
  onClose,
}: {
  group: Group
  session?: GroupSession
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveSession)
  const [id, setId] = useState(() => v7())
  const save = (entry: Entry) => {
    const day = daySchema.safeParse(entry.day).data
    if (day === undefined) return
    saving.run(
      {
        groupId: group.id,
        serviceId: session?.serviceId ?? serviceIdSchema.parse(id),
        version: session?.version ?? 0,
        ordinal: entry.ordinal,
        day,
        startsAt: entered(entry.startsAt),
        minutes: entry.minutes ?? null,
        place: entered(entry.place),
        topic: entered(entry.topic),
        goal: entered(entry.goal),
        parts: (entry.parts ?? []).flatMap((part) => {
          const content = entered(part.content)
          return content === null
            ? []
            : [{ content, minutes: part.minutes ?? null, materials: entered(part.materials), who: entered(part.who) }]
        }),
        reason: entered(entry.reason),
      },
      {
        onDone: () => {
          setId(v7())
          onClose()
          void message.success(t(groupWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={open}
      of={session?.serviceId}
      name="group-session"
      title={t(session === undefined ? groupWords.addSession : groupWords.changeSession)}
      action={t(uiWords.save)}
      fields={fields}
      first={entryOf(group, session)}
      doing={saving}
      onFinish={save}
      onClose={onClose}
    >
      <FormGrid>
        <Form.Item name="ordinal" label={t(groupWords.ordinal)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <InputNumber min={1} max={99} precision={0} />
        </Form.Item>
        <Form.Item name="day" label={t(groupWords.day)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <DayField />
        </Form.Item>
        <Form.Item name="startsAt" label={t(groupWords.time)} validateTrigger="onBlur" rules={[fits(timeSchema, t(groupWords.timeWrong))]}>
          <Input maxLength={5} placeholder={t(groupWords.timeHint)} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="minutes" label={t(groupWords.minutes)}>
          <InputNumber min={0} max={1440} precision={0} />
        </Form.Item>
      </FormGrid>
      <Form.Item name="topic" label={t(groupWords.topic)}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="goal" label={t(groupWords.sessionGoal)}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 1, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="place" label={t(groupWords.place)}>
        <Input maxLength={80} />
      </Form.Item>
      <b>{t(groupWords.parts)}</b>
      <Form.List name="parts">
        {(items, { add, remove }) => (
          <>
            {items.map((item, at) => (
              <fieldset key={item.key} style={{ border: 0, padding: '8px 0 0', margin: 0 }}>
                <FormGrid>
                  <Form.Item name={[item.name, 'content']} label={t(groupWords.content)}>
                    <Input maxLength={200} />
                  </Form.Item>
                  <Form.Item name={[item.name, 'minutes']} label={t(groupWords.minutes)}>
                    <InputNumber min={0} max={600} precision={0} />
                  </Form.Item>
                  <Form.Item name={[item.name, 'materials']} label={t(groupWords.materials)}>
                    <Input maxLength={80} />
                  </Form.Item>
                  <Form.Item name={[item.name, 'who']} label={t(groupWords.who)}>
                    <Input maxLength={80} />
                  </Form.Item>
                </FormGrid>
                <Button
                  size="small"
                  aria-label={t(groupWords.removePart, { n: at + 1 })}
                  icon={<Icon name="close" size={16} />}
                  onClick={() => remove(item.name)}
                />
              </fieldset>
            ))}
            <p>
              <Button size="small" icon={<Icon name="plus" size={16} />} onClick={() => add({})}>
                {t(groupWords.addPart)}
              </Button>
            </p>
          </>
        )}
      </Form.List>
      {session?.status === 'held' ? <ReasonField label={t(groupWords.reason)} /> : null}
    </FormDialog>
  )
}
