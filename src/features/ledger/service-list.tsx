import { Checkbox, Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { daySchema } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { kindSchema, kindWords, lineSchema, lineWords, statusSchema } from './kind-schema.ts'
import { statusWords } from './ledger-words.ts'
import { listServices, type ServiceRow } from './schema.ts'
import { serviceWords } from './service-words.ts'
import { StatusChip } from './status-chip.tsx'

const keys = ['search', 'line', 'kind', 'status', 'community', 'from', 'to', 'unresolved'] as const
const limit = 50

/** What an address asks for, as the endpoint takes it. Conditions that make no sense are none. */
function conditionsOf(get: (key: (typeof keys)[number]) => string) {
  return {
    search: get('search').trim() === '' ? undefined : get('search').trim(),
    line: lineSchema.safeParse(get('line')).data,
    kind: kindSchema.safeParse(get('kind')).data,
    status: statusSchema.safeParse(get('status')).data,
    communityCode: listServices.input.shape.communityCode.safeParse(get('community')).data,
    from: daySchema.safeParse(get('from')).data,
    to: daySchema.safeParse(get('to')).data,
    onlyUnresolved: get('unresolved') === '1' ? true : undefined,
  }
}

/** The services of a project, the newest first. */
export function ServiceList({
  projectId,
  communities,
  actions,
}: {
  projectId: ProjectId
  communities: readonly { code: string; name: string }[]
  actions?: (conditions: ReturnType<typeof conditionsOf>) => ReactNode
}) {
  const t = useWords()
  const { day, number } = useFormats()
  const query = useQueryState(keys)
  const conditions = conditionsOf(query.get)
  const asked = useAsk(listServices, { projectId, offset: query.offset, limit, ...conditions }, { keepFormer: true })

  const columns: Column<ServiceRow>[] = [
    { title: serviceWords.day, cell: (row) => (row.day === null ? '—' : `${day(row.day)} ${row.startsAt ?? ''}`), whole: true },
    {
      title: serviceWords.name,
      heads: true,
      cell: (row) => (
        <>
          <Link to={`/services/${row.id}`}>{row.title ?? t(kindWords[row.kind])}</Link>{' '}
          {row.repeats ? <Chip tone="look">{t(serviceWords.repeats)}</Chip> : null}
        </>
      ),
    },
    { title: serviceWords.kind, cell: (row) => t(kindWords[row.kind]), whole: true },
    { title: serviceWords.number, cell: (row) => row.number ?? '—', whole: true },
    { title: serviceWords.community, cell: (row) => row.communityName ?? '—', whole: true },
    { title: serviceWords.worker, cell: (row) => row.worker ?? '—' },
    { title: serviceWords.status, cell: (row) => <StatusChip status={row.status} />, whole: true },
    {
      title: serviceWords.attendances,
      numeric: true,
      cell: (row) => (
        <>
          {row.unresolved === 0 ? null : <Chip tone="look">{t(serviceWords.unresolved, { n: row.unresolved })}</Chip>}{' '}
          {number(row.attendances)}
        </>
      ),
    },
  ]

  return (
    <>
      <Filters
        name={t(serviceWords.filter)}
        more={
          <>
            <Filter id="service-line" label={t(serviceWords.line)}>
              <Choice
                id="service-line"
                value={query.get('line')}
                onChange={(line) => query.set({ line })}
                options={lineSchema.options.map((line) => ({ value: line, label: t(lineWords[line]) }))}
              />
            </Filter>
            <Filter id="service-kind" label={t(serviceWords.kind)}>
              <Choice
                id="service-kind"
                value={query.get('kind')}
                onChange={(kind) => query.set({ kind })}
                options={kindSchema.options.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
              />
            </Filter>
            <Filter id="service-status" label={t(serviceWords.status)}>
              <Choice
                id="service-status"
                value={query.get('status')}
                onChange={(status) => query.set({ status })}
                options={statusSchema.options.map((status) => ({ value: status, label: t(statusWords[status]) }))}
              />
            </Filter>
            <Filter id="service-community" label={t(serviceWords.community)}>
              <Choice
                id="service-community"
                value={query.get('community')}
                onChange={(community) => query.set({ community })}
                options={communities.map(({ code, name }) => ({ value: code, label: name }))}
              />
            </Filter>
            <Filter id="service-from" label={t(serviceWords.from)}>
              <DayField id="service-from" value={query.get('from')} onChange={(from) => query.set({ from: from ?? '' })} />
            </Filter>
            <Filter id="service-to" label={t(serviceWords.to)}>
              <DayField id="service-to" value={query.get('to')} onChange={(to) => query.set({ to: to ?? '' })} />
            </Filter>
            <Checkbox
              checked={query.get('unresolved') === '1'}
              onChange={(event) => query.set({ unresolved: event.target.checked ? '1' : '' })}
              style={{ alignSelf: 'center' }}
            >
              {t(serviceWords.onlyUnresolved)}
            </Checkbox>
            {query.isEmpty ? null : <Button onClick={query.clear}>{t(uiWords.clear)}</Button>}
            {actions?.(conditions)}
          </>
        }
      >
        <Filter id="service-search" label={t(serviceWords.search)} wide>
          <SearchField id="service-search" value={query.get('search')} onChange={(search) => query.set({ search })} maxLength={60} />
        </Filter>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable
              name={t(serviceWords.list)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(query.isEmpty ? serviceWords.noneYet : serviceWords.none)}
              busy={asked.isPlaceholderData}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
    </>
  )
}
