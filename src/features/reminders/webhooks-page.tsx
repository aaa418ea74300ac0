import { App, Button } from 'antd'
import { useState } from 'react'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { GivenSecret, type NewSecret } from './given-secret.tsx'
import { MessageLog } from './message-log.tsx'
import { secretBytes, secretOf } from './secret-rules.ts'
import { WebhookDialog } from './webhook-dialog.tsx'
import { listWebhooks, removeWebhook, saveWebhook, switchWebhook, testWebhook, type Webhook } from './webhook-schema.ts'
import { webhookWords } from './webhook-words.ts'

/** Where the system administrator says which other systems are told what, and sees whether it arrives. */
export function WebhooksPage() {
  const t = useWords()
  const asked = useAsk(listWebhooks, {}, { every: 10_000 })
  const [editing, setEditing] = useState<Webhook | 'new'>()
  const [secret, setSecret] = useState<NewSecret>()
  const [shown, setShown] = useState<string>()
  const webhooks = asked.data?.webhooks ?? []
  const logged = webhooks.find(({ id }) => id === shown) ?? webhooks[0]
  return (
    <Page
      title={t(webhookWords.title)}
      about={t(webhookWords.about)}
      actions={
        <Button type="primary" onClick={() => setEditing('new')}>
          {t(webhookWords.add)}
        </Button>
      }
    >
      <Panel>
        <AskedState asked={asked}>
          {() => (
            <Entries
              rows={webhooks}
              keyOf={(hook) => hook.id}
              empty={t(webhookWords.none)}
              head={(hook) => <Head hook={hook} />}
              more={(hook) => <More hook={hook} />}
              acts={(hook) => <Acts hook={hook} onChange={() => setEditing(hook)} onSecret={setSecret} onShow={() => setShown(hook.id)} />}
            />
          )}
        </AskedState>
      </Panel>
      {logged === undefined ? null : <MessageLog key={logged.id} hook={logged} />}
      <Panel title={t(webhookWords.howTo)}>
        <p>{t(webhookWords.howToText)}</p>
      </Panel>
      <WebhookDialog hook={editing} onSecret={setSecret} onClose={() => setEditing(undefined)} />
      <GivenSecret given={secret} onClose={() => setSecret(undefined)} />
    </Page>
  )
}

function Head({ hook }: { hook: Webhook }) {
  const t = useWords()
  return (
    <>
      <b>{hook.name}</b>
      <Chip tone={!hook.isOn ? 'plain' : hook.failures > 0 ? 'bad' : 'good'}>{t(hook.isOn ? webhookWords.isOn : webhookWords.isOff)}</Chip>
    </>
  )
}

function More({ hook }: { hook: Webhook }) {
  const t = useWords()
  const { moment } = useFormats()
  const { arrived, waiting, refused, failures, nextAt } = hook
  return (
    <>
      <span style={{ overflowWrap: 'anywhere' }}>{hook.address}</span>
      <span>{t(webhookWords.counts, { arrived, waiting, refused })}</span>
      {failures === 0 || waiting === 0 ? null : (
        <span>
          {nextAt === null ? t(webhookWords.failsNow, { n: failures }) : t(webhookWords.fails, { n: failures, at: moment(nextAt) })}
        </span>
      )}
    </>
  )
}

function Acts({
  hook,
  onChange,
  onSecret,
  onShow,
}: {
  hook: Webhook
  onChange: () => void
  onSecret: (given: NewSecret) => void
  onShow: () => void
}) {
  const t = useWords()
  const { message, modal } = App.useApp()
  const testing = useDo(testWebhook)
  const saving = useDo(saveWebhook)
  const switching = useDo(switchWebhook)
  const removing = useDo(removeWebhook)
  const { id, version, name } = hook
  const onFailure = (failure: Error) => void message.error(failure.message)
  const renew = () => {
    const secret = secretOf(crypto.getRandomValues(new Uint8Array(secretBytes)))
    const { address, kinds } = hook
    saving.run({ id, version, name, address, kinds, secret }, { onDone: () => onSecret({ name, secret }), onFailure })
  }
  return (
    <>
      <Button
        aria-label={t(webhookWords.testOf, { name })}
        loading={testing.busy}
        disabled={!hook.isOn}
        onClick={() =>
          testing.run(
            { id },
            {
              onDone: () => {
                onShow()
                void message.success(t(webhookWords.tested))
              },
              onFailure,
            },
          )
        }
      >
        {t(webhookWords.test)}
      </Button>
      <Button aria-label={t(webhookWords.logOf, { name })} onClick={onShow}>
        {t(webhookWords.log)}
      </Button>
      <Button aria-label={t(webhookWords.changeOf, { name })} onClick={onChange}>
        {t(webhookWords.change)}
      </Button>
      <Button
        aria-label={t(webhookWords.renewOf, { name })}
        onClick={() =>
          void modal.confirm({
            title: t(webhookWords.renewOf, { name }),
            content: t(webhookWords.renewSure),
            okText: t(webhookWords.renew),
            onOk: renew,
          })
        }
      >
        {t(webhookWords.renew)}
      </Button>
      <Button
        aria-label={t(hook.isOn ? webhookWords.switchOffOf : webhookWords.switchOnOf, { name })}
        loading={switching.busy}
        onClick={() => switching.run({ id, version, isOn: !hook.isOn }, { onFailure })}
      >
        {t(hook.isOn ? webhookWords.switchOff : webhookWords.switchOn)}
      </Button>
      <Button
        aria-label={t(webhookWords.removeOf, { name })}
        onClick={() =>
          void modal.confirm({
            title: t(webhookWords.removeOf, { name }),
            content: t(webhookWords.removeSure, { n: hook.waiting }),
            okText: t(webhookWords.remove),
            onOk: () => removing.run({ id, version }, { onDone: () => void message.success(t(webhookWords.removed)), onFailure }),
          })
        }
      >
        {t(webhookWords.remove)}
      </Button>
    </>
  )
}
