import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { caseWords } from './case-words.ts'
import { listCaseworkers, saveCaseworkSetting } from './schema.ts'

/** Within how many working days a session is written down: the supervisor’s to say. */
export function RecordDays({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const asked = useAsk(listCaseworkers, { projectId })
  const saving = useDo(saveCaseworkSetting)
  const [days, setDays] = useState<number | null>(null)
  const now = asked.data?.recordDays
  if (now === undefined) return null
  const value = days ?? now
  return (
    <Panel title={t(caseWords.recordDays)}>
      <p>{t(caseWords.recordDaysAbout)}</p>
      <FailureNote failure={saving.failure} onRetry={saving.again} />
      <InputNumber aria-label={t(caseWords.recordDays)} min={1} max={30} precision={0} value={value} onChange={setDays} />{' '}
      {t(caseWords.recordDaysUnit)}{' '}
      {value === now ? null : (
        <Button loading={saving.busy} onClick={() => saving.run({ projectId, recordDays: value }, { onDone: () => setDays(null) })}>
          {t(uiWords.save)}
        </Button>
      )}
    </Panel>
  )
}
