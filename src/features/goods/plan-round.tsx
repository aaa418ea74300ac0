import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useNavigate } from 'react-router'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { goodsWords as w } from './goods-words.ts'
import type { Lot } from './lot-schema.ts'
import { planRound } from './round-schema.ts'
import { roundWords as r } from './round-words.ts'

type Entry = { id: string; title: string; communityCode: string; day: string; place: string; each: number; fitsUse?: boolean }
const fields = ['title', 'communityCode', 'day', 'place', 'each', 'fitsUse']

/** Makes a list by which a lot is handed out in a community. */
export function PlanRound({ lot, open, onClose }: { lot: Lot; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { number } = useFormats()
  const navigate = useNavigate()
  const communities = useCommunities(lot.projectId)
  const planning = useDo(planRound)
  const required = { required: true, message: t(uiWords.required) }
  const places = lot.places.length > 0 ? lot.places : [{ place: '', quantity: lot.stock }]
  const save = (entry: Entry) =>
    planning.run(
      {
        ...entry,
        lotId: lot.id,
        communityCode: divisionCodeSchema.parse(entry.communityCode),
        day: daySchema.parse(entry.day),
        fitsUse: entry.fitsUse === true,
      },
      { onDone: ({ id }) => void navigate(`/goods/rounds/${id}`) },
    )
  return (
    <FormDialog<Entry>
      open={open}
      name="plan-round"
      title={t(r.plan)}
      action={t(r.plan)}
      fields={fields}
      first={{
        id: v7(),
        each: 1,
        place: places[0]?.place ?? '',
        day: today(),
        ...(lot.communityCode === null ? {} : { communityCode: lot.communityCode }),
      }}
      doing={planning}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="title" label={t(r.name)} rules={[required]}>
        <Input maxLength={60} placeholder={t(r.nameHint)} />
      </Form.Item>
      <Form.Item name="communityCode" label={t(r.community)} rules={[{ ...required, message: t(uiWords.choose) }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={communities.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
      <Form.Item name="day" label={t(r.day)} rules={[required]}>
        <DayField />
      </Form.Item>
      <Form.Item name="place" label={t(r.place)}>
        <Select
          options={places.map(({ place, quantity }) => ({
            value: place,
            label: `${place === '' ? t(w.unnamedPlace) : place}（${number(quantity)}${lot.unit ?? ''}）`,
          }))}
        />
      </Form.Item>
      <Form.Item name="each" label={t(r.each)} rules={[required]}>
        <InputNumber min={0.01} max={1_000_000} suffix={lot.unit ?? ''} />
      </Form.Item>
      {lot.restrictedTo === null ? null : (
        <>
          <p>{t(r.restricted, { use: lot.restrictedTo })}</p>
          <Form.Item name="fitsUse" valuePropName="checked">
            <Checkbox>{t(r.fitsUse)}</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
