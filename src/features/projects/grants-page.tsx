import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../web/client/calls.ts'
import { useMine } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { useListing } from '../../web/ui/use-listing.ts'
import { AccountState } from '../identity/account-state.tsx'
import { accountWords } from '../identity/accounts-words.ts'
import { roleWords } from '../identity/role-rules.ts'
import { listGrants, type AccountRow, type Grant } from '../identity/schema.ts'
import { AddGrant } from './add-grant.tsx'
import { EndGrant } from './end-grant.tsx'
import { useGrantPlace } from './grant-place.tsx'
import { grantWords } from './grants-words.ts'
import style from './grants-page.module.css'

/** Who has which role, and where. */
export function GrantsPage() {
  const t = useWords()
  const { accountId } = useMine()
  const listing = useListing()
  const asked = useAsk(listGrants, listing.input, { keepFormer: true })
  const placeOf = useGrantPlace()
  const [granting, setGranting] = useState<AccountRow>()
  const [ending, setEnding] = useState<{ account: AccountRow; grant: Grant }>()

  const columns: Column<AccountRow>[] = [
    { title: accountWords.displayName, cell: (row) => row.displayName, heads: true },
    { title: accountWords.name, cell: (row) => row.name },
    { title: accountWords.state, cell: (row) => <AccountState state={row.state} />, heads: true, whole: true },
    {
      title: accountWords.roles,
      cell: (row) =>
        row.grants.length === 0 ? (
          <span className={style['none']}>{t(accountWords.noRole)}</span>
        ) : (
          <ul className={style['grants']}>
            {row.grants.map((grant) => (
              <li key={grant.id}>
                <Chip tone="calm">{t(roleWords[grant.role])}</Chip>
                <span>{placeOf(grant)}</span>
                {row.id === accountId ? null : (
                  <Button
                    size="small"
                    type="link"
                    danger
                    aria-label={t(grantWords.endOf, { name: row.displayName, role: t(roleWords[grant.role]) })}
                    onClick={() => setEnding({ account: row, grant })}
                  >
                    {t(grantWords.end)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        ),
    },
    {
      title: uiWords.actions,
      acts: true,
      cell: (row) =>
        row.id === accountId ? (
          <span className={style['none']}>{t(grantWords.self)}</span>
        ) : (
          <Button
            size="small"
            icon={<Icon name="plus" size={15} />}
            aria-label={t(grantWords.addTo, { name: row.displayName })}
            onClick={() => setGranting(row)}
          >
            {t(grantWords.add)}
          </Button>
        ),
    },
  ]

  return (
    <Page title={t(grantWords.title)} about={t(grantWords.about)}>
      <Panel>
        <Filters name={t(accountWords.filter)}>
          <Filter id="grant-search" label={t(accountWords.search)} wide>
            <Input
              id="grant-search"
              allowClear
              prefix={<Icon name="search" size={16} />}
              value={listing.search}
              maxLength={40}
              onChange={(event) => listing.setSearch(event.target.value)}
            />
          </Filter>
        </Filters>
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <RecordTable
                name={t(grantWords.list)}
                columns={columns}
                rows={rows}
                keyOf={(row) => row.id}
                empty={t(accountWords.none)}
                busy={asked.isPlaceholderData}
              />
              <Pager offset={listing.offset} limit={listing.limit} total={total} onMove={listing.setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
      <AddGrant account={granting} onClose={() => setGranting(undefined)} />
      <EndGrant ending={ending} onClose={() => setEnding(undefined)} />
    </Page>
  )
}
