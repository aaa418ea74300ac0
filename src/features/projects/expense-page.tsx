import { Alert } from 'antd'
import { useParams } from 'react-router'
import { z } from 'zod'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { toCapitals } from './capital-rules.ts'
import { ExpenseActs } from './expense-acts.tsx'
import { openExpense, type OpenedExpense } from './expense-schema.ts'
import { expenseStepWords, expenseWords as w, paidByWords } from './expense-words.ts'
import { ExpenseSignatures } from './expense-signatures.tsx'
import { ProjectFiles } from './project-files.tsx'
import style from './project-summary.module.css'
import { ProjectSteps } from './project-steps.tsx'
import { projectWords } from './project-words.ts'
import type { ServiceParts } from './service-parts.tsx'

/** One expense: what it was for, who signed it over which voucher, and what happened to it. */
export function ExpensePage({ service }: { service: ServiceParts }) {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Opened key={id.data} id={id.data} service={service} /> : <AbsentPage />
}

function Opened({ id, service }: { id: string; service: ServiceParts }) {
  const t = useWords()
  const { money } = useFormats()
  const mayRecord = useMay('projects.record')
  const asked = useAsk(openExpense, { id })
  const expense = asked.data
  return (
    <Page
      title={expense === undefined ? t(w.title) : (expense.purpose ?? t(w.title))}
      {...(expense === undefined
        ? {}
        : { about: `${expense.project} · ${money(expense.amountFen)}`, actions: <ExpenseActs expense={expense} service={service} /> })}
    >
      <AskedState asked={asked}>
        {(found) => (
          <Columns
            main={
              <>
                <Remarks expense={found} />
                <ExpenseFacts expense={found} service={service} />
                <ExpenseSignatures expense={found} />
              </>
            }
            side={
              <>
                <Panel title={t(w.files)}>
                  <ProjectFiles about={{ expenseId: found.id }} files={found.files} mayChange={mayRecord && found.voided === null} />
                </Panel>
                <Panel title={t(w.history)}>
                  <ProjectSteps steps={found.steps} words={expenseStepWords} />
                </Panel>
              </>
            }
          />
        )}
      </AskedState>
    </Page>
  )
}

function Remarks({ expense }: { expense: OpenedExpense }) {
  const t = useWords()
  if (expense.voided !== null)
    return (
      <Alert
        type="info"
        showIcon
        className={style['warnings'] ?? ''}
        title={t(w.voidedLine, { by: expense.voided.by ?? '', reason: expense.voided.reason })}
      />
    )
  if (expense.warnings.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      className={style['warnings'] ?? ''}
      title={t(w.check)}
      description={
        <ul>
          {expense.warnings.map((warning) => (
            <li key={warning.code}>{t(warning.text)}</li>
          ))}
        </ul>
      }
    />
  )
}

function ExpenseFacts({ expense, service: { Name } }: { expense: OpenedExpense; service: ServiceParts }) {
  const t = useWords()
  const { day, money } = useFormats()
  return (
    <Panel title={t(w.facts)}>
      {expense.voided === null ? null : <Chip tone="plain">{t(w.voided)}</Chip>}
      <Facts
        facts={[
          [w.amount, <b key="amount">{money(expense.amountFen)}</b>],
          [w.capitals, toCapitals(expense.amountFen)],
          [w.spentOn, day(expense.spentOn)],
          [w.budgetLine, expense.budgetLine ?? t(projectWords.noLine)],
          [w.purpose, expense.purpose],
          ...(expense.service === null ? [] : [[w.spentFor, <Name key="service" service={expense.service} />] as const]),
          [w.payee, expense.payee],
          [w.paidBy, expense.paidBy === null ? null : t(paidByWords[expense.paidBy])],
          [w.voucher, expense.voucher],
          [w.invoice, expense.invoice],
          ...(expense.handledBy === null ? [] : [[w.handledBy, expense.handledBy] as const]),
          [w.recordedBy, expense.imported ? t(w.byImport) : expense.recordedBy],
        ]}
      />
    </Panel>
  )
}
