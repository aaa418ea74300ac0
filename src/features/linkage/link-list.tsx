import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { LinkEntries } from './link-entries.tsx'
import { listLinks } from './link-schema.ts'
import { linkageWords } from './linkage-words.ts'

const limit = 50

/** Every link of a project and how far it is. */
export function LinkList({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const query = useQueryState(['show'])
  const shown = query.get('show')
  const show = shown === 'ended' || shown === 'all' ? shown : 'open'
  const asked = useAsk(listLinks, { projectId, show, offset: query.offset, limit }, { keepFormer: true })
  return (
    <>
      <Filters name={t(linkageWords.filter)}>
        <Filter id="link-show" label={t(linkageWords.show)}>
          <Choice
            id="link-show"
            value={show === 'open' ? '' : show}
            any={t(linkageWords.showOpen)}
            onChange={(next) => query.set({ show: next })}
            options={[
              { value: 'ended', label: t(linkageWords.showEnded) },
              { value: 'all', label: t(linkageWords.showAll) },
            ]}
          />
        </Filter>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total, asOf }) => (
          <>
            <LinkEntries links={rows} asOf={asOf} withNeed empty={t(linkageWords.noLinks)} />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
    </>
  )
}
