import { App, Form } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { personWords } from './person-words.ts'
import { recordDeath, type PersonDetail } from './schema.ts'

type Entry = { deceasedOn?: string | null; reason: string }
const fields = ['deceasedOn', 'reason']

/** Records a death, or takes a mistaken record back. */
export function DeathDialog({ person, open, onClose }: { person: PersonDetail; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const recording = useDo(recordDeath)
  const back = person.deceasedOn !== null
  return (
    <FormDialog<Entry>
      open={open}
      name="death"
      title={t(back ? personWords.takeDeathBack : personWords.recordDeath)}
      about={t(back ? personWords.takeDeathBackAbout : personWords.deathAbout)}
      action={t(back ? personWords.takeDeathBack : personWords.recordDeath)}
      fields={fields}
      doing={recording}
      onFinish={({ deceasedOn, reason }) =>
        recording.run(
          { id: person.id, version: person.version, deceasedOn: back ? null : daySchema.parse(deceasedOn), reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(personWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      {back ? null : (
        <Form.Item name="deceasedOn" label={t(personWords.deathDay)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <DayField upTo={today()} />
        </Form.Item>
      )}
      <ReasonField label={t(personWords.reason)} />
    </FormDialog>
  )
}
