import { App, Button } from 'antd'
import { useState } from 'react'
import type { Day } from '../../kernel/day.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import type { Community } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { partyWords } from '../organisations/schema.ts'
import { linkKindSchema, linkKindWords } from './link-kind-schema.ts'
import { linkageWords, resourceWords } from './linkage-words.ts'
import { ResourceDialog } from './resource-dialog.tsx'
import { endResource, listResources, renewResource, type ResourceRow } from './resource-schema.ts'
import { TimesText } from './times-field.tsx'

const limit = 50
const freshTones: Record<ResourceRow['freshness'], Tone> = { fresh: 'good', stale: 'look', over: 'plain' }

/** The second list: who gives what, how much is left, and whether it was asked about lately. */
export function ResourceList({
  project,
  communities,
  adding,
  onAdded,
}: {
  project: ListedProject
  communities: readonly Community[]
  adding: boolean
  onAdded: () => void
}) {
  const t = useWords()
  const { day } = useFormats()
  const { message } = App.useApp()
  const mayWrite = useMay('linkage.write')
  const query = useQueryState(['kind', 'show', 'search'])
  const renewing = useDo(renewResource)
  const [changing, setChanging] = useState<ResourceRow>()
  const [ending, setEnding] = useState<ResourceRow>()
  const kind = linkKindSchema.safeParse(query.get('kind')).data
  const shown = query.get('show')
  const search = query.get('search').trim()
  const asked = useAsk(
    listResources,
    {
      projectId: project.id,
      offset: query.offset,
      limit,
      show: shown === 'stale' || shown === 'over' ? shown : 'live',
      ...(kind === undefined ? {} : { kind }),
      ...(search === '' ? {} : { search }),
    },
    { keepFormer: true },
  )
  const freshText = (row: ResourceRow) =>
    row.freshness === 'stale'
      ? t(resourceWords.isStale)
      : row.freshness === 'over'
        ? t(resourceWords.isOver)
        : t(resourceWords.confirmedAt, { day: day(row.confirmedOn) })
  const renew = (row: ResourceRow, on: Day) =>
    renewing.run(
      { id: row.id, version: row.version, on, validUntil: null },
      {
        onDone: () => void message.success(t(resourceWords.renewed)),
        onFailure: (failure) => void message.error(failure.message),
      },
    )
  return (
    <>
      <Filters name={t(linkageWords.filter)}>
        <Filter id="resource-search" label={t(resourceWords.search)}>
          <SearchField id="resource-search" value={query.get('search')} onChange={(text) => query.set({ search: text })} />
        </Filter>
        <Filter id="resource-show" label={t(linkageWords.show)}>
          <Choice
            id="resource-show"
            value={shown}
            any={t(resourceWords.live)}
            onChange={(show) => query.set({ show })}
            options={[
              { value: 'stale', label: t(resourceWords.stale, { n: asked.data?.stale ?? 0 }) },
              { value: 'over', label: t(resourceWords.over) },
            ]}
          />
        </Filter>
        <Filter id="resource-kind" label={t(linkageWords.kind)}>
          <Choice
            id="resource-kind"
            value={query.get('kind')}
            onChange={(next) => query.set({ kind: next })}
            options={linkKindSchema.options.map((each) => ({ value: each, label: t(linkKindWords[each]) }))}
          />
        </Filter>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total, asOf }) => (
          <>
            <RecordTable<ResourceRow>
              name={t(resourceWords.list)}
              rows={rows}
              keyOf={(row) => row.id}
              busy={asked.isPlaceholderData}
              empty={t(resourceWords.none)}
              columns={[
                { title: resourceWords.name, heads: true, cell: (row) => row.title },
                { title: resourceWords.organisation, cell: (row) => row.organisation ?? row.provider ?? '—' },
                { title: linkageWords.party, cell: (row) => t(partyWords[row.party]) },
                { title: linkageWords.kind, cell: (row) => t(linkKindWords[row.kind]) },
                {
                  title: resourceWords.left,
                  whole: true,
                  cell: (row) =>
                    row.left === null
                      ? t(resourceWords.noLimit)
                      : t(resourceWords.leftOf, { left: row.left, quantity: `${row.quantity}${row.unit ?? ''}` }),
                },
                { title: linkageWords.times, cell: (row) => <TimesText times={row.times} /> },
                {
                  title: resourceWords.where,
                  cell: (row) =>
                    communities
                      .filter(({ code }) => row.communities.includes(code))
                      .map(({ name }) => name)
                      .join('、') || t(resourceWords.everywhere),
                },
                { title: resourceWords.validUntil, whole: true, cell: (row) => (row.validUntil === null ? '—' : day(row.validUntil)) },
                { title: resourceWords.fresh, cell: (row) => <Chip tone={freshTones[row.freshness]}>{freshText(row)}</Chip> },
                ...(mayWrite
                  ? [
                      {
                        title: uiWords.actions,
                        acts: true as const,
                        cell: (row: ResourceRow) => (
                          <Buttons>
                            {row.freshness === 'stale' ? (
                              <Button
                                size="small"
                                aria-label={t(resourceWords.renewOf, { title: row.title })}
                                onClick={() => renew(row, asOf)}
                              >
                                {t(resourceWords.renew)}
                              </Button>
                            ) : null}
                            <Button
                              size="small"
                              aria-label={t(linkageWords.changeOf, { title: row.title })}
                              onClick={() => setChanging(row)}
                            >
                              {t(linkageWords.change)}
                            </Button>
                            <Button
                              size="small"
                              aria-label={t(row.endedOn === null ? resourceWords.endOf : resourceWords.resumeOf, { title: row.title })}
                              onClick={() => setEnding(row)}
                            >
                              {t(row.endedOn === null ? resourceWords.end : resourceWords.resume)}
                            </Button>
                          </Buttons>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
            <ResourceDialog projectId={project.id} communities={communities} open={adding} asOf={asOf} onClose={onAdded} />
            {changing === undefined ? null : (
              <ResourceDialog
                projectId={project.id}
                communities={communities}
                resource={changing}
                open
                asOf={asOf}
                onClose={() => setChanging(undefined)}
              />
            )}
            {ending === undefined ? null : <End row={ending} asOf={asOf} onClose={() => setEnding(undefined)} />}
          </>
        )}
      </AskedState>
    </>
  )
}

function End({ row, asOf, onClose }: { row: ResourceRow; asOf: Day; onClose: () => void }) {
  const t = useWords()
  const doing = useDo(endResource)
  const isBack = row.endedOn !== null
  return (
    <ReasonDialog
      open
      title={t(isBack ? resourceWords.resumeOf : resourceWords.endOf, { title: row.title })}
      action={t(isBack ? resourceWords.resume : resourceWords.end)}
      label={t(linkageWords.reason)}
      long
      doing={doing}
      onReason={(reason) => doing.run({ id: row.id, version: row.version, endedOn: isBack ? null : asOf, reason }, { onDone: onClose })}
      onClose={onClose}
    />
  )
}
