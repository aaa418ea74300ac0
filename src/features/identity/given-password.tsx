import { App, Button, Modal } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { accountWords } from './accounts-words.ts'

/** A password to hand over, and to whom. */
export type Given = { readonly name: string; readonly account: string; readonly password: string }

/** Shows a first password, once. */
export function GivenPassword({ given, onClose }: { given: Given | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => void message.success(t(uiWords.copied)),
      () => void message.warning(t(uiWords.copyFailed)),
    )
  return (
    <Modal
      open={given !== undefined}
      title={t(accountWords.given)}
      mask={{ closable: false }}
      closable={false}
      keyboard={false}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          {t(accountWords.givenDone)}
        </Button>
      }
    >
      {given === undefined ? null : (
        <>
          <p>{t(accountWords.givenAbout, { name: given.name })}</p>
          <dl style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '8px 16px', alignItems: 'center', margin: 0 }}>
            <dt>{t(accountWords.name)}</dt>
            <dd style={{ margin: 0 }}>{given.account}</dd>
            <dt>{t(accountWords.given)}</dt>
            <dd style={{ margin: 0, display: 'flex', flexWrap: 'wrap', gap: 12, alignItems: 'center' }}>
              <output className="code" style={{ fontSize: 18, userSelect: 'all' }}>
                {given.password}
              </output>
              <Button size="small" icon={<Icon name="copy" size={15} />} onClick={() => void copy(given.password)}>
                {t(uiWords.copy)}
              </Button>
            </dd>
          </dl>
        </>
      )}
    </Modal>
  )
}
