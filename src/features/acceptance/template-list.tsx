import { Alert, Button, Input, Upload } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useDownload } from '../../web/client/download.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Confirm } from '../../web/ui/confirm.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { measures } from '../measures/measure-list-rules.ts'
import { lists, plainSingles } from './field-rules.ts'
import { addTemplate, fetchTemplate, removeTemplate, type listTemplates } from './report-schema.ts'
import { reportWords } from './report-words.ts'
import style from './template-list.module.css'

type Template = ReturnType<typeof listTemplates.output.parse>['templates'][number]

const example = measures.activities.name.zh

/** Our templates to begin with, the agency's own, a way to add one, and the fields that there are. */
export function TemplateList({ templates }: { templates: readonly Template[] }) {
  const t = useWords()
  const mayManage = useMay('reports.templates')
  const download = useDownload(fetchTemplate)
  const [removing, setRemoving] = useState<Template>()
  return (
    <div className={style['templates']}>
      <div className={style['row']}>
        <Button size="small" onClick={() => download.run({ format: 'word' })}>
          {t(reportWords.downloadWord)}
        </Button>
        <Button size="small" onClick={() => download.run({ format: 'excel' })}>
          {t(reportWords.downloadExcel)}
        </Button>
        {mayManage ? <AddTemplate /> : null}
      </div>
      <FailureNote failure={download.failure} />
      {templates.length === 0 ? null : (
        <section aria-label={t(reportWords.own)}>
          <Entries
            rows={templates}
            keyOf={(template) => template.id}
            empty=""
            head={(template) => template.name}
            more={(template) => `${template.format === 'word' ? 'Word' : 'Excel'} · ${template.addedBy}`}
            acts={(template) => (
              <>
                <Button size="small" onClick={() => download.run({ format: template.format, id: template.id })}>
                  {t(reportWords.download)}
                </Button>{' '}
                {mayManage ? (
                  <Button size="small" onClick={() => setRemoving(template)}>
                    {t(reportWords.remove)}
                  </Button>
                ) : null}
              </>
            )}
          />
        </section>
      )}
      {removing === undefined ? null : <Remove template={removing} onClose={() => setRemoving(undefined)} />}
      <details>
        <summary>{t(reportWords.fields)}</summary>
        <Fields title={t(reportWords.single, { example: '{项目名称}' })} fields={plainSingles} />
        <p>{t(reportWords.frozenFields, { value: `{定稿·${example}}`, code: `{核验码·${example}}`, correction: `{更正·${example}}` })}</p>
        {Object.entries(lists).map(([list, columns]) => (
          <Fields
            key={list}
            title={t(reportWords.list, {
              list,
              open: `{#${list}}`,
              close: `{/${list}}`,
              cell: `{${list}.${Object.keys(columns)[0] ?? ''}}`,
            })}
            fields={columns}
          />
        ))}
      </details>
    </div>
  )
}

function Fields({ title, fields }: { title: string; fields: Readonly<Record<string, { zh: string; en: string }>> }) {
  const t = useWords()
  return (
    <>
      <h3>{title}</h3>
      <dl className={style['fields']}>
        {Object.entries(fields).map(([name, meaning]) => (
          <div key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function AddTemplate() {
  const t = useWords()
  const adding = useDo(addTemplate)
  const [name, setName] = useState('')
  const faults = adding.answer?.faults ?? []
  return (
    <>
      <Upload
        accept=".docx,.xlsx"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          const called = file.name.replace(/\.(docx|xlsx)$/i, '').slice(0, 60)
          setName(called)
          adding.run({ id: adding.newId(`${file.name} ${file.size}`), name: called }, {}, [file])
          return false
        }}
      >
        <Button size="small" loading={adding.busy}>
          {t(adding.busy ? reportWords.uploading : reportWords.upload)}
        </Button>
      </Upload>
      <div className={style['said']}>
        <FailureNote failure={adding.failure} onRetry={adding.again} />
        {adding.answer?.added === true ? <Alert type="success" showIcon title={t(reportWords.added, { name })} /> : null}
        {faults.length === 0 ? null : (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={t(reportWords.faults, { n: faults.length })}
            description={
              <ul>
                {faults.map((fault) => (
                  <li key={`${fault.place.zh} ${fault.field} ${fault.why.zh}`}>
                    {t(reportWords.faultAt, { place: t(fault.place), field: fault.field, why: t(fault.why) })}
                  </li>
                ))}
              </ul>
            }
          />
        )}
      </div>
    </>
  )
}

function Remove({ template, onClose }: { template: Template; onClose: () => void }) {
  const t = useWords()
  const removing = useDo(removeTemplate)
  const [reason, setReason] = useState('')
  return (
    <Confirm
      open
      title={t(reportWords.removeOf, { name: template.name })}
      about={t(reportWords.removeAbout)}
      action={t(reportWords.remove)}
      ready={reason.trim().length >= 2}
      doing={removing}
      onConfirm={() => removing.run({ id: template.id, reason: reason.trim() }, { onDone: onClose })}
      onClose={onClose}
    >
      <label htmlFor="template-reason">{t(reportWords.reason)}</label>
      <Input id="template-reason" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
    </Confirm>
  )
}
