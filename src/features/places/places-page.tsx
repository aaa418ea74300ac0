import { Button, Form, App } from 'antd'
import { useState } from 'react'
import { daySchema } from '../../kernel/day.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { AddPlace } from './add-place.tsx'
import { levelWords, placeWords } from './places-words.ts'
import { endPlace, listPlaces, type Division } from './schema.ts'

const fields = ['validTo']

/** Divisions: communities and villages, by the town or street they lie in. */
export function PlacesPage() {
  const t = useWords()
  const { day } = useFormats()
  const { message } = App.useApp()
  const mayManage = useMay('places.manage')
  const asked = useAsk(listPlaces, {})
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Division>()
  const doing = useDo(endPlace)
  const columns: Column<Division>[] = [
    { title: placeWords.code, cell: (row) => row.code, whole: true },
    { title: placeWords.name, cell: (row) => row.name, heads: true },
    { title: placeWords.level, cell: (row) => t(levelWords[row.level]), whole: true },
    { title: placeWords.validFrom, cell: (row) => day(row.validFrom), whole: true },
    {
      title: placeWords.validTo,
      whole: true,
      cell: (row) => (row.validTo === null ? <Chip tone="good">{t(placeWords.inForce)}</Chip> : day(row.validTo)),
    },
  ]
  const acts: Column<Division> = {
    title: uiWords.actions,
    acts: true,
    cell: (row) =>
      row.validTo === null ? (
        <Button size="small" danger aria-label={t(placeWords.endOf, { name: row.name })} onClick={() => setEnding(row)}>
          {t(placeWords.end)}
        </Button>
      ) : null,
  }
  return (
    <Page
      title={t(placeWords.title)}
      about={t(placeWords.about)}
      actions={
        mayManage ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t(placeWords.add)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <Filters name={t(placeWords.filter)}>
          <Filter id="place-search" label={t(placeWords.search)} wide>
            <SearchField id="place-search" value={search} onChange={setSearch} />
          </Filter>
        </Filters>
        <AskedState asked={asked}>
          {({ divisions }) => {
            const groups = groupsOf(divisions, search.trim())
            if (groups.length === 0) return <p>{t(divisions.length === 0 ? placeWords.empty : placeWords.none)}</p>
            return groups.map(({ head, rows }) => (
              <section key={head.code}>
                <h2 style={{ fontSize: 16, margin: '20px 0 8px' }}>
                  {head.name} <small style={{ color: 'var(--ink-faint)' }}>{head.code}</small>{' '}
                  {rows.length === 0 ? null : <Chip>{t(placeWords.count, { n: rows.length })}</Chip>}
                </h2>
                {rows.length === 0 ? null : (
                  <RecordTable
                    name={t(placeWords.list, { name: head.name })}
                    columns={mayManage ? [...columns, acts] : columns}
                    rows={rows}
                    keyOf={(row) => row.code}
                  />
                )}
              </section>
            ))
          }}
        </AskedState>
      </Panel>
      <AddPlace open={adding} divisions={asked.data?.divisions ?? []} onClose={() => setAdding(false)} />
      <FormDialog<{ validTo: string }>
        open={ending !== undefined}
        of={ending?.code}
        name="end-place"
        title={t(placeWords.endOf, { name: ending?.name ?? '' })}
        about={t(placeWords.endAbout)}
        action={t(placeWords.end)}
        fields={fields}
        first={{ validTo: today() }}
        doing={doing}
        onFinish={({ validTo }) => {
          if (ending === undefined) return
          doing.run(
            { code: ending.code, validTo: daySchema.parse(validTo) },
            {
              onDone: () => {
                setEnding(undefined)
                void message.success(t(placeWords.saved))
              },
            },
          )
        }}
        onClose={() => setEnding(undefined)}
      >
        <Form.Item name="validTo" label={t(placeWords.validTo)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <DayField />
        </Form.Item>
      </FormDialog>
    </Page>
  )
}

/** Towns and streets with what lies in them; with a search, only what it fits, or a whole town that it fits. */
function groupsOf(divisions: readonly Division[], search: string): { head: Division; rows: Division[] }[] {
  const fits = (division: Division) => division.name.includes(search) || division.code.startsWith(search)
  return divisions
    .filter((division) => division.level === 'town' || division.level === 'street' || division.level === 'district')
    .map((head) => {
      const inside = divisions.filter(
        (division) => division.parentCode === head.code && (division.level === 'community' || division.level === 'village'),
      )
      return { head, rows: fits(head) ? inside : inside.filter(fits), fits: fits(head) }
    })
    .filter((group) => group.rows.length > 0 || (group.fits && group.head.level !== 'district'))
}
