import { App } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { removeEvidence, type Evidence } from './evidence-schema.ts'
import { useNameOf } from './evidence-tile.tsx'
import { evidenceWords } from './evidence-words.ts'
import { serviceWords } from './service-words.ts'

/** Takes a piece of evidence away, for a reason. */
export function RemoveEvidence({ evidence, onClose }: { evidence: Evidence | undefined; onClose: () => void }) {
  const t = useWords()
  const nameOf = useNameOf()
  const { message } = App.useApp()
  const removing = useDo(removeEvidence)
  return (
    <ReasonDialog
      open={evidence !== undefined}
      of={evidence?.id}
      title={evidence === undefined ? '' : t(evidenceWords.removeOf, { name: nameOf(evidence) })}
      about={t(evidenceWords.removeAbout)}
      action={t(evidenceWords.remove)}
      label={t(serviceWords.reason)}
      doing={removing}
      onReason={(reason) => {
        if (evidence !== undefined)
          removing.run(
            { id: evidence.id, version: evidence.version, removed: true, reason },
            {
              onDone: () => {
                onClose()
                void message.success(t(evidenceWords.saved))
              },
            },
          )
      }}
      onClose={onClose}
    />
  )
}
