import { App, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { DraftForm } from '../../web/ui/draft-form.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { goodsWords as w } from './goods-words.ts'
import { entryOf, lotFields, lotInputOf, type LotEntry } from './lot-entry-rules.ts'
import { LotFields } from './lot-fields.tsx'
import { changeLot, openLot, type Lot } from './lot-schema.ts'

type Entry = LotEntry & { reason: string }

/** What is known of a lot while it is corrected. */
export function CorrectLotPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Correcting key={id.data} id={id.data} /> : <AbsentPage />
}

function Correcting({ id }: { id: ServiceId }) {
  const t = useWords()
  const asked = useAsk(openLot, { id })
  return (
    <Page title={t(w.correctTitle)}>
      <AskedState asked={asked}>{(lot) => <Correction key={lot.version} lot={lot} />}</AskedState>
    </Page>
  )
}

function Correction({ lot }: { lot: Lot }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [first] = useState(() => entryOf(lot))
  const correcting = useDo(changeLot)
  const back = () => void navigate(`/goods/${lot.id}`)
  const save = ({ reason, ...entry }: Entry, done: () => void) =>
    correcting.run(
      { ...lotInputOf(entry), id: lot.id, version: lot.version, quantity: entry.quantity, reason },
      {
        onDone: () => {
          done()
          void message.success(t(w.saved))
        },
        onSeen: back,
      },
    )
  return (
    <Panel>
      <DraftForm<Entry>
        name="correct-goods"
        draft={`goods.${lot.id}`}
        fields={lotFields}
        first={first}
        doing={correcting}
        action={t(uiWords.save)}
        onSave={save}
        onLeave={back}
      >
        <LotFields
          quantity={
            <Form.Item name="quantity" label={t(w.quantity)} rules={[{ required: true, message: t(uiWords.required) }]}>
              <InputNumber min={0.01} max={1_000_000} suffix={lot.unit ?? ''} />
            </Form.Item>
          }
        />
        <ReasonField label={t(w.reason)} placeholder={t(w.reasonHint)} />
      </DraftForm>
    </Panel>
  )
}
