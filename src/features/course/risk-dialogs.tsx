import { Form, Input, Radio } from 'antd'
import { v7 } from 'uuid'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import type { ProjectDetail } from '../projects/schema.ts'
import { gradeWords, riskLevelWords, riskWords as w } from './course-words.ts'
import { levelOf } from './risk-rules.ts'
import { addRisk, changeRisk, type Risk } from './risk-schema.ts'
import { useSaved } from './use-saved.tsx'

type Entry = { title: string; likelihood: number; impact: number; measure: string; owner: string }
const fields = ['title', 'likelihood', 'impact', 'measure', 'owner']

const writtenOf = ({ title, likelihood, impact, measure, owner }: Entry) => ({ title, likelihood, impact, measure, owner })

/** Puts a risk on the register. */
export function AddRisk({ project, open, onClose }: { project: ProjectDetail; open: boolean; onClose: () => void }) {
  const t = useWords()
  const adding = useDo(addRisk)
  const onDone = useSaved(onClose)
  return (
    <FormDialog<Entry & { id: string }>
      open={open}
      of={project.id}
      name="add-risk"
      title={t(w.add)}
      action={t(uiWords.save)}
      fields={fields}
      first={{ id: v7(), likelihood: 2, impact: 2 }}
      doing={adding}
      onFinish={({ id, ...entry }) => adding.run({ id, projectId: project.id, ...writtenOf(entry) }, { onDone })}
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <RiskFields />
    </FormDialog>
  )
}

/** Changes what a risk says. */
export function ChangeRisk({ risk, onClose }: { risk: Risk | undefined; onClose: () => void }) {
  const t = useWords()
  const changing = useDo(changeRisk)
  const onDone = useSaved(onClose)
  return (
    <FormDialog<Entry>
      open={risk !== undefined}
      of={risk?.id}
      name="change-risk"
      title={t(w.changeOf, { what: risk?.title ?? '' })}
      action={t(uiWords.save)}
      fields={fields}
      first={risk === undefined ? {} : writtenOf(risk)}
      doing={changing}
      onFinish={(entry) => {
        if (risk !== undefined) changing.run({ id: risk.id, version: risk.version, ...writtenOf(entry) }, { onDone })
      }}
      onClose={onClose}
    >
      <RiskFields />
    </FormDialog>
  )
}

function RiskFields() {
  const t = useWords()
  const likelihood: unknown = Form.useWatch('likelihood')
  const impact: unknown = Form.useWatch('impact')
  const required = { required: true, whitespace: true, message: t(uiWords.required) }
  const grades = gradeWords.map((words, at) => ({ value: at + 1, label: t(words) }))
  return (
    <>
      <Form.Item name="title" label={t(w.name)} rules={[required]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="likelihood" label={t(w.likelihood)}>
        <Radio.Group options={grades} optionType="button" />
      </Form.Item>
      <Form.Item name="impact" label={t(w.impact)}>
        <Radio.Group options={grades} optionType="button" />
      </Form.Item>
      {typeof likelihood === 'number' && typeof impact === 'number' ? (
        <p>{t(w.levelOf, { level: t(riskLevelWords[levelOf(likelihood, impact)]) })}</p>
      ) : null}
      <Form.Item name="measure" label={t(w.measure)} rules={[required]}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <Form.Item name="owner" label={t(w.owner)} rules={[required]}>
        <Input maxLength={40} />
      </Form.Item>
    </>
  )
}
