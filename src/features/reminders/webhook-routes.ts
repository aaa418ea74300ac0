import { v7 } from 'uuid'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { mayReceive } from './webhook-rules.ts'
import { listMessages, listWebhooks, removeWebhook, saveWebhook, sendAgain, switchWebhook, testWebhook } from './webhook-schema.ts'
import * as store from './webhook-store.ts'

const aWebhook = { zh: '这个接收方', en: 'receiver' }

export const webhookRoutes = [
  route(listWebhooks, async ({ tx, tenantId }) => yes({ webhooks: await store.listWebhooks(tx, tenantId) })),

  route(saveWebhook, async ({ tx, tenantId, sealer, input, actor, outgoing, note }) => {
    note({ subject: `webhook:${input.id}`, details: { kinds: input.kinds, secret: input.secret !== undefined } })
    const may = mayReceive(input.address, outgoing.hosts)
    if (!may.ok) return may
    const { secret } = input
    if (input.version === null) {
      if (secret === undefined)
        return no('webhooks.secret', { zh: '请生成签名密钥。', en: 'Make a signing secret.' }, { field: 'secret', sort: 'invalid' })
      await store.addWebhook(tx, tenantId, sealer, { ...input, secret }, actor.accountId)
      return yes({ version: 1 })
    }
    if (!(await store.isWebhook(tx, tenantId, input.id))) return absent(aWebhook)
    return (await store.changeWebhook(tx, tenantId, sealer, { ...input, secret }, input.version))
      ? yes({ version: input.version + 1 })
      : changedMeanwhile
  }),

  route(switchWebhook, async ({ tx, tenantId, input, note }) => {
    note({ subject: `webhook:${input.id}`, details: { on: input.isOn } })
    if (!(await store.isWebhook(tx, tenantId, input.id))) return absent(aWebhook)
    return (await store.setOn(tx, tenantId, input.id, input.version, input.isOn)) ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(removeWebhook, async ({ tx, tenantId, input, note }) => {
    note({ subject: `webhook:${input.id}` })
    if (!(await store.isWebhook(tx, tenantId, input.id))) return absent(aWebhook)
    return (await store.endWebhook(tx, tenantId, input.id, input.version)) ? yes({}) : changedMeanwhile
  }),

  route(testWebhook, async ({ tx, tenantId, input, now, note }) => {
    note({ subject: `webhook:${input.id}` })
    if (!(await store.isWebhook(tx, tenantId, input.id))) return absent(aWebhook)
    await store.addTest(tx, tenantId, input.id, v7(), now)
    return yes({})
  }),

  route(listMessages, async ({ tx, tenantId, input }) =>
    (await store.isWebhook(tx, tenantId, input.id)) ? yes(await store.listMessages(tx, tenantId, input)) : absent(aWebhook),
  ),

  route(sendAgain, async ({ tx, tenantId, input, note }) => {
    note({ subject: `webhook:${input.id}` })
    if (!(await store.isWebhook(tx, tenantId, input.id))) return absent(aWebhook)
    return yes({ messages: await store.waitAgain(tx, tenantId, input.id) })
  }),
]
