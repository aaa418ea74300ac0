import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { serviceIdSchema, attendanceIdSchema } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import type { ClinicDay } from './day-schema.ts'
import { stopOf } from './supply-rules.ts'
import { handOver, handOversOfClinic, listSupplies, undoHandOver, type HandOver } from './supply-schema.ts'
import { supplyWords } from './supply-words.ts'

/** What was handed over at a clinic day: medicines and glasses. */
export function ClinicHandOvers({ clinic, mayWrite }: { clinic: ClinicDay; mayWrite: boolean }) {
  const t = useWords()
  const asked = useAsk(handOversOfClinic, { serviceId: clinic.id })
  const [handing, setHanding] = useState(false)
  const [undoing, setUndoing] = useState<HandOver>()
  return (
    <Panel
      title={t(supplyWords.handed)}
      actions={
        mayWrite && clinic.people.length > 0 ? (
          <Button size="small" onClick={() => setHanding(true)}>
            {t(supplyWords.handOver)}
          </Button>
        ) : undefined
      }
    >
      <AskedState asked={asked}>
        {({ rows }) => (
          <Entries
            rows={rows}
            keyOf={(row) => row.id}
            empty={t(supplyWords.handedNone)}
            head={(row) => `${row.person} · ${row.name} ${row.strength ?? ''} ${row.quantity}${row.unit}`}
            more={(row) => [row.lot, row.explainedBy, row.takenBy].filter((text) => text !== null).join(' · ')}
            acts={(row) =>
              mayWrite ? (
                <Button
                  size="small"
                  type="link"
                  aria-label={t(supplyWords.undoOf, { name: row.person, what: row.name })}
                  onClick={() => setUndoing(row)}
                >
                  {t(supplyWords.undo)}
                </Button>
              ) : null
            }
          />
        )}
      </AskedState>
      <HandOverDialog clinic={clinic} open={handing} onClose={() => setHanding(false)} />
      <UndoDialog handed={undoing} onClose={() => setUndoing(undefined)} />
    </Panel>
  )
}

type Entry = { attendanceId: string; supplyId: string; quantity: number; takenBy?: string; explainedBy?: string }
const fields = ['attendanceId', 'supplyId', 'quantity', 'takenBy', 'explainedBy']
const noteOf = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim())

function HandOverDialog({ clinic, open, onClose }: { clinic: ClinicDay; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const handing = useDo(handOver)
  // One hand-over is one id, however often it is tried.
  const [id, setId] = useState(() => v7())
  const supplies = useAsk(listSupplies, { projectId: clinic.projectId }, { when: open })
  const required = { required: true, message: t(uiWords.choose) }
  return (
    <FormDialog<Entry>
      open={open}
      name="hand-over"
      title={t(supplyWords.handOver)}
      action={t(supplyWords.handOver)}
      fields={fields}
      first={{ quantity: 1 }}
      doing={handing}
      onFinish={(entry) =>
        handing.run(
          {
            id,
            attendanceId: attendanceIdSchema.parse(entry.attendanceId),
            supplyId: serviceIdSchema.parse(entry.supplyId),
            quantity: entry.quantity,
            takenBy: noteOf(entry.takenBy),
            explainedBy: noteOf(entry.explainedBy),
          },
          {
            onDone: () => {
              setId(v7())
              onClose()
              void message.success(t(supplyWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="attendanceId" label={t(supplyWords.who)} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={clinic.people.map(({ attendanceId, name }) => ({ value: attendanceId, label: name }))}
        />
      </Form.Item>
      <Form.Item name="supplyId" label={t(supplyWords.what)} rules={[required]}>
        <Select
          loading={supplies.isFetching}
          notFoundContent={t(supplyWords.noLots)}
          options={(supplies.data?.rows ?? []).map((lot) => {
            const stop = stopOf(lot, clinic.day ?? today())
            const label = `${lot.name} ${lot.strength ?? ''} · ${lot.left}${lot.unit}`
            return { value: lot.id, label: stop === undefined ? label : `${label} · ${t(stop.because)}`, disabled: stop !== undefined }
          })}
        />
      </Form.Item>
      <Form.Item name="quantity" label={t(supplyWords.quantity)} rules={[required]}>
        <InputNumber min={1} max={1000} precision={0} />
      </Form.Item>
      <Form.Item name="explainedBy" label={t(supplyWords.explainedBy)}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="takenBy" label={t(supplyWords.takenBy)}>
        <Input maxLength={40} />
      </Form.Item>
    </FormDialog>
  )
}

function UndoDialog({ handed, onClose }: { handed: HandOver | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const undoing = useDo(undoHandOver)
  return (
    <ReasonDialog
      open={handed !== undefined}
      title={t(supplyWords.undoOf, { name: handed?.person ?? '', what: handed?.name ?? '' })}
      action={t(supplyWords.undo)}
      label={t(supplyWords.reason)}
      doing={undoing}
      onReason={(reason) => {
        if (handed === undefined) return
        undoing.run(
          { attendanceId: handed.attendanceId, id: handed.id, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(supplyWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    />
  )
}
