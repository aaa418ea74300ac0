import { useWords } from '../language/language.tsx'
import { Page, Panel } from '../ui/page.tsx'
import { shellWords } from './shell-words.ts'
import { StartLink } from './start-link.tsx'

/** An address that leads nowhere. */
export function AbsentPage() {
  const t = useWords()
  return (
    <Page title={t(shellWords.absent)}>
      <Panel>
        <p>{t(shellWords.absentAbout)}</p>
        <StartLink />
      </Panel>
    </Page>
  )
}
