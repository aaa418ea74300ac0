import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { eventKinds, type EventKind } from '../../kernel/event.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'

const kindsOf = (all: Record<EventKind, unknown>): [EventKind, ...EventKind[]] => {
  const [first, ...others] = Object.keys(all).filter((key): key is EventKind => key in all)
  if (first === undefined) throw new Error('There are no kinds of event.')
  return [first, ...others]
}
export const eventKindSchema = z.enum(kindsOf(eventKinds))

/** A secret as Standard Webhooks writes one: `whsec_` and at least 24 random bytes in base64. */
const secretSchema = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)

const webhookSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  address: z.string(),
  kinds: z.array(eventKindSchema),
  isOn: z.boolean(),
  failures: z.int(),
  nextAt: z.iso.datetime().nullable(),
  waiting: z.int(),
  refused: z.int(),
  arrived: z.int(),
  lastArrivedAt: z.iso.datetime().nullable(),
})
export type Webhook = z.infer<typeof webhookSchema>

export const listWebhooks = endpoint({
  name: 'webhooks.list',
  kind: 'read',
  summary: { zh: '对外消息的接收方', en: 'Who is sent messages' },
  input: z.object({}),
  output: z.object({ webhooks: z.array(webhookSchema) }),
  permission: 'webhooks.manage',
  trail: { unwritten: 'Addresses and counts, without secrets and persons.' },
})

export const saveWebhook = endpoint({
  name: 'webhooks.save',
  kind: 'write',
  summary: { zh: '添加或修改接收方；给出新密钥即换密钥', en: 'Add or change a receiver; a secret that is given replaces the one before' },
  input: z.object({
    id: z.uuid(),
    /** null: it is new. */
    version: z.int().nullable(),
    name: z.string().trim().min(1).max(60),
    address: z.url().max(400),
    kinds: z.array(eventKindSchema).min(1),
    /** Made by the caller, kept sealed and never shown again. */
    secret: secretSchema.optional(),
  }),
  output: z.object({ version: z.int() }),
  permission: 'webhooks.manage',
  trail: { writes: 'webhooks.save' },
})

export const switchWebhook = endpoint({
  name: 'webhooks.switch',
  kind: 'write',
  summary: { zh: '停用或启用接收方', en: 'Switch a receiver off or on' },
  input: z.object({ id: z.uuid(), version: z.int(), isOn: z.boolean() }),
  output: z.object({ version: z.int() }),
  permission: 'webhooks.manage',
  trail: { writes: 'webhooks.switch' },
})

export const removeWebhook = endpoint({
  name: 'webhooks.remove',
  kind: 'write',
  summary: { zh: '删除接收方；没送到的不再送', en: 'Remove a receiver; what has not arrived is not sent any more' },
  input: z.object({ id: z.uuid(), version: z.int() }),
  output: z.object({}),
  permission: 'webhooks.manage',
  trail: { writes: 'webhooks.remove' },
})

export const testWebhook = endpoint({
  name: 'webhooks.test',
  kind: 'write',
  summary: { zh: '发一条测试消息', en: 'Send a message that only tries' },
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
  permission: 'webhooks.manage',
  trail: { writes: 'webhooks.test' },
})

const messageStateSchema = z.enum(['waiting', 'arrived', 'refused'])
export type MessageState = z.infer<typeof messageStateSchema>

const messageSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  happenedAt: z.iso.datetime(),
  state: messageStateSchema,
  settledAt: z.iso.datetime().nullable(),
  attempts: z.int(),
  /** The last five, the latest first. */
  tries: z.array(
    z.object({ attempt: z.int(), at: z.iso.datetime(), ms: z.int(), status: z.int().nullable(), problem: z.string().nullable() }),
  ),
})
export type WebhookMessage = z.infer<typeof messageSchema>

export const listMessages = endpoint({
  name: 'webhooks.messages',
  kind: 'read',
  summary: { zh: '发送记录', en: 'What was sent' },
  input: z.object({ ...pageSchema.shape, id: z.uuid(), state: messageStateSchema.optional() }),
  output: pageOf(messageSchema),
  permission: 'webhooks.manage',
  trail: { unwritten: 'Kinds of events and how their delivery went.' },
})

export const sendAgain = endpoint({
  name: 'webhooks.sendAgain',
  kind: 'write',
  summary: { zh: '重发没送到的消息，或马上再试', en: 'Send again what was refused, or try now' },
  input: z.object({ id: z.uuid() }),
  output: z.object({ messages: z.int() }),
  permission: 'webhooks.manage',
  trail: { writes: 'webhooks.sendAgain' },
})
