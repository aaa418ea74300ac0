import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useProjects, type ListedProject } from '../client/project.ts'
import { useWords } from '../language/language.tsx'
import { FailureNote } from './failure-note.tsx'
import { Panel } from './page.tsx'
import { projectChoiceWords } from './project-choice-words.ts'

/** What belongs to the project that is worked on; in words, why there is none. */
export function WithProject({ children }: { children: (project: ListedProject) => ReactNode }) {
  const t = useWords()
  const { asked, project } = useProjects()
  if (project !== undefined) return children(project)
  if (asked.isFetching) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  return (
    <Panel>
      <FailureNote failure={asked.error} onRetry={() => void asked.refetch()} />
      {asked.error === null ? <p>{t(projectChoiceWords.none)}</p> : null}
    </Panel>
  )
}
