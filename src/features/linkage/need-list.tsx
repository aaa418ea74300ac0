import { Link } from 'react-router'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import type { Community } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { priorityWords } from '../needs/need-words.ts'
import { priorityTones } from '../needs/person-needs.tsx'
import { linkKindSchema, linkKindWords } from './link-kind-schema.ts'
import { linkageWords } from './linkage-words.ts'
import { progressOf } from './need-rules.ts'
import { holderWords, linkNeedStateWords, listLinkNeeds, needStateSchema, type NeedRow } from './need-schema.ts'

const limit = 50

/** The first list: what is needed, by whom, how far it is. */
export function NeedList({ project, communities }: { project: ListedProject; communities: readonly Community[] }) {
  const t = useWords()
  const { day } = useFormats()
  const query = useQueryState(['kind', 'community', 'state'])
  const kind = linkKindSchema.safeParse(query.get('kind')).data
  const community = divisionCodeSchema.safeParse(query.get('community')).data
  const asked = useAsk(
    listLinkNeeds,
    {
      projectId: project.id,
      offset: query.offset,
      limit,
      state: needStateSchema.safeParse(query.get('state')).data ?? 'open',
      ...(kind === undefined ? {} : { kind }),
      ...(community === undefined ? {} : { communityCode: community }),
    },
    { keepFormer: true },
  )
  return (
    <>
      <Filters name={t(linkageWords.filter)}>
        <Filter id="link-need-state" label={t(linkageWords.state)}>
          <Choice
            id="link-need-state"
            value={query.get('state')}
            any={t(linkNeedStateWords.open)}
            onChange={(state) => query.set({ state })}
            options={[
              { value: 'met', label: t(linkNeedStateWords.met) },
              { value: 'withdrawn', label: t(linkNeedStateWords.withdrawn) },
            ]}
          />
        </Filter>
        <Filter id="link-need-kind" label={t(linkageWords.kind)}>
          <Choice
            id="link-need-kind"
            value={query.get('kind')}
            onChange={(next) => query.set({ kind: next })}
            options={linkKindSchema.options.map((each) => ({ value: each, label: t(linkKindWords[each]) }))}
          />
        </Filter>
        <Filter id="link-need-community" label={t(linkageWords.community)}>
          <Choice
            id="link-need-community"
            value={query.get('community')}
            onChange={(next) => query.set({ community: next })}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Filter>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable<NeedRow>
              name={t(linkageWords.needs)}
              rows={rows}
              keyOf={(row) => row.id}
              busy={asked.isPlaceholderData}
              empty={t(linkageWords.noNeeds)}
              columns={[
                { title: linkageWords.needTitle, heads: true, cell: (row) => <Link to={`/linkage/needs/${row.id}`}>{row.title}</Link> },
                { title: linkageWords.holder, cell: (row) => row.personName ?? row.groupName ?? t(holderWords[row.holder]) },
                { title: linkageWords.community, cell: (row) => row.communityName },
                { title: linkageWords.kind, cell: (row) => t(linkKindWords[row.kind]) },
                {
                  title: linkageWords.priority,
                  cell: (row) => <Chip tone={priorityTones[row.priority]}>{t(priorityWords[row.priority])}</Chip>,
                },
                { title: linkageWords.progress, cell: (row) => t(linkageWords.progressOf, progressOf(row)) },
                { title: linkageWords.wantedBy, whole: true, cell: (row) => (row.wantedBy === null ? '—' : day(row.wantedBy)) },
              ]}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
    </>
  )
}
