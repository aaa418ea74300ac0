import { App, Form, Input } from 'antd'
import type { PersonId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { assessmentWords } from './assessment-words.ts'
import { withdrawAssessment, type Assessment } from './schema.ts'

const fields = ['reason']

/** Withdraws an assessment, or takes that back, for a reason. */
export function WithdrawDialog({
  personId,
  assessment,
  onClose,
}: {
  personId: PersonId
  assessment: Assessment | undefined
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(withdrawAssessment)
  const isBack = assessment !== undefined && assessment.withdrawn !== null
  return (
    <FormDialog<{ reason: string }>
      open={assessment !== undefined}
      of={assessment?.id}
      name="withdraw-assessment"
      title={t(isBack ? assessmentWords.takeBack : assessmentWords.withdraw)}
      about={t(isBack ? assessmentWords.takeBackAbout : assessmentWords.withdrawAbout)}
      action={t(isBack ? assessmentWords.takeBack : assessmentWords.withdraw)}
      fields={fields}
      doing={doing}
      onFinish={({ reason }) => {
        if (assessment === undefined) return
        doing.run(
          { personId, id: assessment.id, version: assessment.version, withdrawn: !isBack, reason },
          {
            onDone: () => {
              void message.success(t(assessmentWords.saved))
              onClose()
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t(assessmentWords.reasonOf)}
        rules={[{ required: true, message: t(uiWords.required) }, fits(withdrawAssessment.input.shape.reason, t(uiWords.reasonShort))]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
