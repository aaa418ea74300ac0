import { Form, InputNumber, Select } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import type { ProjectDetail } from '../projects/schema.ts'
import { charityWords, courseWords as w, reportsWords } from './course-words.ts'
import { charitySchema, reportsSchema, saveCourseSettings, type Course } from './schema.ts'
import { useSaved } from './use-saved.tsx'

const fields = ['reports', 'reportDays', 'charity']
type Entry = { reports: string; reportDays: number; charity?: string | null }

/** By which rules the duties are reckoned: how often reports are due, and whether the orders on charities bind. */
export function RulesDialog({
  project,
  settings,
  open,
  onClose,
}: {
  project: ProjectDetail
  settings: Course['settings']
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const saving = useDo(saveCourseSettings)
  const onDone = useSaved(onClose)
  return (
    <FormDialog<Entry>
      open={open}
      of={project.id}
      name="duty-rules"
      title={t(w.rulesTitle)}
      action={t(uiWords.save)}
      fields={fields}
      first={{ reports: settings.reports, reportDays: settings.reportDays, charity: settings.charity }}
      doing={saving}
      onFinish={(entry) =>
        saving.run(
          {
            projectId: project.id,
            version: settings.version,
            reports: reportsSchema.parse(entry.reports),
            reportDays: entry.reportDays,
            charity: charitySchema.safeParse(entry.charity).data ?? null,
          },
          { onDone },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="reports" label={t(w.reports)}>
        <Select options={reportsSchema.options.map((value) => ({ value, label: t(reportsWords[value]) }))} />
      </Form.Item>
      <Form.Item name="reportDays" label={t(w.reportDays)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <InputNumber min={1} max={60} precision={0} />
      </Form.Item>
      <Form.Item name="charity" label={t(w.charity)}>
        <Select
          allowClear
          placeholder={t(uiWords.choose)}
          options={charitySchema.options.map((value) => ({ value, label: t(charityWords[value]) }))}
        />
      </Form.Item>
    </FormDialog>
  )
}
