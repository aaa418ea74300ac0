import { Segmented } from 'antd'
import { useState } from 'react'
import type { DivisionCode } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { openProject } from '../projects/schema.ts'
import { FigureBoard } from './figure-board.tsx'
import { figureWords } from './figure-words.ts'
import { showFigures, type ProjectFigures } from './schema.ts'
import style from './own-figures.module.css'

type Part = 'own' | 'whole'

/** The figures of the communities that somebody looks after, and those of the whole project beside them. */
export function OwnFigures({
  project,
  whole,
  communities,
}: {
  project: ListedProject
  whole: ProjectFigures
  communities: readonly DivisionCode[]
}) {
  const t = useWords()
  const [part, setPart] = useState<Part>('own')
  const scope = { places: [...communities] }
  const own = useAsk(showFigures, { projectId: project.id, scope })
  const opened = useAsk(openProject, { id: project.id })
  const places = (opened.data?.communities ?? []).filter((each) => communities.includes(each.communityCode)).map((each) => each.name)
  return (
    <>
      <div className={style['choice']}>
        <Segmented<Part>
          value={part}
          onChange={setPart}
          options={[
            { value: 'own', label: t(figureWords.ownPlaces) },
            { value: 'whole', label: t(figureWords.wholeProject) },
          ]}
        />
        {part === 'own' && places.length > 0 ? (
          <span>{t(figureWords.ownAbout, { places: places.join(t(figureWords.between)) })}</span>
        ) : null}
      </div>
      {part === 'whole' ? (
        <FigureBoard shown={whole} />
      ) : (
        <AskedState asked={own}>{(shown) => <FigureBoard shown={shown} scope={scope} />}</AskedState>
      )}
    </>
  )
}
