import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { dutyWords } from './duty-words.ts'
import { ProblemList } from './problem-list.tsx'
import { listProblems } from './record-schema.ts'
import { urgencySchema, urgencyWords } from './visit-schema.ts'
import { visitWords } from './visit-words.ts'

const limit = 50

/** What visits found and nobody has settled. */
export function ProblemsPage() {
  return <WithProject page={dutyWords.problems}>{(project) => <Problems key={project.id} projectId={project.id} />}</WithProject>
}

function Problems({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const query = useQueryState(['urgency', 'community'])
  const communities = useCommunities(projectId)
  const asked = useAsk(
    listProblems,
    {
      projectId,
      offset: query.offset,
      limit,
      urgency: urgencySchema.safeParse(query.get('urgency')).data,
      communityCode: listProblems.input.shape.communityCode.safeParse(query.get('community')).data,
    },
    { keepFormer: true },
  )
  return (
    <Page title={t(dutyWords.problems)}>
      <Panel>
        <Filters name={t(dutyWords.filter)}>
          <Filter id="problems-urgency" label={t(visitWords.urgency)}>
            <Choice
              id="problems-urgency"
              value={query.get('urgency')}
              onChange={(urgency) => query.set({ urgency })}
              options={urgencySchema.options.map((value) => ({ value, label: t(urgencyWords[value]) }))}
            />
          </Filter>
          <Filter id="problems-community" label={t(dutyWords.community)}>
            <Choice
              id="problems-community"
              value={query.get('community')}
              onChange={(community) => query.set({ community })}
              options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Filter>
        </Filters>
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <ProblemList problems={rows} empty={t(visitWords.problemsNone)} linked />
              <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}
