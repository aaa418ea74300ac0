import { Button } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { importIdSchema, type ImportId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ImportAccept } from './import-accept.tsx'
import { DiscardImport, UndoImport } from './import-ends.tsx'
import { importAddress, importSteps, type ImportStep } from './import-address.tsx'
import { ImportDoubts } from './import-doubts.tsx'
import { ImportNames } from './import-names.tsx'
import { ImportOverview } from './import-overview.tsx'
import style from './import-page.module.css'
import { ImportState } from './import-state.tsx'
import { ImportTables } from './import-tables.tsx'
import { importWords } from './import-words.ts'
import { Refusals } from './refusals.tsx'
import { listUnresolved, openImport } from './schema.ts'
import { doubtsOf } from './totals-rules.ts'
import { keepUnderway, useUnderway } from './underway.tsx'

export type OpenedImport = ReturnType<typeof openImport.output.parse>

/** One import: what it would do or did, and the steps to work through before it is accepted. */
export function ImportPage() {
  const t = useWords()
  const id = importIdSchema.safeParse(useParams()['id'])
  return id.success ? (
    <ImportOf key={id.data} id={id.data} />
  ) : (
    <Page title={t(importWords.absent)}>
      <Panel>
        <Link to="/imports">{t(importWords.back)}</Link>
      </Panel>
    </Page>
  )
}

function ImportOf({ id }: { id: ImportId }) {
  const t = useWords()
  const { moment, number } = useFormats()
  const asked = useAsk(openImport, { id })
  const opened = asked.data
  const underway = useUnderway()
  // What was under way has ended: an upload that is here was read, and what was accepted waits no more.
  const hasEnded = opened !== undefined && underway?.importId === id && (underway.what === 'receive' || opened.state !== 'read')
  useEffect(() => {
    if (hasEnded) keepUnderway(undefined)
  }, [hasEnded])
  return (
    <Page
      title={opened === undefined ? t(importWords.overview) : t(importWords.title, { when: moment(opened.createdAt) })}
      about={
        opened === undefined ? undefined : (
          <>
            <ImportState state={opened.state} />{' '}
            {t(importWords.by, { who: opened.createdBy ?? '—', files: opened.files.length, rows: number(opened.summary?.rows ?? 0) })}
          </>
        )
      }
      actions={opened === undefined ? <Link to="/imports">{t(importWords.back)}</Link> : <Ends opened={opened} />}
    >
      <AskedState asked={asked}>{(value) => <ImportBody opened={value} />}</AskedState>
    </Page>
  )
}

/** The ways out of an import: forget one that was not accepted, undo one that was. */
function Ends({ opened }: { opened: OpenedImport }) {
  const t = useWords()
  const navigate = useNavigate()
  const mayRun = useMay('imports.run')
  const mayUndo = useMay('imports.undo')
  const [ending, setEnding] = useState(false)
  const isAccepted = opened.state === 'accepted'
  const mayEnd = isAccepted ? mayUndo : opened.state !== 'undone' && mayRun
  return (
    <>
      <Link to="/imports" className={style['back']}>
        {t(importWords.back)}
      </Link>
      {mayEnd ? (
        <Button danger={isAccepted} onClick={() => setEnding(true)}>
          {t(isAccepted ? importWords.undo : importWords.discard)}
        </Button>
      ) : null}
      {isAccepted ? (
        <UndoImport opened={opened} open={ending} onClose={() => setEnding(false)} />
      ) : (
        <DiscardImport
          opened={opened}
          open={ending}
          onClose={() => setEnding(false)}
          onDiscarded={() => void navigate('/imports', { replace: true })}
        />
      )}
    </>
  )
}

function ImportBody({ opened }: { opened: OpenedImport }) {
  const t = useWords()
  const [address] = useSearchParams()
  if (opened.state === 'refused')
    return (
      <Panel>
        <Refusals refusals={opened.refusals} />
        <p>
          <Link to="/imports">{t(importWords.back)}</Link>
        </p>
      </Panel>
    )
  if (opened.state === 'received')
    return (
      <Panel>
        <p>{t(importWords.nothingRecognised)}</p>
      </Panel>
    )
  const isOpen = opened.state === 'read'
  const steps = importSteps.filter((step) => step !== 'accept' || isOpen)
  const step = steps.find((each) => each === address.get('step')) ?? 'overview'
  return (
    <>
      <StepNav opened={opened} steps={steps} here={step} />
      <StepOf opened={opened} step={step} />
      <NextStep opened={opened} steps={steps} here={step} />
    </>
  )
}

function StepOf({ opened, step }: { opened: OpenedImport; step: ImportStep }) {
  switch (step) {
    case 'overview':
      return <ImportOverview opened={opened} />
    case 'tables':
      return <ImportTables opened={opened} />
    case 'findings':
      return <ImportDoubts opened={opened} />
    case 'names':
      return <ImportNames opened={opened} />
    case 'accept':
      return <ImportAccept opened={opened} />
  }
}

const useStepName = () => {
  const t = useWords()
  return (step: ImportStep, opened: OpenedImport): string =>
    t(step === 'overview' && opened.state !== 'read' ? importWords.overviewDone : importWords[step])
}

function StepNav({ opened, steps, here }: { opened: OpenedImport; steps: readonly ImportStep[]; here: ImportStep }) {
  const t = useWords()
  const { number } = useFormats()
  const nameOf = useStepName()
  const unresolved = opened.summary?.unresolved ?? 0
  const names = useAsk(listUnresolved, { id: opened.id }, { when: unresolved > 0 })
  const counts: Partial<Record<ImportStep, number>> = {
    tables: opened.tables.length,
    findings: doubtsOf(opened.summary),
    names: names.data?.rows.filter((row) => row.decision === null).length ?? unresolved,
  }
  return (
    <nav className={style['steps']} aria-label={t(importWords.steps)}>
      <ol>
        {steps.map((step, index) => (
          <li key={step}>
            <StepLink to={importAddress(opened.id, step)} isHere={step === here}>
              <span className={style['number']}>{index + 1}</span>
              <span>{nameOf(step, opened)}</span>
              {counts[step] === undefined ? null : <span className={style['count']}>{number(counts[step])}</span>}
            </StepLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** On a phone the steps are wider than the screen: the one that is shown comes into sight. */
function StepLink({ to, isHere, children }: { to: string; isHere: boolean; children: ReactNode }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isHere) link.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [isHere])
  return (
    <Link ref={link} to={to} aria-current={isHere ? 'step' : undefined} preventScrollReset>
      {children}
    </Link>
  )
}

function NextStep({ opened, steps, here }: { opened: OpenedImport; steps: readonly ImportStep[]; here: ImportStep }) {
  const t = useWords()
  const navigate = useNavigate()
  const nameOf = useStepName()
  const next = steps[steps.indexOf(here) + 1]
  if (next === undefined || opened.state !== 'read') return null
  return (
    <div className={style['next']}>
      <Button type="primary" onClick={() => void navigate(importAddress(opened.id, next))}>
        {t(importWords.next, { step: nameOf(next, opened) })}
      </Button>
    </div>
  )
}
