import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { ChangeLot, ReceiveLot, type LotChange } from './supply-dialogs.tsx'
import { stopOf } from './supply-rules.ts'
import { listSupplies, type Supply } from './supply-schema.ts'
import { supplyKindWords, supplyWords } from './supply-words.ts'

/** Medicines and glasses that charities gave to the project, lot by lot. */
export function SuppliesPage() {
  return <WithProject page={supplyWords.title}>{(project) => <Supplies key={project.id} project={project} />}</WithProject>
}

function Supplies({ project }: { project: ListedProject }) {
  const t = useWords()
  const { day, number } = useFormats()
  const mayWrite = useMay('clinics.write')
  const asked = useAsk(listSupplies, { projectId: project.id })
  const [receiving, setReceiving] = useState(false)
  const [change, setChange] = useState<LotChange>()
  const columns: Column<Supply>[] = [
    { title: supplyWords.name, heads: true, cell: (row) => `${row.name} ${row.strength ?? ''}` },
    { title: supplyWords.kind, whole: true, cell: (row) => t(supplyKindWords[row.kind]) },
    { title: supplyWords.source, cell: (row) => row.source },
    { title: supplyWords.lot, cell: (row) => row.lot ?? '—' },
    { title: supplyWords.expiresOn, whole: true, cell: (row) => (row.expiresOn === null ? '—' : day(row.expiresOn)) },
    {
      title: supplyWords.checkedBy,
      cell: (row) => (row.checkedBy === null ? '—' : `${row.checkedBy} ${row.checkedOn === null ? '' : day(row.checkedOn)}`),
    },
    { title: supplyWords.left, numeric: true, cell: (row) => `${number(row.left)}/${number(row.quantity)} ${row.unit}` },
    {
      title: supplyWords.state,
      cell: (row) => {
        const stop = stopOf(row, today())
        return stop === undefined ? <Chip tone="good">{t(supplyWords.ready)}</Chip> : <Chip tone="look">{t(stop.because)}</Chip>
      },
    },
  ]
  const acts: Column<Supply> = {
    title: uiWords.actions,
    acts: true,
    cell: (row) => (
      <>
        {row.kind === 'medicine' && row.checkedBy === null ? (
          <Button
            size="small"
            aria-label={t(supplyWords.checkOf, { name: row.name })}
            onClick={() => setChange({ lot: row, to: 'checked' })}
          >
            {t(supplyWords.check)}
          </Button>
        ) : null}{' '}
        <Button
          size="small"
          type="link"
          aria-label={t(row.withdrawnReason === null ? supplyWords.withdrawOf : supplyWords.restoreOf, { name: row.name })}
          onClick={() => setChange({ lot: row, to: row.withdrawnReason === null ? 'withdrawn' : 'restored' })}
        >
          {t(row.withdrawnReason === null ? supplyWords.withdraw : supplyWords.restore)}
        </Button>
      </>
    ),
  }
  return (
    <Page
      title={t(supplyWords.title)}
      about={t(supplyWords.about)}
      actions={
        mayWrite ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setReceiving(true)}>
            {t(supplyWords.receive)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <AskedState asked={asked}>
          {({ rows }) => (
            <RecordTable
              name={t(supplyWords.list)}
              columns={mayWrite ? [...columns, acts] : columns}
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(supplyWords.none)}
            />
          )}
        </AskedState>
      </Panel>
      <ReceiveLot projectId={project.id} open={receiving} onClose={() => setReceiving(false)} />
      <ChangeLot change={change} onClose={() => setChange(undefined)} />
    </Page>
  )
}
