import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { columnsWords } from './columns-words.ts'
import { isToCheck, nameOfTable } from './table-check-rules.ts'
import type { OpenedImport } from './import-page.tsx'
import style from './import-tables.module.css'
import { MappingDrawer } from './mapping-drawer.tsx'
import type { ImportTable } from './schema.ts'

/** The tables of the workbooks, what each was taken for, and the way to put it right. */
export function ImportTables({ opened }: { opened: OpenedImport }) {
  const t = useWords()
  const toCheck = opened.tables.filter(isToCheck)
  const [only, setOnly] = useState(toCheck.length > 0)
  const [looking, setLooking] = useState<ImportTable>()
  const shown = only ? toCheck : opened.tables
  const files = Map.groupBy(shown, (table) => table.file)
  return (
    <Panel>
      <p className={style['about']}>{t(columnsWords.about)}</p>
      {opened.tables.length === 0 ? (
        <p>{t(columnsWords.none)}</p>
      ) : toCheck.length === 0 ? (
        <p>{t(columnsWords.nothingToCheck)}</p>
      ) : (
        <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
          {t(columnsWords.attention)}
        </Checkbox>
      )}
      {[...files].map(([file, tables]) => (
        <div key={file}>
          <h2 className={style['file']}>{file}</h2>
          <Tables tables={tables} name={file} onLook={setLooking} />
        </div>
      ))}
      <MappingDrawer key={looking?.signature ?? ''} opened={opened} table={looking} onClose={() => setLooking(undefined)} />
    </Panel>
  )
}

function Tables({ tables, name, onLook }: { tables: readonly ImportTable[]; name: string; onLook: (table: ImportTable) => void }) {
  const t = useWords()
  const { number } = useFormats()
  const mayRun = useMay('imports.run')
  const columns: Column<ImportTable>[] = [
    { title: columnsWords.sheet, cell: (table) => <SheetName table={table} />, heads: true },
    { title: columnsWords.form, cell: (table) => <TakenFor table={table} /> },
    { title: columnsWords.rows, cell: (table) => number(table.rowCount), numeric: true },
    { title: columnsWords.columns, cell: (table) => <UsedColumns table={table} /> },
    {
      title: uiWords.actions,
      acts: true,
      cell: (table) => (
        <Button size="small" aria-label={t(columnsWords.lookOf, { sheet: nameOfTable(table) })} onClick={() => onLook(table)}>
          {t(mayRun ? columnsWords.look : columnsWords.columns)}
        </Button>
      ),
    },
  ]
  return (
    <RecordTable
      name={name}
      columns={columns}
      rows={tables}
      keyOf={(table) => `${table.sheet ?? ''}|${table.headerRow}|${table.part ?? ''}`}
    />
  )
}

function SheetName({ table: { sheet, part, headerRow } }: { table: ImportTable }) {
  const t = useWords()
  return (
    <>
      {sheet ?? t(columnsWords.whole)}
      {part === null ? '' : `：${part}`} <small className={style['faint']}>{t(columnsWords.headerRow, { row: headerRow })}</small>
    </>
  )
}

function TakenFor({ table }: { table: ImportTable }) {
  const t = useWords()
  if (table.formTitle === null) return <Chip tone="look">{t(columnsWords.unknown)}</Chip>
  return (
    <>
      {table.formTitle} {isToCheck(table) ? <Chip tone="look">{t(columnsWords.unsure)}</Chip> : null}
    </>
  )
}

function UsedColumns({ table: { columns } }: { table: ImportTable }) {
  const t = useWords()
  const used = columns.filter((column) => column.field !== null).length
  return <span className={style['faint']}>{t(columnsWords.columnsText, { used, unused: columns.length - used })}</span>
}
