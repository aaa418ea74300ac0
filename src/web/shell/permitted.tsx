import type { ReactNode } from 'react'
import type { Permission } from '../../kernel/permission.ts'
import { useMay } from '../client/mine.ts'
import { useWords } from '../language/language.tsx'
import { Page, Panel } from '../ui/page.tsx'
import { shellWords } from './shell-words.ts'
import { StartLink } from './start-link.tsx'

/** A page for those who may open it; the others read why it stays shut. The server decides again at every call. */
export function Permitted({ permission, children }: { permission: Permission; children: ReactNode }) {
  const t = useWords()
  return useMay(permission) ? (
    children
  ) : (
    <Page title={t(shellWords.forbidden)}>
      <Panel>
        <p>{t(shellWords.forbiddenAbout)}</p>
        <StartLink />
      </Panel>
    </Page>
  )
}
