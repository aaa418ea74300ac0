import { Link } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { importAddress } from './import-address.tsx'
import style from './import-overview.module.css'
import type { OpenedImport } from './import-page.tsx'
import { importWords } from './import-words.ts'
import { listUnresolved, type ImportRow } from './schema.ts'
import { doubtsOf, totalsOf } from './totals-rules.ts'
import { sizeText } from './upload-rules.ts'

type Count = NonNullable<ImportRow['summary']>['records'][number]

/** What an import would do, or did: in a sentence, by kind of record, and what should be looked at first. */
export function ImportOverview({ opened }: { opened: OpenedImport }) {
  const t = useWords()
  return (
    <>
      <Panel>
        <Sentence opened={opened} />
        {opened.state === 'undone' ? null : <ToCheck opened={opened} />}
        {opened.state === 'accepted' ? (
          <p className={style['after']}>
            <Link to="/figures">{t(importWords.toFigures)}</Link>
            <Link to="/">{t(importWords.toHome)}</Link>
          </p>
        ) : null}
      </Panel>
      <Panel title={t(opened.state === 'undone' ? importWords.recordsUndone : importWords.records)}>
        <Records records={opened.summary?.records ?? []} />
      </Panel>
      <Panel title={t(importWords.files)}>
        <ul className={style['files']}>
          {opened.files.map((file) => (
            <li key={file.name}>
              <span>{file.name}</span>
              <span>{sizeText(file.bytes)}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

function Sentence({ opened }: { opened: OpenedImport }) {
  const t = useWords()
  const { number, moment } = useFormats()
  const { added, changed, left } = totalsOf(opened.summary)
  const numbers = { added: number(added), changed: number(changed), left: number(left) }
  const text =
    opened.state === 'undone' && opened.undoneAt !== null
      ? t(importWords.wasUndone, { when: moment(opened.undoneAt), reason: opened.undoReason ?? '—' })
      : opened.acceptedAt !== null
        ? t(importWords.did, { when: moment(opened.acceptedAt), ...numbers })
        : added + changed === 0
          ? t(left === 0 ? importWords.noRows : importWords.nothingToDo)
          : t(importWords.would, numbers)
  return <p className={style['sentence']}>{text}</p>
}

/** What to look at: tables that were not recognised, doubtful rows, names. */
function ToCheck({ opened }: { opened: OpenedImport }) {
  const t = useWords()
  const { number } = useFormats()
  const names = useAsk(listUnresolved, { id: opened.id }).data?.rows ?? []
  const left = names.filter((row) => row.decision === null).length
  const unknown = opened.tables.filter((table) => table.form === null).length
  return (
    <ul className={style['check']}>
      <li>
        <Link to={importAddress(opened.id, 'tables')}>
          {t(importWords.tablesFound, { known: number(opened.tables.length - unknown) })}
          {unknown === 0 ? '' : t(importWords.tablesUnknown, { unknown: number(unknown) })}
        </Link>
      </li>
      <li>
        <Link to={importAddress(opened.id, 'findings')}>
          {t(importWords.findingsFound, {
            doubts: number(doubtsOf(opened.summary)),
            notices: number(opened.summary?.findings.notice ?? 0),
          })}
        </Link>
      </li>
      <li>
        {names.length === 0 ? (
          t(importWords.noNames)
        ) : (
          <Link to={importAddress(opened.id, 'names')}>
            {t(importWords.namesFound, { left: number(left), done: number(names.length - left) })}
          </Link>
        )}
      </li>
    </ul>
  )
}

function Records({ records }: { records: readonly Count[] }) {
  const t = useWords()
  return (
    <table className={style['records']}>
      <thead>
        <tr>
          <th scope="col">{t(importWords.record)}</th>
          <th scope="col">{t(importWords.added)}</th>
          <th scope="col">{t(importWords.changed)}</th>
          <th scope="col">{t(importWords.left)}</th>
        </tr>
      </thead>
      <tbody>
        {records.map((row) => (
          <tr key={row.table}>
            <th scope="row">{t(row.title)}</th>
            <Counted n={row.added} />
            <Counted n={row.changed} />
            <Counted n={row.left} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Noughts stand back, so that what happens stands out. */
function Counted({ n }: { n: number }) {
  const { number } = useFormats()
  return <td>{n === 0 ? <span className={style['nought']}>0</span> : <b>{number(n)}</b>}</td>
}
