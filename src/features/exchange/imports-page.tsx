import { Alert } from 'antd'
import { useCallback, useState } from 'react'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useWords } from '../../web/language/language.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { ComingBack } from './coming-back.tsx'
import { ImportHistory } from './import-history.tsx'
import { importsWords } from './imports-words.ts'
import { ReceiveFiles } from './receive-files.tsx'
import { useUnderway } from './underway.tsx'

/** Workbooks in, and every import there was. */
export function ImportsPage() {
  return <WithProject page={importsWords.title}>{(project) => <ImportsOf key={project.id} project={project} />}</WithProject>
}

function ImportsOf({ project }: { project: ListedProject }) {
  const t = useWords()
  const mayRun = useMay('imports.run')
  const underway = useUnderway()
  // What was under way when the page opened was begun before; what begins here is shown where it began.
  const [before] = useState(underway?.operationId)
  const [isLost, setIsLost] = useState(false)
  const lose = useCallback(() => setIsLost(true), [])
  const former = underway?.what === 'receive' && underway.projectId === project.id && underway.operationId === before ? underway : undefined
  return (
    <Page title={t(importsWords.title)} about={t(importsWords.about)}>
      {mayRun ? (
        <Panel title={t(importsWords.into, { project: project.name })}>
          {isLost ? <Alert type="warning" showIcon title={t(importsWords.interrupted)} style={{ marginBottom: 16 }} /> : null}
          {former === undefined ? <ReceiveFiles projectId={project.id} /> : <ComingBack underway={former} onLost={lose} />}
        </Panel>
      ) : null}
      <Panel title={t(importsWords.history)}>
        <ImportHistory projectId={project.id} />
      </Panel>
    </Page>
  )
}
