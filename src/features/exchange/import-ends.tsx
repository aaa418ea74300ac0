import { App, Input } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { Refusal } from '../../web/client/failure.ts'
import { useWords } from '../../web/language/language.tsx'
import { Confirm } from '../../web/ui/confirm.tsx'
import type { OpenedImport } from './import-page.tsx'
import { importWords } from './import-words.ts'
import { discardImport, undoImport } from './schema.ts'

type Ending = { opened: OpenedImport; open: boolean; onClose: () => void }

/** Forgets an import that wrote nothing. */
export function DiscardImport({ opened, open, onClose, onDiscarded }: Ending & { onDiscarded: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const discarding = useDo(discardImport)
  return (
    <Confirm
      open={open}
      title={t(importWords.discardOf)}
      about={t(importWords.discardAbout)}
      action={t(importWords.discard)}
      danger
      doing={discarding}
      onConfirm={() =>
        discarding.run(
          { id: opened.id },
          {
            onDone: () => {
              void message.success(t(importWords.discarded))
              onClose()
              onDiscarded()
            },
          },
        )
      }
      onClose={() => {
        discarding.forget()
        onClose()
      }}
    />
  )
}

/** Takes an accepted import back as a whole. Where people changed its records since, they are asked once more. */
export function UndoImport({ opened, open, onClose }: Ending) {
  const t = useWords()
  const { message } = App.useApp()
  const undoing = useDo(undoImport)
  const [reason, setReason] = useState('')
  const { failure } = undoing
  const edited = failure instanceof Refusal && failure.problem.code === 'import.edited' ? failure.problem.detail : undefined
  return (
    <Confirm
      open={open}
      title={t(importWords.undo)}
      about={edited ?? t(importWords.undoAbout)}
      action={t(edited === undefined ? importWords.undo : importWords.undoAgain)}
      danger
      ready={reason.trim().length >= 2}
      doing={edited === undefined ? undoing : { ...undoing, failure: null }}
      onConfirm={() =>
        undoing.run(
          { id: opened.id, reason: reason.trim(), evenIfEdited: edited !== undefined },
          {
            onDone: () => {
              void message.success(t(importWords.undone))
              onClose()
            },
          },
        )
      }
      onClose={() => {
        undoing.forget()
        onClose()
      }}
    >
      <label htmlFor="undo-reason">{t(importWords.reason)}</label>
      <Input
        id="undo-reason"
        value={reason}
        maxLength={200}
        placeholder={t(importWords.reasonHint)}
        disabled={undoing.busy}
        onChange={(event) => setReason(event.target.value)}
      />
      {undoing.busy ? <output>{t(importWords.undoing)}</output> : null}
    </Confirm>
  )
}
