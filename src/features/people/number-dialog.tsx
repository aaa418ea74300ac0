import { App, Checkbox, Form, Input } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { NumberHint } from './number-hint.tsx'
import { numberStateWords } from './people-words.ts'
import { personWords } from './person-words.ts'
import { setIdNumber, type PersonDetail } from './schema.ts'

type Entry = { idNumber?: string; declined?: boolean; reason: string }
const fields = ['idNumber', 'reason']

/** Records or corrects an identity number. A wrong one can be kept: the card may be wrong too. */
export function NumberDialog({ person, open, onClose }: { person: PersonDetail; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const setting = useDo(setIdNumber)
  return (
    <FormDialog<Entry>
      open={open}
      name="id-number"
      title={t(personWords.setNumber)}
      action={t(uiWords.save)}
      fields={fields}
      doing={setting}
      onFinish={({ idNumber, declined = false, reason }) =>
        setting.run(
          { id: person.id, version: person.version, idNumber: declined ? null : (idNumber?.trim() ?? null), declined, reason },
          {
            onDone: ({ state }) => {
              onClose()
              void message.success(t(personWords.numberKept, { state: t(numberStateWords[state]) }))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item noStyle dependencies={['declined', 'idNumber']}>
        {({ getFieldValue }) => (
          <Form.Item
            name="idNumber"
            label={t(personWords.idNumber)}
            extra={<NumberHint number={String(getFieldValue('idNumber') ?? '')} />}
            rules={getFieldValue('declined') === true ? [] : [{ required: true, message: t(personWords.numberNeeded) }]}
          >
            <Input
              maxLength={24}
              autoComplete="off"
              disabled={getFieldValue('declined') === true}
              placeholder={t(personWords.numberHint)}
            />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="declined" valuePropName="checked">
        <Checkbox>{t(personWords.numberDeclined)}</Checkbox>
      </Form.Item>
      <ReasonField label={t(personWords.reason)} />
    </FormDialog>
  )
}
