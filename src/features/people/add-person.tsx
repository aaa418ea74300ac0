import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { v7 } from 'uuid'
import { personIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { Likely } from './likely.tsx'
import { NumberHint } from './number-hint.tsx'
import { partWords } from './people-words.ts'
import { inputOf, phoneOf, readFromNumber, type PersonEntry } from './person-entry-rules.ts'
import { PersonFields } from './person-fields.tsx'
import { personWords } from './person-words.ts'
import { addPerson, partSchema, type Part } from './schema.ts'

type Entry = PersonEntry & { idNumber?: string; part: Part }
const fields = ['idNumber', 'part', 'name', 'birthDate', 'phone', 'otherPhone', 'communityCode', 'householdNumber']

/** Makes a file. Likely files of the same person are shown first, and passed only on purpose. */
export function AddPerson({ projectId, communities }: { projectId: ProjectId; communities: readonly { code: string; name: string }[] }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const adding = useDo(addPerson)
  const draft = useDraft(form, `person.new.${projectId}`)
  const note = useFieldProblems(form, fields, adding.failure)
  const [id] = useState(() => v7())
  const [entry, setEntry] = useState<Entry>()

  const add = (written: Entry, isNobodyElse: boolean) => {
    setEntry(written)
    adding.run(
      {
        id,
        projectId,
        part: written.part,
        ...inputOf(written),
        phone: phoneOf(written.phone),
        otherPhone: phoneOf(written.otherPhone),
        idNumber: phoneOf(written.idNumber),
        isNobodyElse,
      },
      {
        onDone: ({ added }) => {
          if (!added) return
          draft.forget()
          void message.success(t(personWords.added))
          void navigate(`/people/${personIdSchema.parse(id)}`, { replace: true })
        },
      },
    )
  }
  const likely = adding.answer?.added === false ? adding.answer.likely : []

  return (
    <>
      {likely.length === 0 || entry === undefined ? null : (
        <Likely
          typed={entry}
          communities={communities}
          likely={likely}
          busy={adding.busy}
          onNobodyElse={() => add(entry, true)}
          onBack={adding.forget}
        />
      )}
      <Panel>
        {draft.note}
        <FailureNote failure={note} onRetry={adding.again} />
        <Form
          form={form}
          name="add-person"
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          initialValues={{ part: 'elder' }}
          onValuesChange={(changed) => {
            const read = typeof changed.idNumber === 'string' ? readFromNumber(changed.idNumber) : undefined
            if (read !== undefined) form.setFieldsValue(read)
            draft.keep()
          }}
          onFinish={(written) => add(written, false)}
        >
          <FormGrid>
            <Form.Item noStyle dependencies={['idNumber']}>
              {({ getFieldValue }) => (
                <Form.Item
                  name="idNumber"
                  label={t(personWords.idNumber)}
                  extra={<NumberHint number={String(getFieldValue('idNumber') ?? '')} />}
                >
                  <Input maxLength={24} autoComplete="off" placeholder={t(personWords.numberHint)} />
                </Form.Item>
              )}
            </Form.Item>
            <Form.Item name="part" label={t(personWords.partHint)}>
              <Select options={partSchema.options.map((part) => ({ value: part, label: t(partWords[part]) }))} />
            </Form.Item>
          </FormGrid>
          <PersonFields communities={communities} />
          <Buttons>
            <Button type="primary" htmlType="submit" loading={adding.busy}>
              {t(personWords.addTitle)}
            </Button>
            <Button
              onClick={() => {
                draft.forget()
                void navigate('/people')
              }}
            >
              {t(uiWords.cancel)}
            </Button>
          </Buttons>
        </Form>
      </Panel>
    </>
  )
}
