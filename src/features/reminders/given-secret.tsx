import { App, Button, Modal } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { webhookWords } from './webhook-words.ts'

/** A secret to hand over, and to whom. */
export type NewSecret = { readonly name: string; readonly secret: string }

/** Shows a signing secret, once. */
export function GivenSecret({ given, onClose }: { given: NewSecret | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => message.success(t(uiWords.copied)),
      () => message.warning(t(uiWords.copyFailed)),
    )
  return (
    <Modal
      open={given !== undefined}
      title={t(webhookWords.secret)}
      mask={{ closable: false }}
      closable={false}
      keyboard={false}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          {t(webhookWords.secretDone)}
        </Button>
      }
    >
      {given === undefined ? null : (
        <>
          <p>{t(webhookWords.secretAbout, { name: given.name })}</p>
          <output className="code" style={{ display: 'block', overflowWrap: 'anywhere', userSelect: 'all', marginBottom: 12 }}>
            {given.secret}
          </output>
          <Button onClick={() => copy(given.secret)}>{t(uiWords.copy)}</Button>
        </>
      )}
    </Modal>
  )
}
