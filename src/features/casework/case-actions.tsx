import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../../web/language/language.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { caseWords, sessionWords } from './case-words.ts'
import { RaiseCrisis } from './crisis-dialog.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import type { CaseDetail } from './schema.ts'
import { StageDialog, UndoDialog, type StageChange } from './stage-dialog.tsx'

/** What can be done with a case as it stands; what comes next stands out. */
export function CaseActions({ found }: { found: CaseDetail }) {
  const t = useWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'decide' | 'crisis' | 'assign' | 'undo' | StageChange>()
  const close = () => setOpen(undefined)
  const runs = found.stage !== 'closed' && found.stage !== 'not_accepted' && found.suspendedOn === null
  const isAccepted = runs && found.stage !== 'intake'
  const primary =
    runs && found.stage === 'intake' ? (
      <>
        <Button type="primary" onClick={() => setOpen('decide')}>
          {t(caseWords.decide)}
        </Button>
      </>
    ) : found.stage === 'evaluation' && runs ? (
      <Button type="primary" onClick={() => void navigate(`/cases/${found.id}/write/closing`)}>
        {t(caseWords.close)}
      </Button>
    ) : null
  const canGo = found.stage === 'intervention' && runs && found.next?.missing.length === 0
  const items = [
    ...(isAccepted ? [{ key: 'refer', label: t(caseWords.refer) }] : []),
    ...(isAccepted && found.stage !== 'evaluation' ? [{ key: 'close', label: t(caseWords.close) }] : []),
    ...(isAccepted ? [{ key: 'suspended', label: t(caseWords.suspend) }] : []),
    ...(found.suspendedOn === null ? [] : [{ key: 'resumed', label: t(caseWords.resume) }]),
    ...(found.stage === 'closed' || found.stage === 'not_accepted' ? [{ key: 'reopened', label: t(caseWords.reopen) }] : []),
    ...(found.stage === 'closed' || found.stage === 'not_accepted' ? [] : [{ key: 'crisis', label: t(caseWords.raise) }]),
    ...(isAccepted ? [{ key: 'assign', label: t(caseWords.assign) }] : []),
    ...(found.steps.some((step) => !step.isUndone && step.step !== 'opened') ? [{ key: 'undo', label: t(caseWords.undo) }] : []),
  ]
  const choose = (key: string) => {
    switch (key) {
      case 'refer':
        void navigate(`/referrals/new?person=${found.personId ?? ''}&case=${found.id}`)
        break
      case 'close':
        void navigate(`/cases/${found.id}/write/closing`)
        break
      case 'crisis':
      case 'assign':
      case 'undo':
      case 'suspended':
      case 'resumed':
      case 'reopened':
        setOpen(key)
    }
  }
  return (
    <>
      {primary}
      {isAccepted ? (
        <Button
          {...(primary === null && (found.stage === 'intervention' || found.stage === 'assessment') ? { type: 'primary' as const } : {})}
          onClick={() => void navigate(`/cases/${found.id}/session`)}
        >
          {t(sessionWords.record)}
        </Button>
      ) : null}
      {canGo ? <Button onClick={() => setOpen('evaluation')}>{t(caseWords.toEvaluation)}</Button> : null}
      {items.length === 0 ? null : (
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
          <Button>{t(caseWords.more)}</Button>
        </Dropdown>
      )}
      <DecideDialog open={open === 'decide'} found={found} onClose={close} />
      <StageDialog
        to={open === 'evaluation' || open === 'suspended' || open === 'resumed' || open === 'reopened' ? open : undefined}
        found={found}
        onClose={close}
      />
      <RaiseCrisis open={open === 'crisis'} found={found} onClose={close} />
      <AssignDialog open={open === 'assign'} found={found} onClose={close} />
      <UndoDialog open={open === 'undo'} found={found} onClose={close} />
    </>
  )
}
