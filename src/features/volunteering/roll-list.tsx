import { Checkbox } from 'antd'
import { Link } from 'react-router'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { lackWords, neverWords } from './claim-rules.ts'
import { Hours } from './hours-text.tsx'
import { listVolunteers, type VolunteerRow } from './register-schema.ts'
import { volunteerWords } from './volunteer-words.ts'

const keys = ['search', 'community', 'lacking', 'ended'] as const
const limit = 50

const looks: Partial<Record<VolunteerRow['lacks'][number], Tone>> = { ended: 'calm', noGuardian: 'bad', noDataConsent: 'bad' }

/** What a volunteer's file lacks, or that it is complete. What was never done stands together: on a new roll it is all of them. */
export function Lacks({ row }: { row: Pick<VolunteerRow, 'lacks' | 'endedOn'> }) {
  const t = useWords()
  if (row.lacks.length === 0) return <Chip tone="good">{t(volunteerWords.complete)}</Chip>
  const never = row.lacks.flatMap((lack) => (lack === 'notVetted' || lack === 'notInsured' || lack === 'noAgreement' ? [lack] : []))
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: 4 }}>
      {row.lacks
        .filter((lack) => lack !== 'notVetted' && lack !== 'notInsured' && lack !== 'noAgreement')
        .map((lack) => (
          <Chip key={lack} tone={looks[lack] ?? 'look'}>
            {t(lackWords[lack])}
          </Chip>
        ))}
      {never.length === 0 ? null : (
        <Chip tone="look">{t(volunteerWords.lacking, { what: never.map((lack) => t(neverWords[lack])).join('、') })}</Chip>
      )}
    </span>
  )
}

/** The roll of a project: who they are, what their file lacks, and their hours, confirmed and not, apart. */
export function RollList({ projectId, communities }: { projectId: ProjectId; communities: readonly { code: string; name: string }[] }) {
  const t = useWords()
  const { day } = useFormats()
  const query = useQueryState(keys)
  const search = query.get('search').trim()
  const asked = useAsk(
    listVolunteers,
    {
      projectId,
      offset: query.offset,
      limit,
      ...(search === '' ? {} : { search }),
      communityCode: listVolunteers.input.shape.communityCode.safeParse(query.get('community')).data,
      ...(query.get('lacking') === '' ? {} : { onlyLacking: true }),
      ...(query.get('ended') === '' ? {} : { withEnded: true }),
    },
    { keepFormer: true },
  )
  const columns: Column<VolunteerRow>[] = [
    { title: volunteerWords.name, heads: true, whole: true, cell: (row) => <Link to={`/volunteers/${row.id}`}>{row.name}</Link> },
    { title: volunteerWords.number, whole: true, cell: (row) => row.number ?? '—' },
    { title: volunteerWords.age, numeric: true, cell: (row) => row.age ?? '—' },
    { title: volunteerWords.community, whole: true, cell: (row) => row.communityName ?? '—' },
    { title: volunteerWords.skills, cell: (row) => row.skills ?? '—' },
    { title: volunteerWords.shifts, numeric: true, cell: (row) => row.hours.shifts },
    { title: volunteerWords.confirmed, numeric: true, whole: true, cell: (row) => <Hours minutes={row.hours.confirmed} /> },
    { title: volunteerWords.unconfirmed, numeric: true, whole: true, cell: (row) => <Hours minutes={row.hours.unconfirmed} /> },
    { title: volunteerWords.stars, whole: true, cell: (row) => (row.stars === 0 ? '—' : t(volunteerWords.starsOf, { n: row.stars })) },
    { title: volunteerWords.lacks, cell: (row) => <Lacks row={row} /> },
  ]
  return (
    <>
      <Filters
        name={t(volunteerWords.filter)}
        more={
          <>
            <Filter id="roll-community" label={t(volunteerWords.community)}>
              <Choice
                id="roll-community"
                value={query.get('community')}
                onChange={(community) => query.set({ community })}
                options={communities.map(({ code, name }) => ({ value: code, label: name }))}
              />
            </Filter>
            <Checkbox checked={query.get('lacking') !== ''} onChange={(event) => query.set({ lacking: event.target.checked ? '1' : '' })}>
              {t(volunteerWords.onlyLacking)}
            </Checkbox>
            <Checkbox checked={query.get('ended') !== ''} onChange={(event) => query.set({ ended: event.target.checked ? '1' : '' })}>
              {t(volunteerWords.withEnded)}
            </Checkbox>
          </>
        }
      >
        <Filter id="roll-search" label={t(volunteerWords.search)} wide>
          <SearchField
            id="roll-search"
            value={query.get('search')}
            placeholder={t(volunteerWords.searchHint)}
            onChange={(next) => query.set({ search: next })}
          />
        </Filter>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total, asOf }) => (
          <>
            {asOf === today() ? null : <p>{t(volunteerWords.asOf, { day: day(asOf) })}</p>}
            <RecordTable
              name={t(volunteerWords.list)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              {...(query.isEmpty ? { empty: t(volunteerWords.none) } : {})}
              busy={asked.isPlaceholderData}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
    </>
  )
}
