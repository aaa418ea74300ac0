import { App } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { correctService, type ServiceDetail } from './schema.ts'
import { serviceWords } from './service-words.ts'

/** Says of a service that it did not take place. */
export function CancelService({ service, open, onClose }: { service: ServiceDetail; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const correcting = useDo(correctService)
  return (
    <ReasonDialog
      open={open}
      title={t(serviceWords.cancel)}
      about={t(serviceWords.cancelAbout)}
      action={t(serviceWords.cancel)}
      label={t(serviceWords.reason)}
      doing={correcting}
      onReason={(reason) =>
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
    />
  )
}
