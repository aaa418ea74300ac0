import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { AddCarer, AskDialog, EndDialog } from './carer-dialogs.tsx'
import { RespitePaper } from './respite-paper.tsx'
import { respiteWords } from './respite-words.ts'
import { listCarers, type Carer } from './schema.ts'
import { SlotList } from './slot-list.tsx'

/** Family carers, and the hours they are relieved. */
export function RespitePage() {
  return <WithProject page={respiteWords.title}>{(project) => <Respite key={project.id} projectId={project.id} />}</WithProject>
}

function Respite({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const mayWrite = useMay('respite.write')
  const [adding, setAdding] = useState(false)
  const asked = useAsk(listCarers, { projectId })
  return (
    <Page
      title={t(respiteWords.title)}
      actions={
        mayWrite ? (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t(respiteWords.addCarer)}
          </Button>
        ) : undefined
      }
    >
      <AskedState asked={asked}>
        {({ carers, slots, families }) => (
          <>
            <Panel title={t(respiteWords.slots)}>
              <SlotList slots={slots} families={families} mayWrite={mayWrite} />
            </Panel>
            <Panel title={t(respiteWords.carers)}>
              <Carers carers={carers} mayWrite={mayWrite} />
            </Panel>
          </>
        )}
      </AskedState>
      <AddCarer projectId={projectId} open={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}

function Carers({ carers, mayWrite }: { carers: readonly Carer[]; mayWrite: boolean }) {
  const t = useWords()
  const { day, minutes } = useFormats()
  const mayAssess = useMay('assessments.write')
  const [asking, setAsking] = useState<Carer>()
  const [ending, setEnding] = useState<Carer>()
  const columns: Column<Carer>[] = [
    {
      title: respiteWords.carer,
      heads: true,
      cell: (row) => (
        <>
          <Link to={`/people/${row.carerId}`}>{row.carer}</Link>
          {row.phone === null ? null : <div>{row.phone}</div>}
        </>
      ),
    },
    {
      title: respiteWords.elder,
      cell: (row) => (
        <>
          {row.elderId === null ? row.elder : <Link to={`/people/${row.elderId}`}>{row.elder}</Link>}
          {row.relation === null ? null : <div>{row.relation}</div>}
          {row.endedOn === null ? null : <div>{t(respiteWords.ended, { day: day(row.endedOn), reason: row.endReason ?? '' })}</div>}
        </>
      ),
    },
    { title: respiteWords.community, whole: true, cell: (row) => row.communityName ?? '—' },
    {
      title: respiteWords.strain,
      whole: true,
      cell: (row) =>
        row.strain === null ? (
          mayAssess ? (
            <Link to={`/people/${row.carerId}/assess/carer-strain`}>{t(respiteWords.strainAsk)}</Link>
          ) : (
            '—'
          )
        ) : row.strain.day === null ? (
          t(respiteWords.strainBare, { score: row.strain.score })
        ) : (
          t(respiteWords.strainOf, { score: row.strain.score, day: day(row.strain.day) })
        ),
    },
    {
      title: respiteWords.had,
      whole: true,
      cell: (row) => (row.sessions === 0 ? '—' : t(respiteWords.hadOf, { n: row.sessions, time: minutes(row.minutes) })),
    },
    { title: respiteWords.last, whole: true, cell: (row) => (row.lastOn === null ? '—' : day(row.lastOn)) },
    { title: respiteWords.sheet, acts: true as const, cell: (row: Carer) => <RespitePaper carer={row} /> },
    ...(mayWrite
      ? [
          {
            title: uiWords.actions,
            acts: true as const,
            cell: (row: Carer) => (
              <Buttons>
                {row.endedOn === null ? (
                  <Button size="small" aria-label={t(respiteWords.askOf, { name: row.carer })} onClick={() => setAsking(row)}>
                    {t(respiteWords.ask)}
                  </Button>
                ) : null}
                <Button size="small" type="text" onClick={() => setEnding(row)}>
                  {t(row.endedOn === null ? respiteWords.end : respiteWords.endBack)}
                </Button>
              </Buttons>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <RecordTable
        name={t(respiteWords.carers)}
        columns={columns}
        rows={carers}
        keyOf={(row) => row.relationId}
        empty={t(respiteWords.carersNone)}
      />
      <AskDialog carer={asking} onClose={() => setAsking(undefined)} />
      <EndDialog carer={ending} onClose={() => setEnding(undefined)} />
    </>
  )
}
