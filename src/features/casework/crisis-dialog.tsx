import { App, Form, Radio } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { caseWords } from './case-words.ts'
import { LongText } from './long-text.tsx'
import { saveCrisis, type CaseDetail } from './schema.ts'
import { riskWords } from './vocabulary-words.ts'

const fields = ['on', 'happened', 'done', 'outcome']

function useDone(onClose: () => void) {
  const t = useWords()
  const { message } = App.useApp()
  return {
    onDone: () => {
      onClose()
      void message.success(t(caseWords.saved))
    },
  }
}

/** A crisis: how grave, what happened, what was done. */
export function RaiseCrisis({ open, found, onClose }: { open: boolean; found: CaseDetail; onClose: () => void }) {
  const t = useWords()
  const doing = useDo(saveCrisis)
  const outcome = useDone(onClose)
  return (
    <FormDialog<{ level: 'high' | 'crisis'; on: string; happened: string; done: string }>
      open={open}
      name="crisis"
      title={t(caseWords.raiseTitle)}
      action={t(caseWords.raise)}
      fields={fields}
      first={{ level: 'crisis', on: today() }}
      doing={doing}
      onFinish={(entry) =>
        doing.run(
          { ...entry, id: found.id, version: found.version, act: 'raise', crisisId: doing.newId(), on: daySchema.parse(entry.on) },
          outcome,
        )
      }
      onClose={onClose}
    >
      <Form.Item name="level" label={t(caseWords.level)}>
        <Radio.Group options={(['high', 'crisis'] as const).map((value) => ({ value, label: t(riskWords[value]) }))} />
      </Form.Item>
      <Form.Item name="on" label={t(caseWords.on)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <LongText name="happened" words={caseWords.happened} must />
      <LongText name="done" words={caseWords.done} hint={caseWords.doneHint} must />
    </FormDialog>
  )
}

/** The end of a crisis, with what came of it. */
export function EndCrisis({ crisisId, found, onClose }: { crisisId: string | undefined; found: CaseDetail; onClose: () => void }) {
  const t = useWords()
  const doing = useDo(saveCrisis)
  const outcome = useDone(onClose)
  return (
    <FormDialog<{ on: string; outcome: string }>
      open={crisisId !== undefined}
      of={crisisId}
      name="end-crisis"
      title={t(caseWords.endCrisis)}
      action={t(caseWords.endCrisis)}
      fields={fields}
      first={{ on: today() }}
      doing={doing}
      onFinish={(entry) => {
        if (crisisId !== undefined)
          doing.run(
            { id: found.id, version: found.version, act: 'end', crisisId, on: daySchema.parse(entry.on), outcome: entry.outcome },
            outcome,
          )
      }}
      onClose={onClose}
    >
      <Form.Item name="on" label={t(caseWords.on)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <LongText name="outcome" words={caseWords.outcome} must />
    </FormDialog>
  )
}
