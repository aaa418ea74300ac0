import { App } from 'antd'
import type { PersonId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { assessmentWords } from './assessment-words.ts'
import { withdrawAssessment, type Assessment } from './schema.ts'

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
    <ReasonDialog
      open={assessment !== undefined}
      of={assessment?.id}
      title={t(isBack ? assessmentWords.takeBack : assessmentWords.withdraw)}
      about={t(isBack ? assessmentWords.takeBackAbout : assessmentWords.withdrawAbout)}
      action={t(isBack ? assessmentWords.takeBack : assessmentWords.withdraw)}
      label={t(assessmentWords.reasonOf)}
      doing={doing}
      onReason={(reason) => {
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
    />
  )
}
