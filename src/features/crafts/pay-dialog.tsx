import { App, Form, Input, Modal, Select } from 'antd'
import { useRef, useState } from 'react'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { evidenceIdSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { addEvidence } from '../ledger/evidence-schema.ts'
import { evidenceWords } from '../ledger/evidence-words.ts'
import { SignaturePad, type Signed } from '../ledger/signature-pad.tsx'
import { acknowledgedWords, craftWords as w, meansWords } from './craft-words.ts'
import { acknowledgedSchema, payMaker, payMeansSchema, type Sale } from './income-schema.ts'

type Entry = { paidOn: string; means: string; acknowledgedBy: string; acknowledgedHow: string; keptAt?: string | null }
const fields = ['paidOn', 'acknowledgedBy', 'keptAt']

type Props = { name: string; sales: readonly Sale[]; amountFen: number; open: boolean; onClose: () => void }

/** Pays a maker all that is due, signed for on the screen, on paper or by a fingerprint. */
export const PayDialog = (props: Props) => (props.open ? <Paying {...props} /> : null)

function Paying({ name, sales, amountFen, onClose }: Props) {
  const t = useWords()
  const { money } = useFormats()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const how = Form.useWatch('acknowledgedHow', form)
  const pad = useRef<Signed>(null)
  const [hasInk, setHasInk] = useState(false)
  // What is paid stays what it was when the dialog opened, and trying again is the same payment.
  const [asked] = useState(() => ({ id: v7(), evidenceId: evidenceIdSchema.parse(v7()), sales, amountFen }))
  const paying = useDo(payMaker)
  const signing = useDo(addEvidence)
  const note = useFieldProblems(form, fields, paying.failure)
  const finished = () => {
    onClose()
    void message.success(t(w.saved))
  }
  const sign = async (signedBy: string) => {
    const file = await pad.current?.toFile('signature')
    const [first] = asked.sales
    if (file === undefined || first === undefined) return finished()
    return signing.run(
      { serviceId: first.id, kind: 'signature', items: [{ id: asked.evidenceId, title: signedBy }] },
      { onDone: finished },
      [file],
    )
  }
  const save = (entry: Entry) => {
    if (paying.answer !== undefined) return void sign(entry.acknowledgedBy)
    return paying.run(
      {
        id: asked.id,
        saleIds: asked.sales.map(({ id }) => id),
        amountFen: asked.amountFen,
        paidOn: daySchema.parse(entry.paidOn),
        means: payMeansSchema.parse(entry.means),
        acknowledgedBy: entry.acknowledgedBy,
        acknowledgedHow: acknowledgedSchema.parse(entry.acknowledgedHow),
        keptAt: entered(entry.keptAt),
      },
      { onDone: () => void (entry.acknowledgedHow === 'screen' ? sign(entry.acknowledgedBy) : finished()) },
    )
  }
  const required = { required: true, whitespace: true, message: t(uiWords.required) }
  return (
    <Modal
      open
      title={t(w.payTitle, { name, n: money(asked.amountFen) })}
      okText={t(w.payAction)}
      okButtonProps={{ htmlType: 'submit', form: 'pay-maker', loading: paying.busy || signing.busy, disabled: how === 'screen' && !hasInk }}
      onCancel={onClose}
      mask={{ closable: false }}
      width={560}
    >
      <FailureNote failure={note} onRetry={paying.again} />
      <FailureNote failure={signing.failure} onRetry={signing.again} />
      <Form<Entry>
        form={form}
        name="pay-maker"
        layout="vertical"
        requiredMark={false}
        initialValues={{ paidOn: today(), means: 'transfer', acknowledgedBy: name, acknowledgedHow: 'screen' }}
        onFinish={save}
      >
        <Form.Item name="paidOn" label={t(w.paidOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <DayField upTo={today()} />
        </Form.Item>
        <Form.Item name="means" label={t(w.means)}>
          <Select options={payMeansSchema.options.map((value) => ({ value, label: t(meansWords[value]) }))} />
        </Form.Item>
        <Form.Item name="acknowledgedBy" label={t(w.acknowledgedBy)} rules={[required]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="acknowledgedHow" label={t(w.acknowledgedHow)}>
          <Select options={acknowledgedSchema.options.map((value) => ({ value, label: t(acknowledgedWords[value]) }))} />
        </Form.Item>
        {how === 'screen' ? (
          <>
            <p style={{ margin: '0 0 6px' }}>{t(evidenceWords.padHint)}</p>
            <SignaturePad ref={pad} onInk={setHasInk} />
          </>
        ) : (
          <Form.Item name="keptAt" label={t(w.keptAt)}>
            <Input maxLength={80} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
