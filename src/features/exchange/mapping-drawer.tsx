import { App, Alert, Button, Drawer, Select } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { useNarrow } from '../../web/ui/narrow.ts'
import { columnsWords } from './columns-words.ts'
import type { OpenedImport } from './import-page.tsx'
import style from './import-tables.module.css'
import { saveMapping, type ImportTable } from './schema.ts'
import { Stages } from './stages.tsx'
import { fieldsTwice, nameOfTable } from './table-check-rules.ts'

/** What a table is and what each of its columns means, with an example of each; put right, it is kept and tried again. */
export function MappingDrawer({ opened, table, onClose }: { opened: OpenedImport; table: ImportTable | undefined; onClose: () => void }) {
  const t = useWords()
  const narrow = useNarrow()
  return (
    <Drawer
      open={table !== undefined}
      onClose={onClose}
      size={narrow ? '100%' : 720}
      title={table === undefined ? '' : t(columnsWords.drawer, { sheet: nameOfTable(table) })}
      destroyOnHidden
    >
      {table === undefined ? null : <Mapping opened={opened} table={table} onSaved={onClose} />}
    </Drawer>
  )
}

function Mapping({ opened, table, onSaved }: { opened: OpenedImport; table: ImportTable; onSaved: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const mayChange = useMay('imports.run') && opened.state === 'read'
  const saving = useDo(saveMapping)
  // A table that was not recognised is shown as what it is most like: a proposal, until it is kept.
  const [form, setForm] = useState(table.form ?? table.guess)
  const [fields, setFields] = useState<readonly (string | null)[]>(table.columns.map((column) => column.field))
  const known = opened.forms.find((each) => each.form === form)
  const alike = opened.tables.filter((each) => each.signature === table.signature).length
  const columns = table.columns.map((column, index) => ({ ...column, field: known === undefined ? null : (fields[index] ?? null) }))
  const titleOf = (field: string): string => {
    const words = known?.fields.find((each) => each.field === field)?.title
    return words === undefined ? field : t(words)
  }
  const save = () =>
    saving.run(
      { id: opened.id, signature: table.signature, form, columns: columns.map(({ header, field }) => ({ header, field })) },
      {
        onDone: () => {
          void message.success(t(columnsWords.saved))
          onSaved()
        },
      },
    )
  if (saving.busy) return <Stages what="map" operationId={saving.operationId} />
  return (
    <section aria-label={t(columnsWords.columns)} tabIndex={0}>
      <FailureNote failure={saving.failure} onRetry={saving.again} />
      <p>
        {table.file} {t(columnsWords.headerRow, { row: table.headerRow })}
        {alike > 1 ? ` · ${t(columnsWords.sameHeaders, { n: alike })}` : ''}
      </p>
      {table.form === null && table.guess !== null && known !== undefined ? (
        <Alert type="info" showIcon title={t(columnsWords.guess, { form: known.title })} style={{ marginBottom: 12 }} />
      ) : null}
      <div className={style['form']}>
        <label htmlFor="table-form">{t(columnsWords.formField)}</label>
        <Select
          id="table-form"
          value={form ?? ''}
          disabled={!mayChange}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next) => {
            setForm(next === '' ? null : next)
            // Fields belong to their form: those that the new one does not have are chosen anew.
            const has = opened.forms.find((each) => each.form === next)?.fields ?? []
            setFields(fields.map((field) => (has.some((each) => each.field === field) ? field : null)))
          }}
          options={[
            { value: '', label: t(columnsWords.leftOut) },
            ...opened.forms.map((each) => ({ value: each.form, label: each.title })),
          ]}
        />
      </div>
      {fieldsTwice(columns).map((field) => (
        <Alert key={field} type="warning" showIcon title={t(columnsWords.twice, { field: titleOf(field) })} style={{ marginBottom: 8 }} />
      ))}
      <table className={style['columns']}>
        <thead>
          <tr>
            <th scope="col">{t(columnsWords.header)}</th>
            <th scope="col">{t(columnsWords.example)}</th>
            <th scope="col">{t(columnsWords.meaning)}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => {
            const header = column.header === '' ? t(columnsWords.noHeader) : column.header
            return (
              <tr key={column.column}>
                <th scope="row">{header}</th>
                <td>{column.example ?? '—'}</td>
                <td>
                  {mayChange ? (
                    <Select
                      aria-label={t(columnsWords.meaningOf, { header })}
                      value={column.field ?? ''}
                      disabled={known === undefined}
                      showSearch={{ optionFilterProp: 'label' }}
                      onChange={(next) => setFields(fields.with(index, next === '' ? null : next))}
                      options={[
                        { value: '', label: t(columnsWords.unused) },
                        ...(known?.fields ?? []).map((each) => ({ value: each.field, label: t(each.title) })),
                      ]}
                    />
                  ) : column.field === null ? (
                    t(columnsWords.unused)
                  ) : (
                    titleOf(column.field)
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {mayChange ? (
        <div className={style['foot']}>
          <Button type="primary" onClick={save}>
            {t(columnsWords.save)}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
