import { Button } from 'antd'
import { useState } from 'react'
import { daySchema, type Day } from '../../kernel/day.ts'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Page } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { AcceptanceExceptions, AcceptanceTargets } from './acceptance-targets.tsx'
import { acceptanceWords } from './acceptance-words.ts'
import { GatheringPapers } from './gathering-papers.tsx'
import { MakePack } from './make-pack.tsx'
import { PackHistory } from './pack-history.tsx'
import { printIndex, showAcceptance } from './pack-schema.ts'
import { pageWords } from './page-words.ts'
import { ReportPanel } from './report-panel.tsx'

/** How ready a project is to be checked, what is missing, and the pack that evaluators want. */
export function AcceptancePage() {
  return <WithProject page={pageWords.title}>{(project) => <Acceptance key={project.id} project={project} />}</WithProject>
}

/** The last day of a project that has ended, or else today. */
const latestOf = (project: ListedProject): Day => {
  const now = today()
  return project.endsOn < now ? project.endsOn : now
}

function Acceptance({ project }: { project: ListedProject }) {
  const t = useWords()
  const mayMake = useMay('acceptance.make')
  const [day, setDay] = useState<Day>(latestOf(project))
  const [making, setMaking] = useState(false)
  const asked = useAsk(showAcceptance, { projectId: project.id, day }, { keepFormer: true })
  const papers = [{ name: t(acceptanceWords.index), inputFor: (format: PaperFormat) => ({ projectId: project.id, day, format }) }]
  return (
    <Page
      title={t(pageWords.title)}
      about={t(pageWords.about)}
      actions={
        <>
          {mayMake && asked.data !== undefined ? (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t(pageWords.make)}
            </Button>
          ) : null}
          <PaperButtons endpoint={printIndex} papers={papers} />
        </>
      }
    >
      <Filters name={t(pageWords.day)}>
        <Filter id="acceptance-day" label={t(pageWords.day)}>
          <DayField
            id="acceptance-day"
            value={day}
            upTo={latestOf(project)}
            onChange={(next) => setDay(daySchema.safeParse(next).data ?? latestOf(project))}
          />
        </Filter>
      </Filters>
      <AskedState asked={asked}>
        {(readiness) => (
          <>
            <AcceptanceTargets readiness={readiness} />
            <AcceptanceExceptions readiness={readiness} />
            <GatheringPapers readiness={readiness} />
            <PackHistory projectId={project.id} />
            <ReportPanel project={project} day={day} />
            {making ? <MakePack projectId={project.id} day={day} mayName={readiness.mayName} onClose={() => setMaking(false)} /> : null}
          </>
        )}
      </AskedState>
    </Page>
  )
}
