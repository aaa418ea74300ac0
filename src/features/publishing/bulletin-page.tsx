import { useParams } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { BulletinEditor } from './bulletin-editor.tsx'
import { BulletinReading } from './bulletin-reading.tsx'
import { bulletinIdSchema, openBulletin, showBulletinFacts, type BulletinId } from './bulletin-schema.ts'
import { publishingWords } from './publishing-words.ts'

/** One bulletin: its editor while it is a draft, and to be read, approved and published after. */
export function BulletinPage() {
  const id = bulletinIdSchema.safeParse(useParams()['id'])
  const t = useWords()
  return id.success ? (
    <Opened key={id.data} id={id.data} />
  ) : (
    <Page title={t(publishingWords.bulletins)}>
      <Panel>{t(publishingWords.none)}</Panel>
    </Page>
  )
}

function Opened({ id }: { id: BulletinId }) {
  const t = useWords()
  const mayWrite = useMay('bulletins.write')
  const asked = useAsk(openBulletin, { id })
  const projectId = asked.data?.projectId
  const facts = useAsk(showBulletinFacts, { projectId: projectId ?? '' }, { when: projectId !== undefined })
  if (asked.data === undefined || facts.data === undefined)
    return (
      <Page title={t(publishingWords.bulletins)}>
        <AskedState asked={asked}>{() => <AskedState asked={facts}>{() => null}</AskedState>}</AskedState>
      </Page>
    )
  return asked.data.state === 'draft' && mayWrite ? (
    <BulletinEditor key={`${id} ${asked.data.version}`} bulletin={asked.data} facts={facts.data} />
  ) : (
    <BulletinReading bulletin={asked.data} facts={facts.data} />
  )
}
