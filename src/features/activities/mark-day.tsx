import { App, Form, Input, Select } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { activityWords, daySortWords } from './activities-words.ts'
import { markDay, type CalendarDay, type DaySort } from './calendar-schema.ts'

const fields = ['name', 'sort']
const sorts: readonly DaySort[] = ['holiday', 'worked', 'ordinary', 'noted']

/** Marks a day: holidays of years that nobody has announced yet, days worked instead, days of the town's own. */
export function MarkDay({ day, onClose }: { day: CalendarDay | undefined; onClose: () => void }) {
  const t = useWords()
  const { day: dayText } = useFormats()
  const { message } = App.useApp()
  const marking = useDo(markDay)
  return (
    <FormDialog<{ name?: string; sort: DaySort }>
      open={day !== undefined}
      name="mark-day"
      title={day === undefined ? '' : t(activityWords.markOf, { day: dayText(day.day) })}
      action={t(uiWords.save)}
      fields={fields}
      first={{ name: day?.marked?.name ?? '', sort: day?.marked?.sort ?? 'holiday' }}
      doing={marking}
      onFinish={({ name = '', sort }) => {
        if (day !== undefined)
          marking.run(
            { day: day.day, name, sort },
            {
              onDone: () => {
                onClose()
                void message.success(t(activityWords.saved))
              },
            },
          )
      }}
      onClose={onClose}
    >
      <Form.Item name="name" label={t(activityWords.markName)} extra={t(activityWords.markHint)}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="sort" label={t(activityWords.markSort)}>
        <Select options={sorts.map((sort) => ({ value: sort, label: t(daySortWords[sort]) }))} />
      </Form.Item>
    </FormDialog>
  )
}
