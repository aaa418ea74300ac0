import { Button } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { operationIdSchema } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Panel } from '../../web/ui/page.tsx'
import style from './import-accept.module.css'
import { importAddress, type ImportStep } from './import-address.tsx'
import type { OpenedImport } from './import-page.tsx'
import { importWords } from './import-words.ts'
import { acceptImport, listUnresolved, openImport } from './schema.ts'
import { Stages } from './stages.tsx'
import { doubtsOf, totalsOf } from './totals-rules.ts'
import { useSilence } from './silence.tsx'
import { keepUnderway, useUnderway, type Underway } from './underway.tsx'
import { endUnless, useIsHere } from './receive-files.tsx'

/** The last step: what is still open, and one button that says exactly what it does. */
export function ImportAccept({ opened }: { opened: OpenedImport }) {
  const t = useWords()
  const { number } = useFormats()
  const navigate = useNavigate()
  const mayRun = useMay('imports.run')
  const accepting = useDo(acceptImport)
  const isHere = useIsHere()
  const underway = useUnderway()
  const { busy, operationId } = accepting
  const { id, projectId } = opened

  useEffect(() => {
    if (busy && operationId !== undefined)
      keepUnderway({ importId: id, projectId, operationId: operationIdSchema.parse(operationId), what: 'accept' })
  }, [busy, operationId, id, projectId])

  const former = underway?.what === 'accept' && underway.importId === id ? underway : undefined
  const { added, changed } = totalsOf(opened.summary)
  const accept = () =>
    accepting.run(
      { id },
      {
        onDone: () => {
          keepUnderway(undefined)
          if (isHere.current) void navigate(importAddress(id), { replace: true })
        },
        onFailure: endUnless,
      },
    )

  if (busy || (former !== undefined && accepting.failure === null))
    return (
      <Panel title={t(importWords.writing)}>
        <Stages what="accept" operationId={operationId ?? former?.operationId} />
        {busy || former === undefined ? null : <AskAgain underway={former} />}
      </Panel>
    )
  return (
    <Panel>
      <FailureNote failure={accepting.failure} onRetry={accepting.again} />
      <StillOpen opened={opened} />
      {added + changed === 0 ? (
        <p>{t(importWords.nothingToDo)}</p>
      ) : mayRun ? (
        <>
          <Button type="primary" size="large" className={style['accept'] ?? ''} onClick={accept}>
            {t(importWords.acceptAction, { added: number(added), changed: number(changed) })}
          </Button>
          <p className={style['about']}>{t(importWords.acceptAbout)}</p>
        </>
      ) : (
        <p>{t(importWords.readOnly)}</p>
      )}
    </Panel>
  )
}

/** Somebody came back while it is being written: the import is asked for until it says so, and the page shows it then. */
function AskAgain({ underway }: { underway: Underway }) {
  useAsk(openImport, { id: underway.importId }, { every: 1500 })
  useSilence(underway, forget)
  return null
}

const forget = () => keepUnderway(undefined)

/** What the reader may want to look at before. None of it stands in the way. */
function StillOpen({ opened }: { opened: OpenedImport }) {
  const t = useWords()
  const { number } = useFormats()
  const names = useAsk(listUnresolved, { id: opened.id }).data?.rows.filter((row) => row.decision === null).length ?? 0
  const doubts = doubtsOf(opened.summary)
  const unknown = opened.tables.filter((table) => table.form === null).length
  const line = (step: ImportStep, text: string, action: string): ReactNode => (
    <li>
      {text} <Link to={importAddress(opened.id, step)}>{action}</Link>
    </li>
  )
  if (names + doubts + unknown === 0) return null
  return (
    <ul className={style['open']}>
      {names === 0 ? null : line('names', t(importWords.acceptNames, { n: number(names) }), t(importWords.toNames))}
      {doubts === 0 ? null : line('findings', t(importWords.acceptFindings, { n: number(doubts) }), t(importWords.toFindings))}
      {unknown === 0 ? null : line('tables', t(importWords.acceptTables, { n: number(unknown) }), t(importWords.toTables))}
    </ul>
  )
}
