import { Button, Select } from 'antd'
import { useState } from 'react'
import { daySchema, monthsBetween, type Day } from '../../kernel/day.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useDownload } from '../../web/client/download.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { listTemplates, makeReport, reportSchema, type TemplateFormat } from './report-schema.ts'
import { reportWords } from './report-words.ts'
import { TemplateList } from './template-list.tsx'

/** The last day of a month: the day before the next month's first, or the project's last. */
const endOf = (month: string, project: ListedProject): Day => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const last = daySchema.parse(new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10))
  return last < project.endsOn ? last : project.endsOn
}

/** Reports as Word and Excel, from our templates or the agency's own. */
export function ReportPanel({ project, day }: { project: ListedProject; day: Day }) {
  const t = useWords()
  const { month: monthText } = useFormats()
  const months = monthsBetween(project.startsOn, day)
  const [report, setReport] = useState<(typeof reportSchema.options)[number]>('monthly')
  const [chosen, setMonth] = useState<string>()
  const [templateId, setTemplateId] = useState('')
  const templates = useAsk(listTemplates, {}).data?.templates ?? []
  const download = useDownload(makeReport)
  const month = months.find((one) => one === chosen) ?? months.at(-1) ?? day.slice(0, 7)
  const template = templates.find((one) => one.id === templateId)
  const make = (format: TemplateFormat) =>
    download.run({
      projectId: project.id,
      report,
      format,
      ...(report === 'monthly' ? { from: daySchema.parse(`${month}-01`), to: endOf(month, project) } : { from: project.startsOn, to: day }),
      ...(template === undefined ? {} : { templateId: template.id }),
    })
  return (
    <Panel title={t(reportWords.title)}>
      <p>{t(reportWords.about)}</p>
      <Filters name={t(reportWords.title)}>
        <Filter id="report-kind" label={t(reportWords.report)}>
          <Select
            id="report-kind"
            value={report}
            onChange={setReport}
            options={reportSchema.options.map((one) => ({ value: one, label: t(reportWords[one]) }))}
          />
        </Filter>
        {report === 'monthly' ? (
          <Filter id="report-month" label={t(reportWords.month)}>
            <Select
              id="report-month"
              value={month}
              onChange={setMonth}
              options={months.map((one) => ({ value: String(one), label: monthText(one) }))}
            />
          </Filter>
        ) : null}
        <Filter id="report-template" label={t(reportWords.template)}>
          <Select
            id="report-template"
            value={template?.id ?? ''}
            onChange={setTemplateId}
            options={[{ value: '', label: t(reportWords.ours) }, ...templates.map((one) => ({ value: one.id, label: one.name }))]}
          />
        </Filter>
        {template?.format === 'excel' ? null : (
          <Button loading={download.busy} onClick={() => make('word')}>
            {t(reportWords.word)}
          </Button>
        )}
        {template?.format === 'word' ? null : (
          <Button loading={download.busy} onClick={() => make('excel')}>
            {t(reportWords.excel)}
          </Button>
        )}
      </Filters>
      <FailureNote failure={download.failure} />
      <TemplateList templates={templates} />
    </Panel>
  )
}
