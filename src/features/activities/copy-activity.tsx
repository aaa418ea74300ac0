import { App, Form, InputNumber, Select } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { activityWords } from './activities-words.ts'
import { copyActivity, type Activity } from './activity-schema.ts'
import { daysOfSeries } from './calendar-rules.ts'

type Entry = { communities: string[]; day: string; times: number; every: number }
const fields = ['communities', 'day', 'times', 'every']

/** Copies an event to other communities, and lets it come again. */
export function CopyActivity({ activity, open, onClose }: { activity: Activity; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const communities = useCommunities(activity.projectId)
  const copying = useDo(copyActivity)
  const save = ({ communities: chosen, day, times, every }: Entry) => {
    const days = daysOfSeries(daySchema.parse(day), times, every)
    const copies = chosen
      .flatMap((code) => days.map((each) => ({ communityCode: divisionCodeSchema.parse(code), day: each })))
      .map((copy) => ({ id: serviceIdSchema.parse(copying.newId(`${copy.communityCode} ${copy.day}`)), ...copy }))
    copying.run(
      { id: activity.id, copies },
      {
        onDone: ({ made }) => {
          onClose()
          void message.success(t(activityWords.copied, { n: made }))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={open}
      name="copy-activity"
      title={t(activityWords.copy)}
      about={t(activityWords.copyAbout)}
      action={t(activityWords.copy)}
      fields={fields}
      first={{ ...(activity.day === null ? {} : { day: activity.day }), times: 1, every: 7 }}
      doing={copying}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="communities" label={t(activityWords.copyTo)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={communities.map(({ code, name }) => ({ value: code, label: name }))}
          placeholder={t(uiWords.choose)}
        />
      </Form.Item>
      <Form.Item name="day" label={t(activityWords.copyDay)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField />
      </Form.Item>
      <Form.Item name="times" label={t(activityWords.copyTimes)}>
        <InputNumber min={1} max={12} precision={0} />
      </Form.Item>
      <Form.Item name="every" label={t(activityWords.copyEvery)}>
        <Select
          options={[
            { value: 7, label: t(activityWords.everyWeek) },
            { value: 14, label: t(activityWords.everyTwoWeeks) },
            { value: 28, label: t(activityWords.everyFourWeeks) },
          ]}
        />
      </Form.Item>
    </FormDialog>
  )
}
