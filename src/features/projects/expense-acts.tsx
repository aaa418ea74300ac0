import { App, Button } from 'antd'
import { useState } from 'react'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { printExpense, restoreExpense, voidExpense, type OpenedExpense } from './expense-schema.ts'
import { expenseWords as w } from './expense-words.ts'
import { CorrectExpense } from './record-expense.tsx'
import { openProject } from './schema.ts'
import type { ServiceParts } from './service-parts.tsx'

/** What can be done with an expense: printed, corrected, voided or restored. */
export function ExpenseActs({ expense, service }: { expense: OpenedExpense; service: ServiceParts }) {
  const t = useWords()
  const { message } = App.useApp()
  const mayRecord = useMay('projects.record')
  const [open, setOpen] = useState<'correct' | 'void' | 'restore'>()
  const project = useAsk(openProject, { id: expense.projectId }, { when: mayRecord }).data
  const voiding = useDo(voidExpense)
  const restoring = useDo(restoreExpense)
  const { id, version } = expense
  const close = () => setOpen(undefined)
  const done = {
    onDone: () => {
      close()
      void message.success(t(w.saved))
    },
  }
  return (
    <Buttons>
      <PaperButtons endpoint={printExpense} papers={[{ name: t(w.sheet), inputFor: (format) => ({ id, format }) }]} />
      {mayRecord && expense.voided === null ? (
        <>
          <Button onClick={() => setOpen('correct')}>{t(w.correct)}</Button>
          <Button danger onClick={() => setOpen('void')}>
            {t(w.void)}
          </Button>
        </>
      ) : null}
      {mayRecord && expense.voided !== null ? <Button onClick={() => setOpen('restore')}>{t(w.restore)}</Button> : null}
      {project === undefined ? null : (
        <CorrectExpense project={project} service={service} expense={expense} open={open === 'correct'} onClose={close} />
      )}
      <ReasonDialog
        open={open === 'void'}
        of={id}
        title={t(w.voidTitle)}
        about={t(w.voidAbout)}
        action={t(w.void)}
        doing={voiding}
        onReason={(reason) => voiding.run({ id, version, reason }, done)}
        onClose={close}
      />
      <ReasonDialog
        open={open === 'restore'}
        of={id}
        title={t(w.restoreTitle)}
        about={t(w.restoreAbout)}
        action={t(w.restore)}
        doing={restoring}
        onReason={(reason) => restoring.run({ id, version, reason }, done)}
        onClose={close}
      />
    </Buttons>
  )
}
