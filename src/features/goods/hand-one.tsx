import { App, AutoComplete, Form, Input, InputNumber, Modal, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { v7 } from 'uuid'
import { evidenceIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { addEvidence } from '../ledger/evidence-schema.ts'
import { evidenceWords } from '../ledger/evidence-words.ts'
import { SignaturePad, type Signed } from '../ledger/signature-pad.tsx'
import { receiptWords, relations } from './goods-words.ts'
import { handOut, receiptSchema, type Receipt } from './hand-out-schema.ts'
import type { Round, Share } from './round-schema.ts'
import { roundWords as r } from './round-words.ts'

export type HandingOne = { readonly share: Share; readonly by: 'self' | 'relative' }
type Entry = { quantity: number; taker?: string; relation?: string }
const fields = ['quantity', 'taker', 'relation']

/** Hands one household its share, with who took it and how they signed for it. */
export function HandOne({ round, handing, onClose }: { round: Round; handing: HandingOne | undefined; onClose: () => void }) {
  return handing === undefined ? null : <Handing key={handing.share.key} round={round} handing={handing} onClose={onClose} />
}

function Handing({ round, handing: { share, by }, onClose }: { round: Round; handing: HandingOne; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const pad = useRef<Signed>(null)
  const [receipt, setReceipt] = useState<Receipt>(by === 'self' ? 'screen' : 'paper')
  const [hasInk, setHasInk] = useState(false)
  const [ids] = useState(() => ({ serviceId: serviceIdSchema.parse(v7()), evidenceId: evidenceIdSchema.parse(v7()) }))
  const handing = useDo(handOut)
  const signing = useDo(addEvidence)
  const note = useFieldProblems(form, fields, handing.failure)
  const name = share.members.map((member) => member.name).join('、')
  const finished = () => {
    onClose()
    void message.success(t(r.handed, { n: name }))
  }
  const sign = async (signedBy: string) => {
    const file = await pad.current?.toFile('signature')
    if (file === undefined) return finished()
    return signing.run(
      { serviceId: ids.serviceId, kind: 'signature', items: [{ id: ids.evidenceId, title: signedBy }] },
      { onDone: finished },
      [file],
    )
  }
  const save = ({ quantity, taker, relation }: Entry) => {
    const takenBy = by === 'self' ? null : { name: taker ?? '', relation: relation ?? '' }
    // The hand-out is written already when only the signature failed to arrive.
    if (handing.answer !== undefined) return void sign(takenBy?.name ?? name)
    return handing.run(
      { roundId: round.id, shares: [{ key: share.key, serviceId: ids.serviceId, quantity, takenBy, receipt }] },
      { onDone: () => void (receipt === 'screen' ? sign(takenBy?.name ?? name) : finished()) },
    )
  }
  const required = { required: true, whitespace: true, message: t(uiWords.required) }
  return (
    <Modal
      open
      title={t(by === 'self' ? r.signOf : r.relativeOf, { name })}
      okText={t(r.hand)}
      okButtonProps={{
        htmlType: 'submit',
        form: 'hand-one',
        loading: handing.busy || signing.busy,
        disabled: receipt === 'screen' && !hasInk,
      }}
      onCancel={onClose}
      mask={{ closable: false }}
      width={560}
    >
      <FailureNote failure={note} onRetry={handing.again} />
      <FailureNote failure={signing.failure} onRetry={signing.again} />
      <Form<Entry>
        form={form}
        name="hand-one"
        layout="vertical"
        requiredMark={false}
        initialValues={{ quantity: round.each }}
        onFinish={save}
      >
        <Form.Item name="quantity" label={t(r.quantity)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <InputNumber min={0.01} max={1_000_000} suffix={round.unit ?? ''} />
        </Form.Item>
        {by === 'self' ? null : (
          <>
            <Form.Item name="taker" label={t(r.taker)} rules={[required]}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="relation" label={t(r.relation)} rules={[required]}>
              <AutoComplete maxLength={20} placeholder={t(r.relationHint)} options={relations.map((value) => ({ value }))} />
            </Form.Item>
          </>
        )}
        <Form.Item label={t(r.receipt)}>
          <Segmented
            aria-label={t(r.receipt)}
            value={receipt}
            onChange={setReceipt}
            options={receiptSchema.options.map((value) => ({ value, label: t(receiptWords[value]) }))}
          />
        </Form.Item>
        {receipt === 'screen' ? (
          <>
            <p style={{ margin: '0 0 6px' }}>{t(evidenceWords.padHint)}</p>
            <SignaturePad ref={pad} onInk={setHasInk} />
          </>
        ) : null}
      </Form>
    </Modal>
  )
}
