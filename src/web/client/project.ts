import { useSyncExternalStore } from 'react'
import { listProjects } from '../../features/projects/schema.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk, type Asked } from './calls.ts'
import { useMay } from './mine.ts'

/** Where this browser keeps which project was worked on last. */
const keep = 'nuanyang.project'

let chosen = localStorage.getItem(keep)
const listeners = new Set<() => void>()

const watch = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Works on another project from here on, on every page. */
export function chooseProject(id: ProjectId): void {
  localStorage.setItem(keep, id)
  chosen = id
  for (const listener of listeners) listener()
}

type ProjectList = ReturnType<typeof listProjects.output.parse>
export type ListedProject = ProjectList['projects'][number]

/** The projects that whoever works here may see, and the one they work on: the last one chosen, or else the newest. */
export function useProjects(): { asked: Asked<ProjectList>; projects: readonly ListedProject[]; project: ListedProject | undefined } {
  const may = useMay('projects.read')
  const asked = useAsk(listProjects, {}, { when: may })
  const id = useSyncExternalStore(watch, () => chosen)
  const projects = asked.data?.projects ?? []
  const newest = projects.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn))[0]
  return { asked, projects, project: projects.find((project) => project.id === id) ?? newest }
}
