import { Link } from 'react-router'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { importAddress } from './import-address.tsx'
import { ImportState } from './import-state.tsx'
import { importsWords } from './imports-words.ts'
import { listImports, type ImportRow } from './schema.ts'
import { doubtsOf, totalsOf } from './totals-rules.ts'

const limit = 20

/** Every import of a project, the newest first. */
export function ImportHistory({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const { moment } = useFormats()
  const { offset, setOffset } = useQueryState([])
  const asked = useAsk(listImports, { projectId, offset, limit }, { keepFormer: true })
  const columns: Column<ImportRow>[] = [
    { title: importsWords.when, cell: (row) => <Link to={importAddress(row.id)}>{moment(row.createdAt)}</Link>, heads: true, whole: true },
    { title: importsWords.state, cell: (row) => <ImportState state={row.state} />, heads: true, whole: true },
    { title: importsWords.who, cell: (row) => row.createdBy ?? '—', whole: true },
    { title: importsWords.files, cell: (row) => <FileNames files={row.files} /> },
    { title: importsWords.counts, cell: (row) => <Counts row={row} /> },
    {
      title: uiWords.actions,
      acts: true,
      cell: (row) => (
        <Link
          to={importAddress(row.id)}
          aria-label={t(row.state === 'read' ? importsWords.goOnOf : importsWords.openOf, { when: moment(row.createdAt) })}
        >
          {t(row.state === 'read' ? importsWords.goOn : importsWords.open)}
        </Link>
      ),
    },
  ]
  return (
    <AskedState asked={asked}>
      {({ rows, total }) => (
        <>
          <RecordTable
            name={t(importsWords.historyList)}
            columns={columns}
            rows={rows}
            keyOf={(row) => row.id}
            empty={t(importsWords.noHistory)}
            busy={asked.isPlaceholderData}
          />
          <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
        </>
      )}
    </AskedState>
  )
}

function FileNames({ files }: { files: ImportRow['files'] }) {
  const t = useWords()
  const [first] = files
  if (first === undefined) return '—'
  return files.length === 1 ? first.name : t(importsWords.fileCount, { first: first.name, n: files.length })
}

function Counts({ row: { summary } }: { row: ImportRow }) {
  const t = useWords()
  const { number } = useFormats()
  if (summary === null) return '—'
  const { added, changed, left } = totalsOf(summary)
  return (
    <>
      {t(importsWords.countsText, { added: number(added), changed: number(changed), left: number(left) })}
      <br />
      {t(importsWords.doubtsText, { doubts: number(doubtsOf(summary)), names: number(summary.unresolved) })}
    </>
  )
}
