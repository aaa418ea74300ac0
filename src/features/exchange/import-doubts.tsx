import { Select } from 'antd'
import { useAsk } from '../../web/client/calls.ts'
import { ExportButton } from '../../web/export-button.tsx'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { useNarrow } from '../../web/ui/narrow.ts'
import { Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { doubtWords } from './doubt-words.ts'
import style from './import-doubts.module.css'
import type { OpenedImport } from './import-page.tsx'
import { listFindings, type FindingRow } from './schema.ts'

const limit = 50
const severities = ['error', 'warning', 'notice'] as const

/** Doubtful rows by kind, each with its place, what stands there, what is wrong and what to do. */
export function ImportDoubts({ opened }: { opened: OpenedImport }) {
  const t = useWords()
  const narrow = useNarrow()
  const query = useQueryState(['code', 'file'])
  const [code, file] = [query.get('code'), query.get('file')]
  const asked = useAsk(
    listFindings,
    { id: opened.id, offset: query.offset, limit, ...(code === '' ? {} : { code }), ...(file === '' ? {} : { file }) },
    { keepFormer: true },
  )
  if (opened.findingCounts.length === 0)
    return (
      <Panel>
        <p>{t(doubtWords.none)}</p>
      </Panel>
    )
  return (
    <Panel>
      <div className={style['top']}>
        <p>{t(doubtWords.about)}</p>
        <ExportButton input={{ list: 'findings', projectId: opened.projectId, importId: opened.id }} />
      </div>
      <div className={style['columns']}>
        {narrow ? null : <Kinds opened={opened} code={code} onChoose={(next) => query.set({ code: next })} />}
        <div>
          <Filters name={t(doubtWords.filter)}>
            {narrow ? (
              <Filter id="doubt-kind" label={t(doubtWords.kind)}>
                <KindSelect opened={opened} code={code} onChoose={(next) => query.set({ code: next })} />
              </Filter>
            ) : null}
            <Filter id="doubt-file" label={t(doubtWords.file)} wide>
              <Select
                id="doubt-file"
                value={file}
                onChange={(next) => query.set({ file: next })}
                options={[{ value: '', label: t(doubtWords.allFiles) }, ...opened.files.map(({ name }) => ({ value: name, label: name }))]}
              />
            </Filter>
          </Filters>
          <AskedState asked={asked}>
            {({ rows, total }) => (
              <>
                <RecordTable
                  name={t(doubtWords.list)}
                  columns={columns}
                  rows={rows}
                  keyOf={(row) => String(row.position)}
                  empty={t(doubtWords.noneFits)}
                  busy={asked.isPlaceholderData}
                />
                <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
              </>
            )}
          </AskedState>
        </div>
      </div>
    </Panel>
  )
}

const columns: Column<FindingRow>[] = [
  { title: doubtWords.where, cell: (row) => <Where row={row} />, heads: true },
  { title: doubtWords.seen, cell: ({ seen }) => <Seen seen={seen} /> },
  { title: doubtWords.wrong, cell: (row) => <Said words={row.wrong} /> },
  { title: doubtWords.toDo, cell: (row) => <Said words={row.toDo} /> },
]

function Where({ row: { file, sheet, row, column } }: { row: FindingRow }) {
  const t = useWords()
  return (
    <span className={style['where']}>
      <b>
        {sheet ?? file} {row === null ? '' : t(doubtWords.row, { row })}
      </b>
      <small>
        {sheet === null ? '' : `${file} `}
        {column === null ? '' : t(doubtWords.column, { column })}
      </small>
    </span>
  )
}

function Seen({ seen }: { seen: string | null }) {
  const t = useWords()
  return seen === null || seen === '' ? (
    <span className={style['blank']}>{t(doubtWords.blank)}</span>
  ) : (
    <span className={style['seen']}>{seen}</span>
  )
}

function Said({ words }: { words: { zh: string; en: string } }) {
  const t = useWords()
  return t(words)
}

/** The kinds with their counts; what is graver comes first. */
function Kinds({ opened, code, onChoose }: { opened: OpenedImport; code: string; onChoose: (code: string) => void }) {
  const t = useWords()
  const { number } = useFormats()
  const all = opened.findingCounts.reduce((sum, { count }) => sum + count, 0)
  return (
    <nav className={style['kinds']} aria-label={t(doubtWords.kinds)}>
      <Kind title={t(doubtWords.all)} count={number(all)} isChosen={code === ''} onChoose={() => onChoose('')} />
      {severities.map((severity) => {
        const kinds = opened.findingCounts.filter((each) => each.severity === severity)
        if (kinds.length === 0) return null
        return (
          <div key={severity}>
            <h2>{t(doubtWords[severity])}</h2>
            {kinds.map((kind) => (
              <Kind
                key={kind.code}
                title={t(kind.title)}
                count={number(kind.count)}
                isChosen={code === kind.code}
                onChoose={() => onChoose(kind.code)}
              />
            ))}
          </div>
        )
      })}
    </nav>
  )
}

function Kind({ title, count, isChosen, onChoose }: { title: string; count: string; isChosen: boolean; onChoose: () => void }) {
  return (
    <button type="button" aria-pressed={isChosen} onClick={onChoose}>
      <span>{title}</span>
      <span>{count}</span>
    </button>
  )
}

function KindSelect({ opened, code, onChoose }: { opened: OpenedImport; code: string; onChoose: (code: string) => void }) {
  const t = useWords()
  const { number } = useFormats()
  return (
    <Select
      id="doubt-kind"
      value={code}
      onChange={onChoose}
      options={[
        { value: '', label: t(doubtWords.all) },
        ...severities.flatMap((severity) =>
          opened.findingCounts
            .filter((each) => each.severity === severity)
            .map((kind) => ({ value: kind.code, label: `${t(kind.title)} ${number(kind.count)}` })),
        ),
      ]}
    />
  )
}
