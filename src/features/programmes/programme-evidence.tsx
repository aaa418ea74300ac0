import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { StatusChip } from '../ledger/status-chip.tsx'
import { AttachDialog } from './attach-dialog.tsx'
import { programmeWords as w } from './programme-words.ts'
import { removeProgrammeService, type OpenedProgramme, type ProgrammeService } from './schema.ts'

/** The services of the ledger that belong to a programme: what its figures are counted from. */
export function ProgrammeEvidence({ programme }: { programme: OpenedProgramme }) {
  const t = useWords()
  const { day, number } = useFormats()
  const { message } = App.useApp()
  const mayReadServices = useMay('services.read')
  const [attaching, setAttaching] = useState(false)
  const [leaving, setLeaving] = useState<ProgrammeService>()
  const doing = useDo(removeProgrammeService)
  const mayAttach = programme.mayChange && mayReadServices && programme.state !== 'ended'
  const nameOf = (service: ProgrammeService) => service.title ?? t(kindWords[service.kind])
  const columns: Column<ProgrammeService>[] = [
    {
      title: w.service,
      heads: true,
      cell: (row) => (
        <>
          <Link to={`/services/${row.id}`}>{nameOf(row)}</Link> {row.status === 'held' ? null : <StatusChip status={row.status} />}
        </>
      ),
    },
    { title: w.kind, whole: true, cell: (row) => t(kindWords[row.kind]) },
    { title: w.day, whole: true, cell: (row) => (row.day === null ? '—' : day(row.day)) },
    { title: w.times, numeric: true, cell: (row) => number(row.attendances) },
    { title: w.photos, numeric: true, cell: (row) => (row.photos === 0 ? '—' : number(row.photos)) },
    ...(mayAttach
      ? [
          {
            title: uiWords.actions,
            acts: true,
            cell: (row: ProgrammeService) => (
              <Button size="small" type="link" aria-label={t(w.detachOf, { name: nameOf(row) })} onClick={() => setLeaving(row)}>
                {t(w.detach)}
              </Button>
            ),
          } as const,
        ]
      : []),
  ]
  return (
    <Panel
      title={t(w.evidence)}
      {...(mayAttach
        ? {
            actions: (
              <Button {...(programme.state === 'active' ? { type: 'primary' as const } : {})} onClick={() => setAttaching(true)}>
                {t(w.attach)}
              </Button>
            ),
          }
        : {})}
    >
      <RecordTable name={t(w.evidence)} columns={columns} rows={programme.services} keyOf={(row) => row.id} empty={t(w.noEvidence)} />
      <AttachDialog programme={programme} open={attaching} onClose={() => setAttaching(false)} />
      <ReasonDialog
        open={leaving !== undefined}
        of={leaving?.id}
        title={t(w.detach)}
        about={t(w.detachAbout)}
        action={t(w.detach)}
        label={t(w.reason)}
        doing={doing}
        onReason={(reason) => {
          if (leaving === undefined) return
          doing.run(
            { id: programme.id, serviceId: leaving.id, reason },
            {
              onDone: () => {
                setLeaving(undefined)
                void message.success(t(w.done))
              },
            },
          )
        }}
        onClose={() => setLeaving(undefined)}
      />
    </Panel>
  )
}
