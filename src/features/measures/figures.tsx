import { useAsk } from '../../web/client/calls.ts'
import type { Community } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Panel } from '../../web/ui/page.tsx'
import type { Chosen } from './chosen-rules.ts'
import { FigureBreakdown } from './figure-breakdown.tsx'
import { FigureFilter } from './figure-filter.tsx'
import { FigureList } from './figure-list.tsx'
import { PeriodLine } from './period-line.tsx'
import { showFigures } from './schema.ts'

/** A project's figures as they were chosen: a list of totals, or broken down. */
export function Figures({
  project,
  communities,
  chosen,
  onChoose,
}: {
  project: ListedProject
  communities: readonly Community[]
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}) {
  return (
    <>
      <Panel>
        <FigureFilter project={project} communities={communities} chosen={chosen} onChoose={onChoose} />
      </Panel>
      {chosen.by.length === 0 ? <Totals project={project} chosen={chosen} /> : <FigureBreakdown project={project} chosen={chosen} />}
    </>
  )
}

function Totals({ project, chosen }: { project: ListedProject; chosen: Chosen }) {
  const asked = useAsk(showFigures, { projectId: project.id, scope: chosen.scope }, { keepFormer: true })
  return (
    <AskedState asked={asked}>
      {(shown) => (
        <>
          <PeriodLine startsOn={shown.startsOn} endsOn={shown.endsOn} elapsed={shown.elapsedPercent} />
          <FigureList shown={shown} chosen={chosen} />
        </>
      )}
    </AskedState>
  )
}
