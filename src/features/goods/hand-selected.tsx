import { App, Form, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { receiptWords } from './goods-words.ts'
import { handOut, type Receipt } from './hand-out-schema.ts'
import type { Round, Share } from './round-schema.ts'
import { roundWords as r } from './round-words.ts'

const fields = ['receipt']

/** Hands the chosen households their shares at once: each took it itself. */
export function HandSelected({
  round,
  shares,
  open,
  onClose,
}: {
  round: Round
  shares: readonly Share[]
  open: boolean
  onClose: () => void
}) {
  return open ? <Handing round={round} shares={shares} onClose={onClose} /> : null
}

function Handing({ round, shares, onClose }: { round: Round; shares: readonly Share[]; onClose: () => void }) {
  const t = useWords()
  const { number } = useFormats()
  const { message } = App.useApp()
  const handing = useDo(handOut)
  // Made once, so that trying again is the same hand-outs.
  const [asked] = useState(() =>
    shares.map(({ key }) => ({ key, serviceId: serviceIdSchema.parse(v7()), quantity: round.each, takenBy: null })),
  )
  return (
    <FormDialog<{ receipt: Exclude<Receipt, 'screen'> }>
      open
      name="hand-selected"
      title={t(r.handTitle, { n: asked.length, each: `${number(round.each)}${round.unit ?? ''}` })}
      about={t(r.handAbout)}
      action={t(r.hand)}
      fields={fields}
      first={{ receipt: 'paper' }}
      doing={handing}
      onFinish={({ receipt }) =>
        handing.run(
          { roundId: round.id, shares: asked.map((share) => ({ ...share, receipt })) },
          {
            onDone: ({ handed, stock }) => {
              onClose()
              void message.success(t(r.done, { n: handed, left: `${number(stock)}${round.unit ?? ''}` }))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="receipt" label={t(r.receipt)}>
        <Select options={(['paper', 'fingerprint'] as const).map((value) => ({ value, label: t(receiptWords[value]) }))} />
      </Form.Item>
    </FormDialog>
  )
}
