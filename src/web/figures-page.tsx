import { useSearchParams } from 'react-router'
import { addressOfChosen, chosenIn } from '../features/measures/chosen-rules.ts'
import { figureWords } from '../features/measures/figure-words.ts'
import { Figures } from '../features/measures/figures.tsx'
import { useCommunities } from './client/communities.ts'
import type { ListedProject } from './client/project.ts'
import { ExportButton } from './export-button.tsx'
import { useWords } from './language/language.tsx'
import { Page } from './ui/page.tsx'
import { WithProject } from './ui/with-project.tsx'

/** Every figure of the project. What is chosen stands in the address, so that it can be kept and handed on. */
export function FiguresPage() {
  return <WithProject page={figureWords.title}>{(project) => <FiguresOf key={project.id} project={project} />}</WithProject>
}

function FiguresOf({ project }: { project: ListedProject }) {
  const t = useWords()
  const [address, setAddress] = useSearchParams()
  const communities = useCommunities(project.id)
  return (
    <Page
      title={t(figureWords.title)}
      about={t(figureWords.about)}
      actions={<ExportButton input={{ list: 'figures', projectId: project.id }} />}
    >
      <Figures
        project={project}
        communities={communities}
        chosen={chosenIn((name) => address.get(name))}
        onChoose={(next) => setAddress(addressOfChosen(next), { replace: true, preventScrollReset: true })}
      />
    </Page>
  )
}
