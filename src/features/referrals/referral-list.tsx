import { Checkbox } from 'antd'
import { Link } from 'react-router'
import { divisionCodeSchema, type ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import type { Community } from '../../web/client/communities.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { ReferralState } from './referral-state.tsx'
import { referralStateWords, referralWords } from './referral-words.ts'
import { listReferrals, referralStateSchema, type ReferralRow } from './schema.ts'

const keys = ['state', 'overdue', 'community'] as const
const limit = 50

/** A project's referrals, what waits first. Its conditions stand in the address, so that a number can open its list. */
export function ReferralList({ projectId, communities }: { projectId: ProjectId; communities: readonly Community[] }) {
  const t = useWords()
  const { day } = useFormats()
  const query = useQueryState(keys)
  const asked = useAsk(
    listReferrals,
    {
      projectId,
      offset: query.offset,
      limit,
      state: referralStateSchema.safeParse(query.get('state')).data,
      communityCode: divisionCodeSchema.safeParse(query.get('community')).data,
      ...(query.get('overdue') === '' ? {} : { overdue: true }),
    },
    { keepFormer: true },
  )
  const columns: Column<ReferralRow>[] = [
    { title: referralWords.person, cell: (row) => <Link to={`/referrals/${row.id}`}>{row.person}</Link>, heads: true },
    { title: referralWords.state, cell: (row) => <ReferralState referral={row} />, heads: true, whole: true },
    { title: referralWords.to, cell: (row) => row.organisation },
    { title: referralWords.community, cell: (row) => row.communityName ?? '—', whole: true },
    { title: referralWords.sentOnDay, cell: (row) => (row.sentOn === null ? '—' : day(row.sentOn)), whole: true },
    { title: referralWords.dueShort, cell: (row) => (row.dueOn === null ? '—' : day(row.dueOn)), whole: true },
    { title: referralWords.writtenBy, cell: (row) => row.writtenBy },
  ]
  return (
    <>
      <Filters name={t(referralWords.filter)}>
        <Filter id="referral-state" label={t(referralWords.state)}>
          <Choice
            id="referral-state"
            value={query.get('state')}
            onChange={(state) => query.set({ state })}
            options={referralStateSchema.options.map((state) => ({ value: state, label: t(referralStateWords[state]) }))}
          />
        </Filter>
        <Filter id="referral-community" label={t(referralWords.community)}>
          <Choice
            id="referral-community"
            value={query.get('community')}
            onChange={(community) => query.set({ community })}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Filter>
        <Checkbox checked={query.get('overdue') !== ''} onChange={(event) => query.set({ overdue: event.target.checked ? '1' : '' })}>
          {t(referralWords.onlyOverdue)}
        </Checkbox>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable
              name={t(referralWords.list)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(referralWords.none)}
              busy={asked.isPlaceholderData}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
    </>
  )
}
