import { App, Button, Form, Input, Select } from 'antd'
import { Fragment, useState } from 'react'
import { useWords } from '../../web/language/language.tsx'
import { Bar } from '../../web/ui/bar.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { holdEnter } from '../../web/ui/hold-enter.ts'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { AnswerChoice } from './answer-choice.tsx'
import style from './assess.module.css'
import { assessmentWords, informantWords, phaseWords } from './assessment-words.ts'
import { RiskFields } from './risk-fields.tsx'
import { informantSchema, phaseSchema, type Scale } from './scale-schema.ts'
import { answered, asksForProtocol, countedItems, resultOf, sumSoFar } from './scoring-rules.ts'
import { answersOf, type SheetEntry } from './sheet-rules.ts'

const fields = ['day', 'phase', 'occasion', 'informant', 'note', 'reason']

type Doing = { readonly busy: boolean; readonly failure: Error | null; again(): void }

/** A scale while it is filled in. What was tapped stays over a reload and a lost session. */
export function FillSheet({
  scale,
  draft: draftName,
  first,
  correcting,
  occasions,
  upTo,
  doing,
  onSave,
  onCancel,
}: {
  scale: Scale
  /** The name of what is being filled in, for its draft. */
  draft: string
  first: Omit<SheetEntry, 'reason'>
  correcting: boolean
  /** Cases and groups that scores of this person were kept for. */
  occasions: readonly string[]
  upTo: string
  doing: Doing
  onSave: (entry: SheetEntry, done: () => void) => void
  onCancel: () => void
}) {
  const t = useWords()
  const { modal } = App.useApp()
  const [form] = Form.useForm<SheetEntry>()
  const [beginning] = useState(first)
  const draft = useDraft(form, draftName)
  const note = useFieldProblems(form, fields, doing.failure)
  const watched: SheetEntry['answers'] = Form.useWatch('answers', form) ?? beginning.answers
  const answers = answersOf(watched)
  const of = countedItems(scale).length
  const done = answered(scale, answers)
  const idOf = (key: string) => `sheet_answers_${key}`
  const toOpen = (after = -1) => {
    const open = scale.items.findIndex((item, at) => at > after && answers[item.key] === undefined)
    const item = scale.items[open]
    if (item !== undefined) document.getElementById(idOf(item.key))?.scrollIntoView({ block: 'center' })
  }

  const save = (entry: SheetEntry) => {
    const send = () => onSave(entry, draft.forget)
    const { missing, carried } = resultOf(scale, answersOf(entry.answers))
    if (missing.length === 0) {
      send()
      return
    }
    void modal.confirm({
      title: t(assessmentWords.missingTitle, { n: missing.length }),
      content: t(carried ? assessmentWords.missingCarry : assessmentWords.missingNone),
      okText: t(assessmentWords.saveAnyway),
      cancelText: t(assessmentWords.goOn),
      onOk: send,
      onCancel: () => toOpen(),
    })
  }

  return (
    <>
      <div className={style['progress']}>
        <output>{t(assessmentWords.progress, { n: done, of })}</output>
        <span className={style['bar']}>
          <Bar share={of === 0 ? 0 : done / of} label={t(assessmentWords.progress, { n: done, of })} />
        </span>
        {scale.decides === 'overall' ? null : <span>{t(assessmentWords.soFar, { score: sumSoFar(scale, answers) })}</span>}
        {done === of ? null : (
          <Button size="small" onClick={() => toOpen()}>
            {t(assessmentWords.nextOpen)}
          </Button>
        )}
      </div>
      {draft.note}
      <FailureNote failure={note} onRetry={doing.again} />
      <Form
        form={form}
        name="sheet"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={beginning}
        onValuesChange={draft.keep}
        onKeyDown={holdEnter}
        onFinish={save}
      >
        <Form.Item name="id" hidden>
          <input type="hidden" />
        </Form.Item>
        {scale.stem === undefined ? null : <p className={style['stem']}>{t(scale.stem)}</p>}
        {scale.items.map((item, at) => (
          <Fragment key={item.key}>
            {item.part === undefined ? null : <h2 className={style['part']}>{t(item.part)}</h2>}
            <Form.Item name={['answers', item.key]} noStyle>
              <AnswerChoice id={idOf(item.key)} item={item} number={at + 1} onTap={() => toOpen(at)} />
            </Form.Item>
          </Fragment>
        ))}
        {asksForProtocol(scale.code, answers) ? <RiskFields /> : null}
        <FormGrid>
          <Form.Item name="day" label={t(assessmentWords.day)} rules={[{ required: true, message: t(uiWords.required) }]}>
            <DayField upTo={upTo} />
          </Form.Item>
          <Form.Item name="informant" label={t(assessmentWords.informant)}>
            <Select options={informantSchema.options.map((each) => ({ value: each, label: t(informantWords[each]) }))} />
          </Form.Item>
          <Form.Item name="phase" label={t(assessmentWords.phase)}>
            <Select options={phaseSchema.options.map((each) => ({ value: each, label: t(phaseWords[each]) }))} />
          </Form.Item>
          <Form.Item name="occasion" label={t(assessmentWords.occasion)} extra={t(assessmentWords.occasionHint)}>
            <Input maxLength={40} list="sheet-occasions" autoComplete="off" />
          </Form.Item>
        </FormGrid>
        <datalist id="sheet-occasions">
          {occasions.map((occasion) => (
            <option key={occasion} value={occasion}>
              {occasion}
            </option>
          ))}
        </datalist>
        <Form.Item name="note" label={t(assessmentWords.note)}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        {correcting ? <ReasonField label={t(assessmentWords.reason)} /> : null}
        <Buttons>
          <Button type="primary" htmlType="submit" loading={doing.busy} disabled={Object.keys(answers).length === 0}>
            {t(assessmentWords.save)}
          </Button>
          <Button
            onClick={() => {
              draft.forget()
              onCancel()
            }}
          >
            {t(uiWords.cancel)}
          </Button>
        </Buttons>
      </Form>
    </>
  )
}
