import { App, Form, Input } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { removeEvidence, type Evidence } from './evidence-schema.ts'
import { useNameOf } from './evidence-tile.tsx'
import { evidenceWords } from './evidence-words.ts'
import { serviceWords } from './service-words.ts'

const fields = ['reason']

/** Takes a piece of evidence away, for a reason. */
export function RemoveEvidence({ evidence, onClose }: { evidence: Evidence | undefined; onClose: () => void }) {
  const t = useWords()
  const nameOf = useNameOf()
  const { message } = App.useApp()
  const removing = useDo(removeEvidence)
  return (
    <FormDialog<{ reason: string }>
      open={evidence !== undefined}
      of={evidence?.id}
      name="remove-evidence"
      title={evidence === undefined ? '' : t(evidenceWords.removeOf, { name: nameOf(evidence) })}
      about={t(evidenceWords.removeAbout)}
      action={t(evidenceWords.remove)}
      fields={fields}
      doing={removing}
      onFinish={({ reason }) => {
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
    >
      <Form.Item
        name="reason"
        label={t(serviceWords.reason)}
        rules={[{ required: true, message: t(uiWords.required) }, fits(removeEvidence.input.shape.reason, t(uiWords.reasonShort))]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
