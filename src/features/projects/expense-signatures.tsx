import { App, Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { signaturePartSchema, signExpense, unsignExpense, type OpenedExpense, type SignaturePart } from './expense-schema.ts'
import { expenseWords as w, signatureWords, signWords } from './expense-words.ts'
import { nextPart } from './signature-rules.ts'

/** The three who sign, in their order. Whoever may sign next has the button. */
export function ExpenseSignatures({ expense }: { expense: OpenedExpense }) {
  const t = useWords()
  const { moment } = useFormats()
  const { message } = App.useApp()
  const mayRecord = useMay('projects.record')
  const mayApprove = useMay('expenses.approve')
  const [taking, setTaking] = useState<SignaturePart>()
  const signing = useDo(signExpense)
  const unsigning = useDo(unsignExpense)
  const next = expense.voided === null ? nextPart(expense.signatures) : undefined
  const hasSigned = expense.signatures.some((one) => one.isMine && one.stands)
  const signatureOf = (part: SignaturePart) => expense.signatures.find((one) => one.part === part)
  return (
    <Panel title={t(w.signatures)}>
      <p>{t(w.signaturesAbout)}</p>
      <FailureNote failure={signing.failure} />
      <Entries
        rows={signaturePartSchema.options}
        keyOf={(part) => part}
        empty=""
        head={(part) => {
          const signature = signatureOf(part)
          return (
            <>
              <b>{t(signatureWords[part])}</b>{' '}
              {signature === undefined ? (
                <Chip>{t(w.notSigned)}</Chip>
              ) : signature.stands ? (
                <Chip tone="good">{t(w.signed)}</Chip>
              ) : (
                <Chip tone="look">{t(w.stale)}</Chip>
              )}
            </>
          )
        }}
        more={(part) => {
          const signature = signatureOf(part)
          return signature === undefined ? null : `${signature.by} · ${moment(signature.at)}`
        }}
        acts={(part) => {
          if (part === next && mayRecord && !hasSigned && (part !== 'approved' || mayApprove))
            return (
              <Button
                type="primary"
                loading={signing.busy}
                onClick={() =>
                  signing.run({ id: expense.id, version: expense.version, part }, { onDone: () => void message.success(t(w.signed)) })
                }
              >
                {t(signWords[part])}
              </Button>
            )
          return signatureOf(part)?.isMine === true && expense.voided === null ? (
            <Button size="small" aria-label={t(w.unsignOf, { part: t(signatureWords[part]) })} onClick={() => setTaking(part)}>
              {t(w.unsign)}
            </Button>
          ) : null
        }}
      />
      <ReasonDialog
        open={taking !== undefined}
        of={`${expense.id}.${taking ?? ''}`}
        title={t(w.unsignOf, { part: t(signatureWords[taking ?? 'handled']) })}
        about={t(w.unsignAbout)}
        action={t(w.unsign)}
        doing={unsigning}
        onReason={(reason) => {
          if (taking !== undefined) unsigning.run({ id: expense.id, part: taking, reason }, { onDone: () => setTaking(undefined) })
        }}
        onClose={() => setTaking(undefined)}
      />
    </Panel>
  )
}
