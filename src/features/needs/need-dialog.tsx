import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { Icon } from '../../web/ui/icon.tsx'
import { holdEnter } from '../../web/ui/hold-enter.ts'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { openProject } from '../projects/schema.ts'
import { needWords, priorityWords } from './need-words.ts'
import style from './needs.module.css'
import { prioritySchema, saveNeed, type Need, type Priority } from './schema.ts'

type ActionEntry = { id?: string; what: string; who: string; dueOn: string; doneOn?: string | null }
type Entry = {
  id: string
  statement: string
  domainId?: string | null
  priority: Priority
  judgement?: string | null
  goal?: string | null
  actions?: ActionEntry[]
  reason?: string
}
const fields = ['statement', 'domainId', 'judgement', 'goal', 'reason']

/** What is being written: a new need, perhaps out of an assessment, or one to correct. */
export type Writing =
  | { readonly need: Need }
  | {
      readonly projectId: ProjectId
      readonly assessmentId: string | null
      readonly from: string | null
      readonly domainId: string | null
      readonly statement: string
    }

const firstOf = (writing: Writing): Partial<Entry> =>
  'need' in writing
    ? {
        id: writing.need.id,
        statement: writing.need.statement,
        domainId: writing.need.domainId,
        priority: writing.need.priority,
        judgement: writing.need.judgement,
        goal: writing.need.goal,
        actions: writing.need.actions.map((action) => ({ ...action })),
      }
    : { id: v7(), statement: writing.statement, domainId: writing.domainId, priority: 'usual' }

/** Writes a need down: what, where it was seen, and who does what by when. */
export function NeedDialog({ personId, writing, onClose }: { personId: PersonId; writing: Writing; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const saving = useDo(saveNeed)
  const [first] = useState(() => firstOf(writing))
  const need = 'need' in writing ? writing.need : undefined
  const projectId = 'need' in writing ? writing.need.projectId : writing.projectId
  const assessmentId = 'need' in writing ? (writing.need.assessment?.id ?? null) : writing.assessmentId
  const domains = useAsk(openProject, { id: projectId }).data?.needs ?? []
  const draft = useDraft(form, `need.${personId}.${need?.id ?? assessmentId ?? 'new'}`)
  const note = useFieldProblems(form, fields, saving.failure)
  const required = [{ required: true, whitespace: true, message: t(uiWords.required) }]

  const save = (entry: Entry) =>
    saving.run(
      {
        id: entry.id,
        version: need?.version ?? 0,
        projectId,
        personId,
        domainId: entry.domainId ?? null,
        priority: entry.priority,
        assessmentId,
        judgement: entered(entry.judgement),
        statement: entry.statement,
        goal: entered(entry.goal),
        actions: (entry.actions ?? []).map((action, at) => ({
          id: action.id ?? saving.newId(`action ${at}`),
          what: action.what,
          who: action.who,
          dueOn: daySchema.parse(action.dueOn),
          doneOn: action.doneOn === undefined || action.doneOn === null ? null : daySchema.parse(action.doneOn),
        })),
        reason: entered(entry.reason),
      },
      {
        onDone: () => {
          draft.forget()
          void message.success(t(needWords.saved))
          onClose()
        },
      },
    )

  return (
    <Modal
      open
      title={t(need === undefined ? needWords.add : needWords.correct)}
      okText={t(uiWords.save)}
      okButtonProps={{ htmlType: 'submit', form: 'need', loading: saving.busy }}
      onCancel={onClose}
      mask={{ closable: false }}
      width={680}
    >
      {draft.note}
      <FailureNote failure={note} onRetry={saving.again} />
      <Form<Entry>
        form={form}
        name="need"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={first}
        onValuesChange={draft.keep}
        onKeyDown={holdEnter}
        onFinish={save}
      >
        <Form.Item name="id" hidden>
          <input type="hidden" />
        </Form.Item>
        {'from' in writing && writing.from !== null ? <p>{writing.from}</p> : null}
        <Form.Item name="statement" label={t(needWords.statement)} extra={t(needWords.statementHint)} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
        <Form.Item name="domainId" label={t(needWords.domain)}>
          <Select
            allowClear
            placeholder={t(needWords.other)}
            options={domains.map((domain) => ({ value: domain.id, label: domain.need }))}
          />
        </Form.Item>
        <Form.Item name="priority" label={t(needWords.priority)}>
          <Select options={prioritySchema.options.map((each) => ({ value: each, label: t(priorityWords[each]) }))} />
        </Form.Item>
        <Form.Item name="judgement" label={t(needWords.judgement)} rules={assessmentId === null ? required : []}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
        <Form.Item name="goal" label={t(needWords.goal)} extra={t(needWords.goalHint)}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.List name="actions">
          {(rows, { add, remove }) => (
            <>
              {rows.map((row, at) => (
                <div key={row.key} className={style['row']}>
                  <Form.Item name={[row.name, 'what']} label={t(needWords.action, { n: at + 1 })} rules={required}>
                    <Input maxLength={200} />
                  </Form.Item>
                  <Form.Item name={[row.name, 'who']} label={t(needWords.who, { n: at + 1 })} rules={required}>
                    <Input maxLength={40} />
                  </Form.Item>
                  <Form.Item
                    name={[row.name, 'dueOn']}
                    label={t(needWords.dueOn, { n: at + 1 })}
                    rules={[{ required: true, message: t(uiWords.required) }]}
                  >
                    <DayField />
                  </Form.Item>
                  <Form.Item>
                    <Button
                      aria-label={t(uiWords.removeRow, { n: at + 1 })}
                      icon={<Icon name="close" />}
                      onClick={() => remove(row.name)}
                    />
                  </Form.Item>
                </div>
              ))}
              <Form.Item>
                <Button icon={<Icon name="plus" />} onClick={() => add({ id: v7() })}>
                  {t(needWords.addAction)}
                </Button>
              </Form.Item>
            </>
          )}
        </Form.List>
        {need === undefined ? null : <ReasonField label={t(needWords.reason)} />}
      </Form>
    </Modal>
  )
}
