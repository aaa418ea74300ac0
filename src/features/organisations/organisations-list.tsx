import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { OrganisationDialog, type Listed } from './organisation-dialog.tsx'
import { organisationWords } from './organisations-words.ts'
import { listOrganisations, organisationPartySchema, partyWords } from './schema.ts'

const keys = ['search', 'party'] as const
const limit = 50

/** The five parties' organisations. `divisions` are the places one can be at, by name. */
export function OrganisationsList({ divisions }: { divisions: readonly { value: string; label: string }[] }): ReactNode {
  const t = useWords()
  const mayManage = useMay('organisations.manage')
  const query = useQueryState(keys)
  const [open, setOpen] = useState<Listed | 'new'>()
  const search = query.get('search').trim()
  const asked = useAsk(
    listOrganisations,
    {
      offset: query.offset,
      limit,
      search: search === '' ? undefined : search,
      party: organisationPartySchema.safeParse(query.get('party')).data,
    },
    { keepFormer: true },
  )
  const columns: Column<Listed>[] = [
    { title: organisationWords.name, cell: (row) => row.name, heads: true },
    { title: organisationWords.party, cell: (row) => <Chip tone="calm">{t(partyWords[row.party])}</Chip>, whole: true },
    { title: organisationWords.kind, cell: (row) => row.kind ?? '—' },
    { title: organisationWords.creditCode, cell: (row) => row.creditCode ?? '—', whole: true },
    { title: organisationWords.phone, cell: (row) => row.phone ?? '—', whole: true },
    {
      title: organisationWords.place,
      cell: (row) => divisions.find((division) => division.value === row.divisionCode)?.label ?? row.divisionCode ?? '—',
    },
  ]
  const acts: Column<Listed> = {
    title: uiWords.actions,
    acts: true,
    cell: (row) => (
      <Button size="small" aria-label={t(organisationWords.changeOf, { name: row.name })} onClick={() => setOpen(row)}>
        {t(organisationWords.change)}
      </Button>
    ),
  }
  return (
    <Page
      title={t(organisationWords.title)}
      about={t(organisationWords.about)}
      actions={
        mayManage ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen('new')}>
            {t(organisationWords.add)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <Filters name={t(organisationWords.filter)}>
          <Filter id="organisation-search" label={t(organisationWords.search)} wide>
            <SearchField id="organisation-search" value={query.get('search')} onChange={(text) => query.set({ search: text })} />
          </Filter>
          <Filter id="organisation-party" label={t(organisationWords.party)}>
            <Choice
              id="organisation-party"
              value={query.get('party')}
              onChange={(party) => query.set({ party })}
              options={organisationPartySchema.options.map((party) => ({ value: party, label: t(partyWords[party]) }))}
            />
          </Filter>
        </Filters>
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <RecordTable
                name={t(organisationWords.list)}
                columns={mayManage ? [...columns, acts] : columns}
                rows={rows}
                keyOf={(row) => row.id}
                empty={t(organisationWords.none)}
                busy={asked.isPlaceholderData}
              />
              <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
      <OrganisationDialog organisation={open} divisions={divisions} onClose={() => setOpen(undefined)} />
    </Page>
  )
}
