import { App, Checkbox, Form } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { partPlayedWords } from './ledger-words.ts'
import { PickPeople, type Picked } from './pick-people.tsx'
import { changeAttendance, type ServiceDetail } from './schema.ts'
import { serviceWords } from './service-words.ts'

type Entry = { add?: readonly Picked[]; remove?: string[]; reason: string }
const fields = ['reason']

/** Adds people who were there and takes out those who were not, for a reason. */
export function ChangeAttended({ service, open, onClose }: { service: ServiceDetail; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const changing = useDo(changeAttendance)
  const save = ({ add = [], remove = [], reason }: Entry) => {
    if (add.length + remove.length === 0) return void message.info(t(serviceWords.nothingChanged))
    return changing.run(
      {
        id: service.id,
        version: service.version,
        add: add.map(({ id, person, part }) => ({ id, personId: person.id, part })),
        remove,
        reason,
      },
      {
        onDone: () => {
          onClose()
          void message.success(t(serviceWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={open}
      name="change-attended"
      title={t(serviceWords.changeAttended)}
      action={t(uiWords.save)}
      fields={fields}
      doing={changing}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="add" label={t(serviceWords.addPeople)}>
        <PickPeople
          projectId={service.projectId}
          isOnList={(person) => service.attended.some((attendance) => attendance.personId === person.id)}
        />
      </Form.Item>
      {service.attended.length === 0 ? null : (
        <Form.Item name="remove" label={t(serviceWords.toRemove)}>
          <Checkbox.Group
            options={service.attended.map((attendance) => ({
              value: attendance.id,
              label: `${attendance.name}（${t(partPlayedWords[attendance.part])}）`,
            }))}
            style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))', maxHeight: 260, overflowY: 'auto' }}
          />
        </Form.Item>
      )}
      <ReasonField label={t(serviceWords.reason)} />
    </FormDialog>
  )
}
