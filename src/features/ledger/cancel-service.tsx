import { App, Form, Input } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { correctService, type ServiceDetail } from './schema.ts'
import { serviceWords } from './service-words.ts'

type Entry = { reason: string }
const fields = ['reason']

/** Says of a service that it did not take place. */
export function CancelService({ service, open, onClose }: { service: ServiceDetail; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const correcting = useDo(correctService)
  return (
    <FormDialog<Entry>
      open={open}
      name="cancel-service"
      title={t(serviceWords.cancel)}
      about={t(serviceWords.cancelAbout)}
      action={t(serviceWords.cancel)}
      fields={fields}
      doing={correcting}
      onFinish={({ reason }) =>
        correcting.run(
          { id: service.id, version: service.version, reason, status: 'cancelled' },
          {
            onDone: () => {
              onClose()
              void message.success(t(serviceWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t(serviceWords.reason)}
        rules={[{ required: true, message: t(uiWords.required) }, fits(correctService.input.shape.reason, t(uiWords.reasonShort))]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
