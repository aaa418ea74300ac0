import { Alert, App, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { v7 } from 'uuid'
import { asOf, daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { DraftForm } from '../../web/ui/draft-form.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { goodsWords as w } from './goods-words.ts'
import { lotFields, lotInputOf, type LotEntry } from './lot-entry-rules.ts'
import { LotFields } from './lot-fields.tsx'
import { receiveLot } from './lot-schema.ts'

type Entry = LotEntry & { id: string; unit: string; place?: string; receivedOn: string; communityCode?: string }

/** A donation as it comes in. */
export function ReceivePage() {
  return <WithProject page={w.receive}>{(project) => <Receiving key={project.id} project={project} />}</WithProject>
}

function Receiving({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const communities = useCommunities(project.id)
  const [first] = useState<Partial<Entry>>(() => ({
    id: v7(),
    donorKind: 'organisation',
    mayBeNamed: true,
    category: 'food',
    condition: 'new',
    valuedBy: 'invoice',
    receiptKind: 'letter',
    unit: '袋',
    communityCode: '',
    receivedOn: asOf(today(), project.endsOn),
  }))
  const receiving = useDo(receiveLot)
  const required = { required: true, message: t(uiWords.required) }
  const save = (entry: Entry, done: () => void) =>
    receiving.run(
      {
        ...lotInputOf(entry),
        id: serviceIdSchema.parse(entry.id),
        projectId: project.id,
        communityCode: divisionCodeSchema.safeParse(entry.communityCode).data ?? null,
        receivedOn: daySchema.parse(entry.receivedOn),
        quantity: entry.quantity,
        unit: entry.unit,
        place: entry.place ?? '',
      },
      {
        onDone: ({ id }) => {
          done()
          void message.success(t(w.saved))
          void navigate(`/goods/${id}`)
        },
      },
    )
  return (
    <Page title={t(w.receive)}>
      <Panel>
        <Alert type="info" showIcon title={t(w.noMoney)} style={{ marginBottom: 16 }} />
        <DraftForm<Entry>
          name="receive-goods"
          draft={`goods.receive.${project.id}`}
          fields={lotFields}
          first={first}
          doing={receiving}
          action={t(w.receive)}
          onSave={save}
          onLeave={() => void navigate('/goods')}
        >
          <Form.Item name="id" hidden>
            <input type="hidden" />
          </Form.Item>
          <LotFields
            quantity={
              <>
                <Form.Item name="quantity" label={t(w.quantity)} rules={[required]}>
                  <InputNumber min={0.01} max={1_000_000} />
                </Form.Item>
                <Form.Item name="unit" label={t(w.unit)} rules={[required]}>
                  <Input maxLength={8} />
                </Form.Item>
              </>
            }
          />
          <FormGrid>
            <Form.Item name="receivedOn" label={t(w.receivedOn)} rules={[required]}>
              <DayField upTo={today()} />
            </Form.Item>
            <Form.Item name="place" label={t(w.place)}>
              <Input maxLength={40} placeholder={t(w.placeHint)} />
            </Form.Item>
            <Form.Item name="communityCode" label={t(w.communityCode)}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={[{ value: '', label: t(w.wholeProject) }, ...communities.map(({ code, name }) => ({ value: code, label: name }))]}
              />
            </Form.Item>
          </FormGrid>
        </DraftForm>
      </Panel>
    </Page>
  )
}
