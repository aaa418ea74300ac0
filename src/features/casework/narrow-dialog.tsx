import { App } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { caseWords, sessionWords } from './case-words.ts'
import { setNoteNarrow, type SessionDetail } from './session-schema.ts'

/** Makes a note a counselling note, or, by a supervisor, an ordinary one. */
export function NarrowDialog({ open, found, onClose }: { open: boolean; found: SessionDetail; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(setNoteNarrow)
  const title = t(found.isNarrow ? sessionWords.toOrdinary : sessionWords.toNarrow)
  return (
    <ReasonDialog
      open={open}
      title={title}
      action={title}
      label={t(sessionWords.narrowReason)}
      doing={doing}
      onReason={(reason) =>
        doing.run(
          { id: found.id, version: found.version, narrow: !found.isNarrow, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(caseWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    />
  )
}
