import { Button, Checkbox, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { daySchema } from '../kernel/day.ts'
import type { ProjectId } from '../kernel/ids.ts'
import { exportVolunteerRecords, recordTableSchema, type RecordTable } from '../features/exchange/volunteer-export-schema.ts'
import { useDownload } from './client/download.ts'
import { useMay } from './client/mine.ts'
import { today } from './client/today.ts'
import { useWords } from './language/language.tsx'
import { recordExportWords } from './record-export-words.ts'
import { DayField } from './ui/day-field.tsx'
import { FailureNote } from './ui/failure-note.tsx'
import { useFieldProblems } from './ui/form-problem.ts'
import { Icon } from './ui/icon.tsx'
import { uiWords } from './ui/ui-words.ts'

type Entry = {
  from?: string | null
  to?: string | null
  communityCode?: string
  format: 'workbook' | 'csv'
  table: RecordTable
  whole?: boolean
  numbersFor?: string
}

const fields = ['from', 'to', 'communityCode', 'format', 'table', 'numbersFor']

/** The records of order 67, for the system that the bureau designates: of which time, as a workbook or CSV. */
export function RecordExport({ projectId, communities }: { projectId: ProjectId; communities: readonly { code: string; name: string }[] }) {
  const t = useWords()
  const may = useMay('exports.make')
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button icon={<Icon name="download" />} onClick={() => setOpen(true)}>
        {t(recordExportWords.title)}
      </Button>
      <ExportDialog projectId={projectId} communities={communities} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

function ExportDialog({
  projectId,
  communities,
  open,
  onClose,
}: {
  projectId: ProjectId
  communities: readonly { code: string; name: string }[]
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const mayUnmask = useMay('people.unmask')
  const [form] = Form.useForm<Entry>()
  const fetching = useDownload(exportVolunteerRecords)
  const note = useFieldProblems(form, fields, fetching.failure)
  const { busy } = fetching
  const isCsv = Form.useWatch('format', form) === 'csv'
  const isWhole = Form.useWatch('whole', form) === true
  return (
    <Modal
      open={open}
      title={t(recordExportWords.title)}
      okText={t(recordExportWords.export)}
      okButtonProps={{ htmlType: 'submit', form: 'record-export', loading: busy }}
      onCancel={() => {
        fetching.forget()
        onClose()
      }}
      destroyOnHidden
    >
      <p>{t(recordExportWords.about)}</p>
      <Form<Entry>
        form={form}
        name="record-export"
        layout="vertical"
        requiredMark={false}
        initialValues={{ format: 'workbook', table: 'services' }}
        onFinish={(entry) => {
          const input = {
            projectId,
            from: daySchema.safeParse(entry.from).data,
            to: daySchema.safeParse(entry.to).data,
            communityCode: exportVolunteerRecords.input.shape.communityCode.safeParse(entry.communityCode).data,
            format: entry.format,
            table: entry.format === 'csv' ? entry.table : undefined,
            numbersFor: entry.whole === true ? entry.numbersFor : undefined,
          }
          fetching.run(input, { onDone: onClose })
        }}
      >
        <FailureNote failure={note} />
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', gap: '0 16px' }}>
          <Form.Item name="from" label={t(recordExportWords.from)}>
            <DayField upTo={today()} />
          </Form.Item>
          <Form.Item name="to" label={t(recordExportWords.to)}>
            <DayField upTo={today()} />
          </Form.Item>
        </div>
        <Form.Item name="communityCode" label={t(recordExportWords.community)}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t(recordExportWords.allCommunities)}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="format" label={t(recordExportWords.format)}>
          <Radio.Group
            vertical
            options={(['workbook', 'csv'] as const).map((format) => ({ value: format, label: t(recordExportWords[format]) }))}
          />
        </Form.Item>
        {isCsv ? (
          <Form.Item name="table" label={t(recordExportWords.table)}>
            <Select options={recordTableSchema.options.map((table) => ({ value: table, label: t(recordExportWords[table]) }))} />
          </Form.Item>
        ) : null}
        {mayUnmask ? (
          <Form.Item name="whole" valuePropName="checked">
            <Checkbox>{t(recordExportWords.whole)}</Checkbox>
          </Form.Item>
        ) : null}
        {isWhole ? (
          <Form.Item
            name="numbersFor"
            label={t(recordExportWords.reason)}
            rules={[
              { required: true, whitespace: true, message: t(uiWords.required) },
              { min: 4, message: t(recordExportWords.reasonShort) },
            ]}
          >
            <Input maxLength={200} placeholder={t(recordExportWords.reasonHint)} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}
