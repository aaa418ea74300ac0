import { Button } from 'antd'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useDownload } from '../../web/client/download.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { sizeText } from '../exchange/upload-rules.ts'
import { fetchPack, listPacks } from './pack-schema.ts'
import { pageWords } from './page-words.ts'

type Row = ReturnType<typeof listPacks.output.parse>['packs'][number]

/** The packs that were made, each with the hash by which its manifest is told. */
export function PackHistory({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const { day, moment, number } = useFormats()
  const asked = useAsk(listPacks, { projectId })
  const download = useDownload(fetchPack)
  const columns: Column<Row>[] = [
    { title: pageWords.madeAt, cell: (pack) => moment(pack.madeAt), heads: true, whole: true },
    { title: pageWords.madeBy, cell: (pack) => pack.madeBy },
    { title: pageWords.asOf, cell: (pack) => day(pack.day), whole: true },
    { title: pageWords.version, cell: (pack) => t(pack.named ? pageWords.named : pageWords.masked), whole: true },
    { title: pageWords.files, cell: (pack) => number(pack.files), numeric: true },
    { title: pageWords.size, cell: (pack) => sizeText(pack.bytes), numeric: true, whole: true },
    { title: pageWords.manifest, cell: (pack) => <code title={pack.manifestSha256}>{pack.manifestSha256.slice(0, 16)}</code> },
    {
      title: uiWords.actions,
      acts: true,
      cell: (pack) =>
        pack.mayFetch ? (
          <Button
            size="small"
            loading={download.busy}
            aria-label={t(pageWords.downloadOf, { at: moment(pack.madeAt) })}
            onClick={() => download.run({ id: pack.id })}
          >
            {t(pageWords.download)}
          </Button>
        ) : (
          t(pageWords.notYours)
        ),
    },
  ]
  return (
    <Panel title={t(pageWords.packs)}>
      <FailureNote failure={download.failure} />
      <AskedState asked={asked}>
        {({ packs }) => (
          <RecordTable name={t(pageWords.packs)} columns={columns} rows={packs} keyOf={(pack) => pack.id} empty={t(pageWords.packsNone)} />
        )}
      </AskedState>
    </Panel>
  )
}
