import { Button, Dropdown } from 'antd'
import { chooseProject, useProjects } from '../client/project.ts'
import { useWords } from '../language/language.tsx'
import { Icon } from '../ui/icon.tsx'
import { useQueryState } from '../ui/query-state.ts'
import { projectChoiceWords } from '../ui/project-choice-words.ts'
import style from './project-choice.module.css'

/** Which project is worked on, and a choice of the others. Nothing for whoever has none. */
export function ProjectChoice() {
  const t = useWords()
  const { projects, project } = useProjects()
  const { set } = useQueryState(['community'])
  if (project === undefined) return null
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [project.id],
        items: projects.map(({ id, name, startsOn, endsOn }) => ({
          key: id,
          label: (
            <span className={style['item']}>
              <span>{name}</span>
              <small>
                {startsOn} – {endsOn}
              </small>
            </span>
          ),
          onClick: () => {
            chooseProject(id)
            // A list stays open, but not at one of the other project's communities.
            set({ community: '' })
          },
        })),
      }}
    >
      <Button type="text" className={style['chosen'] ?? ''} aria-label={t(projectChoiceWords.current, { name: project.name })}>
        <span className={style['name']}>{project.name}</span>
        <Icon name="down" size={14} />
      </Button>
    </Dropdown>
  )
}
