import { App, AutoComplete, Form, InputNumber, Select } from 'antd'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { causeWords, goodsWords as w } from './goods-words.ts'
import type { Lot } from './lot-schema.ts'
import { countGoods, lossCauseSchema, loseGoods, moveGoods, takeCauseSchema } from './stock-schema.ts'

export type StockAct = 'lose' | 'move' | 'count'

/** What lies where; before anybody worked with an imported lot, all of it where nobody said. */
const placesOf = (lot: Lot) =>
  lot.places.length > 0 || lot.movements.length > 0 ? lot.places : [{ place: '', quantity: Math.max(0, lot.stock) }]

export function StockDialogs({ lot, act, onClose }: { lot: Lot; act: StockAct | undefined; onClose: () => void }) {
  return (
    <>
      <Lose lot={lot} open={act === 'lose'} onClose={onClose} />
      <Move lot={lot} open={act === 'move'} onClose={onClose} />
      <Count lot={lot} open={act === 'count'} onClose={onClose} />
    </>
  )
}

type DialogProps = { lot: Lot; open: boolean; onClose: () => void }

function usePlaceOptions(lot: Lot) {
  const t = useWords()
  const { number } = useFormats()
  const places = placesOf(lot)
  return {
    options: (places.length === 0 ? [{ place: '', quantity: 0 }] : places).map(({ place, quantity }) => ({
      value: place,
      label: `${place === '' ? t(w.unnamedPlace) : place}（${number(quantity)}${lot.unit ?? ''}）`,
    })),
    first: places[0]?.place ?? '',
    at: (place: string) => places.find((one) => one.place === place)?.quantity ?? 0,
  }
}

function useDone(onClose: () => void) {
  const t = useWords()
  const { message } = App.useApp()
  return () => {
    onClose()
    void message.success(t(w.saved))
  }
}

const loseFields = ['place', 'quantity', 'cause', 'day', 'reason']

function Lose({ lot, open, onClose }: DialogProps) {
  const t = useWords()
  const losing = useDo(loseGoods)
  const places = usePlaceOptions(lot)
  const onDone = useDone(onClose)
  const required = { required: true, message: t(uiWords.required) }
  return (
    <FormDialog<{ id: string; place: string; quantity: number; cause: string; day: string; reason: string }>
      open={open}
      name="lose-goods"
      title={t(w.lose)}
      action={t(w.lose)}
      fields={loseFields}
      first={{ id: v7(), place: places.first, cause: 'damaged', day: today() }}
      doing={losing}
      onFinish={(entry) =>
        losing.run({ ...entry, lotId: lot.id, cause: lossCauseSchema.parse(entry.cause), day: daySchema.parse(entry.day) }, { onDone })
      }
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="place" label={t(w.place)}>
        <Select options={places.options} />
      </Form.Item>
      <Form.Item name="quantity" label={t(w.quantity)} rules={[required]}>
        <InputNumber min={0.01} max={1_000_000} />
      </Form.Item>
      <Form.Item name="cause" label={t(w.cause)}>
        <Select options={lossCauseSchema.options.map((value) => ({ value, label: t(causeWords[value]) }))} />
      </Form.Item>
      <Form.Item name="day" label={t(w.day)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
      <ReasonField label={t(w.reason)} />
    </FormDialog>
  )
}

const moveFields = ['from', 'to', 'quantity', 'day']

function Move({ lot, open, onClose }: DialogProps) {
  const t = useWords()
  const moving = useDo(moveGoods)
  const places = usePlaceOptions(lot)
  const onDone = useDone(onClose)
  const required = { required: true, message: t(uiWords.required) }
  return (
    <FormDialog<{ id: string; from: string; to: string; quantity: number; day: string }>
      open={open}
      name="move-goods"
      title={t(w.move)}
      action={t(w.move)}
      fields={moveFields}
      first={{ id: v7(), from: places.first, day: today() }}
      doing={moving}
      onFinish={(entry) => moving.run({ ...entry, lotId: lot.id, day: daySchema.parse(entry.day) }, { onDone })}
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="from" label={t(w.from)}>
        <Select options={places.options} />
      </Form.Item>
      <Form.Item name="to" label={t(w.to)} rules={[required]}>
        <AutoComplete
          maxLength={40}
          placeholder={t(w.placeHint)}
          options={placesOf(lot)
            .filter(({ place }) => place !== '')
            .map(({ place }) => ({ value: place }))}
        />
      </Form.Item>
      <Form.Item name="quantity" label={t(w.quantity)} rules={[required]}>
        <InputNumber min={0.01} max={1_000_000} />
      </Form.Item>
      <Form.Item name="day" label={t(w.day)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
    </FormDialog>
  )
}

type CountEntry = { id: string; place: string; counted: number; cause?: string; day: string; reason?: string }
const countFields = ['place', 'counted', 'cause', 'day', 'reason']

function Count({ lot, open, onClose }: DialogProps) {
  const t = useWords()
  const counting = useDo(countGoods)
  const places = usePlaceOptions(lot)
  const onDone = useDone(onClose)
  return (
    <FormDialog<CountEntry>
      open={open}
      name="count-goods"
      title={t(w.count)}
      about={t(w.countAbout)}
      action={t(w.count)}
      fields={countFields}
      first={{ id: v7(), place: places.first, day: today() }}
      doing={counting}
      onFinish={(entry) =>
        counting.run(
          {
            id: entry.id,
            lotId: lot.id,
            place: entry.place,
            expected: places.at(entry.place),
            counted: entry.counted,
            cause: takeCauseSchema.safeParse(entry.cause).data ?? null,
            reason: entered(entry.reason),
            day: daySchema.parse(entry.day),
          },
          { onDone },
        )
      }
      onClose={onClose}
    >
      <CountFields lot={lot} at={places.at} options={places.options} />
    </FormDialog>
  )
}

function CountFields({ lot, at, options }: { lot: Lot; at: (place: string) => number; options: { value: string; label: string }[] }) {
  const t = useWords()
  const { number } = useFormats()
  const form = Form.useFormInstance<CountEntry>()
  const place = Form.useWatch('place', form) ?? ''
  const counted: unknown = Form.useWatch('counted', form)
  const difference = typeof counted === 'number' ? counted - at(place) : 0
  const causes = takeCauseSchema.options.filter((cause) => cause === 'miscounted' || difference > 0 === (cause === 'found'))
  const required = { required: true, message: t(uiWords.required) }
  return (
    <>
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="place" label={t(w.place)}>
        <Select options={options} />
      </Form.Item>
      <Form.Item
        name="counted"
        label={t(w.counted)}
        extra={t(w.expected, { n: `${number(at(place))}${lot.unit ?? ''}` })}
        rules={[required]}
      >
        <InputNumber min={0} max={1_000_000} />
      </Form.Item>
      {difference === 0 ? null : (
        <>
          <Form.Item name="cause" label={t(w.cause)} rules={[{ ...required, message: t(uiWords.choose) }]}>
            <Select options={causes.map((value) => ({ value, label: t(causeWords[value]) }))} />
          </Form.Item>
          <ReasonField label={t(w.takeReason)} />
        </>
      )}
      <Form.Item name="day" label={t(w.day)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
    </>
  )
}
