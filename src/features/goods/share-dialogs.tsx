import { App, Form, Input, InputNumber } from 'antd'
import { v7 } from 'uuid'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { goodsWords as w } from './goods-words.ts'
import { returnGoods, undoHandOut } from './hand-out-schema.ts'
import { removeRecipients, type Round, type Share } from './round-schema.ts'
import { roundWords as r } from './round-words.ts'

export type ShareAct = { readonly share: Share; readonly to: 'undo' | 'back' | 'remove' }
type Entry = { id: string; reason: string; quantity?: number; place?: string }
const fields = ['reason', 'quantity', 'place']

/** What can be said of a share after it: it was not handed out, something came back, the household is left off. */
export function ShareDialogs({ round, act, onClose }: { round: Round; act: ShareAct | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const undoing = useDo(undoHandOut)
  const returning = useDo(returnGoods)
  const removing = useDo(removeRecipients)
  if (act === undefined) return null
  const { share, to } = act
  const name = share.members.map((member) => member.name).join('、')
  const onDone = () => {
    onClose()
    void message.success(t(w.saved))
  }
  const save = ({ id, reason, quantity = 0, place = '' }: Entry) => {
    if (to === 'remove') return removing.run({ roundId: round.id, key: share.key, reason }, { onDone })
    if (share.handed === null) return undefined
    const { serviceId, version } = share.handed
    if (to === 'undo') return undoing.run({ serviceId, version, reason }, { onDone })
    return returning.run({ id, serviceId, version, quantity, place, day: today(), reason }, { onDone })
  }
  return (
    <FormDialog<Entry>
      open
      name={`share-${to}`}
      title={t({ undo: r.undoOf, back: r.giveBackOf, remove: r.removeOf }[to], { name })}
      {...(to === 'undo' ? { about: t(r.undoAbout) } : {})}
      action={t({ undo: r.undo, back: r.giveBack, remove: r.remove }[to])}
      fields={fields}
      first={{ id: v7(), quantity: share.handed?.quantity ?? round.each, place: round.place }}
      doing={{ undo: undoing, back: returning, remove: removing }[to]}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      {to === 'back' ? (
        <>
          <Form.Item name="quantity" label={t(r.quantity)} rules={[{ required: true, message: t(uiWords.required) }]}>
            <InputNumber min={0.01} max={1_000_000} suffix={round.unit ?? ''} />
          </Form.Item>
          <Form.Item name="place" label={t(r.backTo)}>
            <Input maxLength={40} />
          </Form.Item>
        </>
      ) : null}
      <ReasonField label={t(w.reason)} />
    </FormDialog>
  )
}
