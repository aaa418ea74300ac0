import { Link } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { listReceived, type ReceivedRow } from './received-schema.ts'
import { ReferralState } from './referral-state.tsx'
import { receivedWords, referralStateWords, referralWords } from './referral-words.ts'
import { referralStateSchema } from './schema.ts'

const keys = ['state'] as const
const limit = 50

/** What a partner was sent: its own referrals, what waits for an answer first. */
export function ReceivedPage() {
  const t = useWords()
  const { day } = useFormats()
  const query = useQueryState(keys)
  const state = referralStateSchema.safeParse(query.get('state')).data
  const asked = useAsk(listReceived, { offset: query.offset, limit, state }, { keepFormer: true })
  const columns: Column<ReceivedRow>[] = [
    {
      title: referralWords.person,
      cell: (row) => <Link to={`/referrals/received/${row.id}`}>{row.person ?? t(receivedWords.unnamed)}</Link>,
      heads: true,
    },
    { title: referralWords.state, cell: (row) => <ReferralState referral={row} />, heads: true, whole: true },
    { title: receivedWords.from, cell: (row) => row.from },
    { title: referralWords.sentOnDay, cell: (row) => (row.sentOn === null ? '—' : day(row.sentOn)), whole: true },
    { title: referralWords.dueOn, cell: (row) => (row.dueOn === null ? '—' : day(row.dueOn)), whole: true },
  ]
  return (
    <Page title={t(receivedWords.title)} about={t(receivedWords.about)}>
      <Panel>
        <Filters name={t(referralWords.filter)}>
          <Filter id="received-state" label={t(referralWords.state)}>
            <Choice
              id="received-state"
              value={query.get('state')}
              onChange={(next) => query.set({ state: next })}
              options={referralStateSchema.options
                .filter((each) => each !== 'draft')
                .map((each) => ({ value: each, label: t(referralStateWords[each]) }))}
            />
          </Filter>
        </Filters>
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <RecordTable
                name={t(receivedWords.list)}
                columns={columns}
                rows={rows}
                keyOf={(row) => row.id}
                empty={t(receivedWords.none)}
                busy={asked.isPlaceholderData}
              />
              <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}
