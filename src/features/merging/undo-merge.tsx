import { App, Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Confirm } from '../../web/ui/confirm.tsx'
import type { PersonDetail } from '../people/schema.ts'
import { mergingWords } from './merging-words.ts'
import { Reason } from './pair-actions.tsx'
import { undoMerge } from './schema.ts'

/** Takes a merge back, with a reason. For a person's page, beside each file that was merged into theirs. */
export function UndoMerge({ merged }: { merged: PersonDetail['merged'][number] }) {
  const t = useWords()
  const { message } = App.useApp()
  const may = useMay('people.merge')
  const undoing = useDo(undoMerge)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  if (!may) return null
  return (
    <>
      <Button size="small" aria-label={t(mergingWords.undoOf, { name: merged.name })} onClick={() => setAsking(true)}>
        {t(mergingWords.undo)}
      </Button>
      <Confirm
        open={asking}
        title={t(mergingWords.undoOf, { name: merged.name })}
        about={t(mergingWords.undoAbout, { name: merged.name })}
        action={t(mergingWords.undo)}
        ready={reason.trim().length >= 2}
        doing={undoing}
        onConfirm={() =>
          undoing.run(
            { id: merged.mergeId, reason: reason.trim() },
            {
              onDone: () => {
                setAsking(false)
                void message.success(t(mergingWords.undone))
              },
            },
          )
        }
        onClose={() => {
          undoing.forget()
          setAsking(false)
        }}
      >
        <Reason id={`undo-${merged.mergeId}`} value={reason} hint={t(mergingWords.undoReasonHint)} onChange={setReason} />
      </Confirm>
    </>
  )
}
