import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { useListing } from '../../web/ui/use-listing.ts'
import { AccountActions } from './account-actions.tsx'
import { AccountState } from './account-state.tsx'
import { accountWords } from './accounts-words.ts'
import { AddAccount } from './add-account.tsx'
import { GivenPassword, type Given } from './given-password.tsx'
import { RoleNames } from './role-names.tsx'
import { listAccounts, type AccountRow } from './schema.ts'

/** Accounts: found, opened, closed, given new passwords. */
export function AccountsPage() {
  const t = useWords()
  const { moment } = useFormats()
  const listing = useListing()
  const asked = useAsk(listAccounts, listing.input, { keepFormer: true })
  const [adding, setAdding] = useState(false)
  const [given, setGiven] = useState<Given>()

  const columns: Column<AccountRow>[] = [
    { title: accountWords.displayName, cell: (row) => row.displayName, heads: true },
    { title: accountWords.name, cell: (row) => row.name },
    { title: accountWords.roles, cell: (row) => <RoleNames grants={row.grants} /> },
    { title: accountWords.state, cell: (row) => <AccountState state={row.state} />, heads: true, whole: true },
    { title: accountWords.seen, cell: (row) => (row.seenAt === null ? t(uiWords.never) : moment(row.seenAt)), whole: true },
    { title: accountWords.created, cell: (row) => moment(row.createdAt), whole: true },
    { title: uiWords.actions, cell: (row) => <AccountActions account={row} onGiven={setGiven} />, acts: true },
  ]

  return (
    <Page
      title={t(accountWords.title)}
      about={t(accountWords.about)}
      actions={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
          {t(accountWords.add)}
        </Button>
      }
    >
      <Panel>
        <Filters name={t(accountWords.filter)}>
          <Filter id="account-search" label={t(accountWords.search)} wide>
            <Input
              id="account-search"
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
                name={t(accountWords.list)}
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
      <AddAccount
        open={adding}
        onClose={() => setAdding(false)}
        onAdded={(made) => {
          setAdding(false)
          setGiven(made)
        }}
      />
      <GivenPassword given={given} onClose={() => setGiven(undefined)} />
    </Page>
  )
}
