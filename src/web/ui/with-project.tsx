import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Words } from '../../kernel/words.ts'
import { useProjects, type ListedProject } from '../client/project.ts'
import { useWords } from '../language/language.tsx'
import { FailureNote } from './failure-note.tsx'
import { Page, Panel } from './page.tsx'
import { projectChoiceWords } from './project-choice-words.ts'

/**
 * What belongs to the project worked on; where there is none, why. `page` names the page where it is the whole of one.
 */
export function WithProject({ page, children }: { page?: Words; children: (project: ListedProject) => ReactNode }) {
  const t = useWords()
  const { asked, project } = useProjects()
  if (project !== undefined) return children(project)
  const why = (
    <Panel>
      {asked.isFetching ? <Skeleton active title={false} paragraph={{ rows: 5 }} /> : null}
      <FailureNote failure={asked.error} onRetry={() => void asked.refetch()} />
      {asked.isFetching || asked.error !== null ? null : <p>{t(projectChoiceWords.none)}</p>}
    </Panel>
  )
  return page === undefined ? why : <Page title={t(page)}>{why}</Page>
}
