import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { listOrganisations } from '../organisations/schema.ts'
import { categoryWords, conditionWords, donorKindWords, goodsWords as w, receiptKindWords, valuedByWords } from './goods-words.ts'
import type { LotEntry } from './lot-entry-rules.ts'
import { categorySchema, conditionSchema, donorKindSchema, receiptKindSchema, valuedBySchema } from './lot-schema.ts'

/** What is written of a lot: who gave it, what it is, what it is worth and by what, whether it is fit for use. */
export function LotFields({ quantity }: { quantity: ReactNode }) {
  const t = useWords()
  const form = Form.useFormInstance<LotEntry>()
  const donorKind = Form.useWatch('donorKind', form)
  const valuedBy = Form.useWatch('valuedBy', form)
  const receiptKind = Form.useWatch('receiptKind', form)
  const category = Form.useWatch('category', form)
  const organisations = useAsk(listOrganisations, { limit: 200 })
  const required = { required: true, message: t(uiWords.required) }
  return (
    <>
      <FormGrid>
        <Form.Item name="donorKind" label={t(w.donorKind)}>
          <Radio.Group options={donorKindSchema.options.map((value) => ({ value, label: t(donorKindWords[value]) }))} />
        </Form.Item>
        {donorKind === 'organisation' ? (
          <Form.Item name="donorId" label={t(w.donorId)} rules={[{ ...required, message: t(uiWords.choose) }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={organisations.isFetching}
              options={(organisations.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        ) : null}
        {donorKind === 'person' ? (
          <Form.Item name="donorName" label={t(w.donorName)} rules={[required]}>
            <Input maxLength={40} />
          </Form.Item>
        ) : null}
        {donorKind === 'anonymous' ? null : (
          <Form.Item name="mayBeNamed" valuePropName="checked" label=" " colon={false}>
            <Checkbox>{t(w.mayBeNamed)}</Checkbox>
          </Form.Item>
        )}
      </FormGrid>
      <FormGrid>
        <Form.Item name="item" label={t(w.itemName)} rules={[required]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="category" label={t(w.category)} rules={[{ ...required, message: t(uiWords.choose) }]}>
          <Select options={categorySchema.options.map((value) => ({ value, label: t(categoryWords[value]) }))} />
        </Form.Item>
        <Form.Item name="spec" label={t(w.spec)}>
          <Input maxLength={40} placeholder={t(w.specHint)} />
        </Form.Item>
        {quantity}
        <Form.Item name="condition" label={t(w.condition)}>
          <Select options={conditionSchema.options.map((value) => ({ value, label: t(conditionWords[value]) }))} />
        </Form.Item>
        <Form.Item name="expiresOn" label={t(w.expiresOn)} rules={category === 'food' ? [required] : []}>
          <DayField />
        </Form.Item>
        <Form.Item name="checkedBy" label={t(w.checkedBy)} rules={category === 'food' ? [required] : []}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="batchCode" label={t(w.batchCode)}>
          <Input maxLength={40} />
        </Form.Item>
      </FormGrid>
      <FormGrid>
        <Form.Item name="valuedBy" label={t(w.valuedBy)}>
          <Select options={valuedBySchema.options.map((value) => ({ value, label: t(valuedByWords[value]) }))} />
        </Form.Item>
        {valuedBy === 'memo' ? null : (
          <>
            <Form.Item name="price" label={t(w.unitPrice)} rules={[required]}>
              <InputNumber min={0} max={1_000_000} precision={2} />
            </Form.Item>
            <Form.Item name="valueNote" label={t(w.valueNote)} rules={valuedBy === 'fair' ? [required] : []}>
              <Input maxLength={80} placeholder={t(w.valueNoteHint)} />
            </Form.Item>
          </>
        )}
        {donorKind === 'anonymous' ? null : (
          <Form.Item name="receiptKind" label={t(w.receiptKind)}>
            <Select
              options={receiptKindSchema.options
                .filter((value) => value !== 'anonymous')
                .map((value) => ({ value, label: t(receiptKindWords[value]) }))}
            />
          </Form.Item>
        )}
        {receiptKind === 'invoice' && donorKind !== 'anonymous' ? (
          <Form.Item name="receiptNumber" label={t(w.receiptNumber)} rules={[required]}>
            <Input maxLength={40} />
          </Form.Item>
        ) : null}
        <Form.Item name="restrictedTo" label={t(w.restrictedTo)}>
          <Input maxLength={120} placeholder={t(w.restrictedHint)} />
        </Form.Item>
        <Form.Item name="lowAt" label={t(w.lowAt)}>
          <InputNumber min={0} max={1_000_000} />
        </Form.Item>
        <Form.Item name="receivedBy" label={t(w.receivedBy)}>
          <Input maxLength={40} />
        </Form.Item>
      </FormGrid>
    </>
  )
}
