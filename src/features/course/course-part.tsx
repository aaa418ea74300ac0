import { useAsk } from '../../web/client/calls.ts'
import { AskedState } from '../../web/ui/asked-state.tsx'
import type { ProjectDetail } from '../projects/schema.ts'
import { ChangePanel } from './change-panel.tsx'
import { DutyPanel } from './duty-panel.tsx'
import { RiskPanel } from './risk-panel.tsx'
import { openCourse } from './schema.ts'

/** The part of a project's page with what is due. */
export function DutiesPart({ project }: { project: ProjectDetail }) {
  const asked = useAsk(openCourse, { projectId: project.id })
  return <AskedState asked={asked}>{(course) => <DutyPanel project={project} course={course} />}</AskedState>
}

/** The part with what may go wrong and what is to be otherwise. */
export function RisksPart({ project }: { project: ProjectDetail }) {
  const asked = useAsk(openCourse, { projectId: project.id })
  return (
    <AskedState asked={asked}>
      {(course) => (
        <>
          <ChangePanel project={project} course={course} />
          <RiskPanel project={project} course={course} />
        </>
      )}
    </AskedState>
  )
}
