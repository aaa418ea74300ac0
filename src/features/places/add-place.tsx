import { App, Form, Input, Select } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { levelWords, placeWords } from './places-words.ts'
import { addPlace, divisionSchema, type Division } from './schema.ts'

type Entry = { code: string; name: string; level: Division['level']; parentCode?: string | null; validFrom: string }
const fields = ['code', 'name', 'level', 'parentCode', 'validFrom']

/** Adds a division under its official code. */
export function AddPlace({ open, divisions, onClose }: { open: boolean; divisions: readonly Division[]; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const adding = useDo(addPlace)
  const parents = divisions.filter((division) => division.level !== 'community' && division.level !== 'village')
  return (
    <FormDialog<Entry>
      open={open}
      name="add-place"
      title={t(placeWords.add)}
      action={t(placeWords.add)}
      fields={fields}
      first={{ validFrom: today() }}
      doing={adding}
      onFinish={(entry) =>
        adding.run(
          {
            code: entry.code,
            name: entry.name,
            level: entry.level,
            parentCode: divisionCodeSchema.safeParse(entry.parentCode).data ?? null,
            validFrom: daySchema.parse(entry.validFrom),
          },
          {
            onDone: () => {
              onClose()
              void message.success(t(placeWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label={t(placeWords.code)}
        validateTrigger="onBlur"
        rules={[{ required: true, message: t(uiWords.required) }, fits(divisionCodeSchema, t(placeWords.codeWrong))]}
      >
        <Input maxLength={12} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="name" label={t(placeWords.name)} rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="level" label={t(placeWords.level)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select
          options={divisionSchema.shape.level.options.map((level) => ({ value: level, label: t(levelWords[level]) }))}
          placeholder={t(uiWords.choose)}
        />
      </Form.Item>
      <Form.Item name="parentCode" label={t(placeWords.parent)}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={parents.map(({ code, name }) => ({ value: code, label: name }))}
          placeholder={t(uiWords.choose)}
        />
      </Form.Item>
      <Form.Item name="validFrom" label={t(placeWords.validFrom)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}
