import { InputNumber, Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { AgeAndSex } from './age-and-sex.tsx'
import { hardshipCodeSchema, hardshipWords } from './hardship-schema.ts'
import { Labels } from './labels.tsx'
import { numberStateWords, partWords, peopleWords } from './people-words.ts'
import { listPeople, numberStateSchema, partSchema, type PersonRow } from './schema.ts'
import style from './people-list.module.css'

const keys = ['search', 'community', 'part', 'label', 'ageFrom', 'ageTo', 'number'] as const
const limit = 50

/** What an address asks for, as the endpoint takes it. Conditions that make no sense are none. */
export function conditionsOf(get: (key: (typeof keys)[number]) => string) {
  const { shape } = listPeople.input
  const whole = (text: string) => shape.ageFrom.safeParse(text === '' ? undefined : Number(text)).data
  return {
    search: get('search').trim() === '' ? undefined : get('search').trim(),
    communityCode: shape.communityCode.safeParse(get('community')).data,
    part: partSchema.safeParse(get('part')).data,
    label: hardshipCodeSchema.safeParse(get('label')).data,
    ageFrom: whole(get('ageFrom')),
    ageTo: whole(get('ageTo')),
    numberState: numberStateSchema.safeParse(get('number')).data,
  }
}

/** The people of a project: found as one types, narrowed by what is known of them. */
export function PeopleList({
  projectId,
  communities,
  actions,
}: {
  projectId: ProjectId
  communities: readonly { code: string; name: string }[]
  actions?: (conditions: ReturnType<typeof conditionsOf>) => ReactNode
}) {
  const t = useWords()
  const query = useQueryState(keys)
  const conditions = conditionsOf(query.get)
  const asked = useAsk(listPeople, { projectId, offset: query.offset, limit, ...conditions }, { keepFormer: true })

  const columns: Column<PersonRow>[] = [
    {
      title: peopleWords.name,
      heads: true,
      whole: true,
      cell: (row) => (
        <>
          <Link to={`/people/${row.id}`}>{row.name}</Link> {row.deceasedOn === null ? null : <Chip>{t(peopleWords.deceased)}</Chip>}
        </>
      ),
    },
    { title: peopleWords.sexAge, cell: (row) => <AgeAndSex person={row} />, heads: true, whole: true },
    { title: peopleWords.community, cell: (row) => row.communityName ?? '—', whole: true },
    { title: peopleWords.part, cell: (row) => row.parts.map((part) => t(partWords[part])).join(' · '), whole: true },
    { title: peopleWords.labels, cell: (row) => <Labels codes={row.labels} /> },
    { title: peopleWords.phone, cell: (row) => row.phone ?? '—', whole: true },
  ]
  const ageField = (key: 'ageFrom' | 'ageTo', id: string) => (
    <InputNumber
      id={id}
      min={0}
      max={130}
      precision={0}
      controls={false}
      value={query.get(key) === '' ? null : Number(query.get(key))}
      onChange={(age) => query.set({ [key]: age === null ? '' : String(age) })}
    />
  )

  return (
    <>
      <Filters
        name={t(peopleWords.filter)}
        more={
          <>
            <Filter id="people-community" label={t(peopleWords.community)}>
              <Choice
                id="people-community"
                value={query.get('community')}
                onChange={(community) => query.set({ community })}
                options={communities.map(({ code, name }) => ({ value: code, label: name }))}
              />
            </Filter>
            <Filter id="people-part" label={t(peopleWords.part)}>
              <Choice
                id="people-part"
                value={query.get('part')}
                onChange={(part) => query.set({ part })}
                options={partSchema.options.map((part) => ({ value: part, label: t(partWords[part]) }))}
              />
            </Filter>
            <Filter id="people-label" label={t(peopleWords.label)}>
              <Choice
                id="people-label"
                value={query.get('label')}
                onChange={(label) => query.set({ label })}
                options={hardshipCodeSchema.options.map((code) => ({ value: code, label: t(hardshipWords[code]) }))}
              />
            </Filter>
            <div className={style['ages']}>
              <Filter id="people-age-from" label={t(peopleWords.ageFrom)}>
                {ageField('ageFrom', 'people-age-from')}
              </Filter>
              <Filter id="people-age-to" label={t(peopleWords.ageTo)}>
                {ageField('ageTo', 'people-age-to')}
              </Filter>
            </div>
            <Filter id="people-number" label={t(peopleWords.numberState)}>
              <Choice
                id="people-number"
                value={query.get('number')}
                onChange={(number) => query.set({ number })}
                options={numberStateSchema.options.map((state) => ({ value: state, label: t(numberStateWords[state]) }))}
              />
            </Filter>
            {query.isEmpty ? null : <Button onClick={query.clear}>{t(uiWords.clear)}</Button>}
            {actions?.(conditions)}
          </>
        }
      >
        <Filter id="people-search" label={t(peopleWords.search)} wide>
          <SearchField id="people-search" value={query.get('search')} onChange={(search) => query.set({ search })} />
        </Filter>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable
              name={t(peopleWords.list)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(query.isEmpty ? peopleWords.noneYet : peopleWords.none)}
              busy={asked.isPlaceholderData}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
    </>
  )
}
