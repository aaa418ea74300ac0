import { useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { useAsk } from '../../web/client/calls.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { listWishes, openWish } from './schema.ts'
import { useWishAddress, WishForm } from './wish-form.tsx'
import { wishWords } from './wish-words.ts'

/** Collects a wish. */
export function NewWishPage() {
  return <WithProject page={wishWords.add}>{(project) => <NewWish key={project.id} project={project} />}</WithProject>
}

function NewWish({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const open = useWishAddress()
  const asked = useAsk(listWishes, { projectId: project.id, limit: 1 })
  return (
    <Page title={t(wishWords.add)} about={project.name}>
      <Panel>
        <AskedState asked={asked}>
          {({ settings }) => (
            <WishForm projectId={project.id} limitFen={settings.limitFen} onDone={open} onLeave={() => void navigate('/wishes')} />
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}

/** Writes a wish anew. */
export function ChangeWishPage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <ChangeWish key={id.data} id={id.data} /> : <AbsentPage />
}

function ChangeWish({ id }: { id: string }) {
  const t = useWords()
  const open = useWishAddress()
  const asked = useAsk(openWish, { id })
  return (
    <Page title={t(wishWords.change)}>
      <Panel>
        <AskedState asked={asked}>
          {(wish) => <WishForm projectId={wish.projectId} limitFen={wish.limitFen} wish={wish} onDone={open} onLeave={() => open(id)} />}
        </AskedState>
      </Panel>
    </Page>
  )
}
