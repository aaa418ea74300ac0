import { Button } from 'antd'
import { useState } from 'react'
import type { ProjectId } from '../../kernel/ids.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { BackEntry } from './back-entry.tsx'
import { ShiftList } from './shift-list.tsx'
import { shiftWords } from './shift-words.ts'
import { TaskList } from './task-list.tsx'
import type { Attached } from './task-dialog.tsx'

/** The volunteers of one event: whom it still wants, who came, and their hours. Nothing for whoever may not read them. */
export function EventVolunteers({ projectId, event }: { projectId: ProjectId; event: Attached }) {
  const t = useWords()
  const mayRead = useMay('volunteering.read')
  const mayManage = useMay('volunteering.manage')
  const communities = useCommunities(projectId)
  const [adding, setAdding] = useState<'task' | 'shift'>()
  const done = () => setAdding(undefined)
  if (!mayRead) return null
  return (
    <>
      <Panel
        title={t(shiftWords.tasks)}
        actions={mayManage ? <Button onClick={() => setAdding('task')}>{t(shiftWords.offer)}</Button> : undefined}
      >
        <TaskList projectId={projectId} communities={communities} attached={event} adding={adding === 'task'} onAdded={done} />
      </Panel>
      <Panel
        title={t(shiftWords.list)}
        actions={mayManage ? <Button onClick={() => setAdding('shift')}>{t(shiftWords.backEntry)}</Button> : undefined}
      >
        <ShiftList projectId={projectId} event={event.id} />
        <BackEntry projectId={projectId} communities={communities} attached={event} open={adding === 'shift'} onClose={done} />
      </Panel>
    </>
  )
}
