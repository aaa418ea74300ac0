import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { bulletinIdSchema, composeBulletin, listBulletins, saveBulletin, type BulletinRow } from './bulletin-schema.ts'
import { publishingWords } from './publishing-words.ts'
import { StateChip } from './state-chip.tsx'

const limit = 20

/** The bulletins of the project, the newest first. */
export function BulletinsPage() {
  return <WithProject page={publishingWords.bulletins}>{(project) => <Bulletins key={project.id} project={project} />}</WithProject>
}

function Bulletins({ project }: { project: ListedProject }) {
  const t = useWords()
  const { moment } = useFormats()
  const mayWrite = useMay('bulletins.write')
  const { offset, setOffset } = useQueryState([])
  const asked = useAsk(listBulletins, { projectId: project.id, offset, limit }, { keepFormer: true })
  const composing = useDo(composeBulletin)
  const saving = useDo(saveBulletin)
  const navigate = useNavigate()
  const start = () =>
    composing.run(
      { projectId: project.id },
      {
        onDone: (content) => {
          const id = bulletinIdSchema.parse(saving.newId())
          saving.run({ id, version: 0, projectId: project.id, content }, { onDone: () => void navigate(`/bulletins/${id}`) })
        },
      },
    )
  const columns: Column<BulletinRow>[] = [
    { title: publishingWords.titleField, cell: (row) => <Link to={`/bulletins/${row.id}`}>{row.title}</Link>, heads: true },
    { title: publishingWords.state, cell: (row) => <StateChip state={row.state} superseded={row.superseded} />, whole: true },
    { title: { zh: '版次', en: 'Edition' }, cell: (row) => t(publishingWords.edition, { n: row.edition }), whole: true },
    { title: publishingWords.author, cell: (row) => row.by ?? '—' },
    { title: publishingWords.changed, cell: (row) => moment(row.changedAt), whole: true },
    { title: publishingWords.published, cell: (row) => (row.publishedAt === null ? '—' : moment(row.publishedAt)), whole: true },
    {
      title: { zh: '定稿后', en: 'Since' },
      cell: (row) =>
        row.state !== 'published' ? (
          '—'
        ) : row.drifted > 0 ? (
          <Chip tone="look">{t(publishingWords.drifted, { n: row.drifted })}</Chip>
        ) : (
          t(publishingWords.steady)
        ),
    },
  ]
  return (
    <Page
      title={t(publishingWords.bulletins)}
      about={t(publishingWords.bulletinsAbout)}
      actions={
        <>
          <Button onClick={() => void navigate('/frozen')}>{t(publishingWords.frozen)}</Button>
          {mayWrite ? (
            <Button type="primary" icon={<Icon name="plus" />} loading={composing.busy || saving.busy} onClick={start}>
              {t(publishingWords.compose)}
            </Button>
          ) : null}
        </>
      }
    >
      <Panel>
        <FailureNote failure={composing.failure ?? saving.failure} onRetry={start} />
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <RecordTable
                name={t(publishingWords.list)}
                columns={columns}
                rows={rows}
                keyOf={(row) => row.id}
                empty={t(publishingWords.none)}
                busy={asked.isPlaceholderData}
              />
              <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}
