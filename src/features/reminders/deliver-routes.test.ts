import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { eventKinds } from '../../kernel/event.ts'
import { routes } from '../../server/routes.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { listNotices } from '../identity/notice-schema.ts'
import { addToOutbox } from '../identity/outbox-store.ts'
import { saveTask, taskIdSchema } from '../volunteering/shift-schema.ts'
import { openTeam, type Team } from '../volunteering/volunteering-testing.ts'
import { deliverTenant } from './deliver-routes.ts'
import { leaseWebhook } from './outbox-store.ts'
import { listMessages, listWebhooks, removeWebhook, saveWebhook, sendAgain, switchWebhook, testWebhook } from './webhook-schema.ts'

type Received = { id: string; body: string; headers: IncomingHttpHeaders }

let house: TestHouse
let team: Team
let admin: Caller
let receiver: Server
let received: Received[] = []
/** What the receiver answers next: a status, or silence. */
let answers: (number | 'silence')[] = []
let address = ''
let now = new Date('2024-11-26T02:00:00Z')

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const portSchema = z.object({ port: z.number() })

beforeAll(async () => {
  house = await openTestHouse()
  team = await openTeam(house)
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      received.push({ id: String(request.headers['webhook-id']), body, headers: request.headers })
      const next = answers.shift() ?? 200
      if (next !== 'silence') response.writeHead(next).end('{}')
    })
  })
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  const { port } = portSchema.parse(receiver.address())
  address = `http://127.0.0.1:${port}/in`
  Object.assign(house.services, { outgoing: { hosts: [`127.0.0.1:${port}`], origin: 'https://nuanyang.example' }, clock: () => now })
  admin = await house.signedIn([{ role: 'systemAdmin' }])
})
afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await house.close()
})
beforeEach(async () => {
  received = []
  answers = []
  for (const hook of (await admin.ask(listWebhooks, {})).webhooks) await admin.ask(removeWebhook, { id: hook.id, version: hook.version })
})

async function addReceiver(kinds: readonly (keyof typeof eventKinds)[] = ['task.offered'], at = address): Promise<string> {
  const id = v7()
  await admin.ask(saveWebhook, { id, version: null, name: '区平台', address: at, kinds: [...kinds], secret })
  return id
}

const deliver = (wait?: number, stopping = new AbortController().signal) =>
  deliverTenant({ ...house.services, outgoing: house.services.outgoing ?? { hosts: [] }, clock: () => now, stopping }, house.tenantId, wait)

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))

async function offer(title: string): Promise<string> {
  const id = taskIdSchema.parse(v7())
  const file = {
    communityCode: team.here,
    partOf: null,
    title,
    content: null,
    skills: null,
    place: null,
    day: '2024-11-28',
    startsAt: '09:00',
    minutes: 60,
    wanted: 1,
    elderId: null,
    needsVetting: false,
    needsInsurance: false,
  }
  await team.manager.ask(saveTask, saveTask.input.parse({ id, projectId: team.projectId, version: null, file }))
  return id
}

const logOf = async (id: string) => (await admin.ask(listMessages, { id })).rows

test('what happens is told, signed, with ids and a link, and with nothing of any person', async () => {
  await addReceiver()
  const task = await offer('给王秀云理发')
  await deliver()
  const [message] = received
  const body = z
    .object({
      type: z.string(),
      data: z.object({
        message: z.string(),
        tenant: z.string(),
        subject: z.object({ kind: z.string(), id: z.string() }),
        link: z.string(),
      }),
    })
    .parse(JSON.parse(message?.body ?? ''))
  expect(body).toMatchObject({
    type: 'task.offered',
    data: {
      message: message?.id,
      tenant: 'test',
      subject: { kind: 'task', id: task },
      link: 'https://nuanyang.example/volunteers?tab=tasks',
    },
  })
  expect(message?.body).not.toContain('王秀云')
  const signed = `${message?.id}.${String(message?.headers['webhook-timestamp'])}.${message?.body}`
  expect(message?.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', Buffer.alloc(32, 7)).update(signed).digest('base64')}`)
  expect(await deliver()).toBe(false)
  expect(received).toHaveLength(1)
})

test('what was undone is not told: the message is written with the event or not at all', async () => {
  await addReceiver()
  await expect(
    house.write(async (tx) => {
      await addToOutbox(tx, house.tenantId, { kind: 'task.offered', at: now })
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
  await deliver()
  expect(received).toEqual([])
})

test('after a failure the same message comes again after growing pauses, under the same id, and those behind it keep their order', async () => {
  const id = await addReceiver()
  for (const title of ['一', '二', '三']) await offer(title)
  answers = [500, 503]
  await deliver()
  await deliver()
  expect(received).toHaveLength(1)
  later(16)
  await deliver()
  expect(received).toHaveLength(2)
  later(16)
  await deliver()
  expect(received).toHaveLength(2)
  later(60)
  await deliver()
  const ids = received.map((one) => one.id)
  expect([new Set(ids.slice(0, 3)).size, new Set(ids.slice(2)).size]).toEqual([1, 3])
  const log = await logOf(id)
  expect(log.toReversed().map(({ id: message }) => message)).toEqual(ids.slice(2))
  expect(log.at(-1)?.tries.map(({ status }) => status)).toEqual([200, 503, 500])
  expect(log.every(({ state }) => state === 'arrived')).toBe(true)
})

test('a receiver that says nothing is given up for now, and its message still arrives', async () => {
  const id = await addReceiver()
  await offer('静')
  answers = ['silence']
  await deliver(300)
  expect((await logOf(id))[0]).toMatchObject({ state: 'waiting', tries: [{ status: null, problem: 'timeout' }] })
  later(16)
  await deliver()
  expect((await logOf(id))[0]).toMatchObject({ state: 'arrived', attempts: 2 })
})

test('a server that dies between sending and noting it loses nothing: another goes on, and the id tells the repeat', async () => {
  const id = await addReceiver()
  await offer('断电')
  // The one that dies holds the receiver, and its message has left.
  await house.write((tx) => leaseWebhook(tx, house.tenantId, now))
  expect(await deliver()).toBe(false)
  later(91)
  await deliver()
  expect(received).toHaveLength(1)
  expect((await logOf(id))[0]?.state).toBe('arrived')
})

test('a server that is stopped in the middle of sending gives the message back', async () => {
  const id = await addReceiver()
  await offer('停机')
  answers = ['silence']
  const stopping = new AbortController()
  const delivering = deliver(60_000, stopping.signal)
  await expect.poll(() => received.length).toBe(1)
  stopping.abort()
  await delivering
  expect((await logOf(id))[0]).toMatchObject({ state: 'waiting', attempts: 0 })
  await deliver()
  expect(received.map((one) => one.id)).toEqual([received[0]?.id, received[0]?.id])
})

test('two servers that deliver at once send each message once', async () => {
  await addReceiver()
  for (const title of ['甲', '乙', '丙', '丁']) await offer(title)
  await Promise.all([deliver(), deliver(), deliver()])
  expect(new Set(received.map((one) => one.id)).size).toBe(4)
  expect(received).toHaveLength(4)
})

test('what a receiver refuses is put aside after five attempts, does not hold up the next, and can be sent again', async () => {
  const id = await addReceiver()
  await offer('拒')
  await offer('收')
  answers = [400, 400, 400, 400, 400, 200]
  for (let at = 0; at < 5; at++) {
    await deliver()
    later(3601)
  }
  await deliver()
  const log = await logOf(id)
  expect(log.map(({ state }) => state)).toEqual(['arrived', 'refused'])
  expect((await admin.ask(listNotices, {})).rows.some(({ code }) => code === 'webhooks.failing')).toBe(true)
  expect(await admin.ask(sendAgain, { id })).toEqual({ messages: 1 })
  await deliver()
  expect((await logOf(id)).map(({ state }) => state)).toEqual(['arrived', 'arrived'])
})

test('nothing is sent into the network of the house, wherever a name leads', async () => {
  const at = 'https://localhost.localdomain.invalid/in'
  expect(
    (
      await admin.refused(saveWebhook, {
        id: v7(),
        version: null,
        name: '内',
        address: 'http://10.0.0.1/',
        kinds: ['task.offered'],
        secret,
      })
    ).code,
  ).toBe('webhooks.address')
  const id = await addReceiver(['task.offered'], 'https://127.0.0.1:1/in')
  await offer('内网')
  await deliver()
  expect((await logOf(id))[0]?.tries[0]).toMatchObject({ status: null, problem: 'private' })
  const other = await addReceiver(['task.offered'], at)
  await offer('没有这个域名')
  await deliver()
  expect((await logOf(other))[0]?.state).toBe('waiting')
})

test('a receiver is told of what it asked for, while it is on', async () => {
  const id = await addReceiver(['referral.sent'])
  await offer('别的事')
  await deliver()
  expect(received).toEqual([])
  await admin.ask(testWebhook, { id })
  await deliver()
  expect(received.map(({ body }) => z.object({ type: z.string() }).parse(JSON.parse(body)).type)).toEqual(['test'])
  const { version } = await admin.ask(switchWebhook, { id, version: 1, isOn: false })
  await admin.ask(testWebhook, { id })
  await deliver()
  expect(received).toHaveLength(1)
  await admin.ask(switchWebhook, { id, version, isOn: true })
  await deliver()
  expect(received).toHaveLength(2)
})

test('another tenant’s events and receivers are not seen, and its messages are not sent by this one', async () => {
  const other = await house.addTenant('neighbours')
  const theirs = await house.signedIn([{ role: 'systemAdmin' }], other)
  const id = await addReceiver()
  await offer('我们的')
  expect((await theirs.ask(listWebhooks, {})).webhooks).toEqual([])
  expect((await theirs.refused(listMessages, { id })).code).toBe('record.absent')
  await deliverTenant({ ...house.services, outgoing: { hosts: [] }, clock: () => now, stopping: new AbortController().signal }, other)
  expect(received).toEqual([])
})

test('the secret is kept sealed: it is in no answer, no trail and no table as it is', async () => {
  await addReceiver()
  const kept = await house.write(async (tx) => [
    await tx.selectFrom('operation').select('answer').execute(),
    await tx.selectFrom('trail').select(['details', 'subject']).execute(),
    (await tx.selectFrom('webhook').selectAll().execute()).map((row) => ({ ...row, secret_sealed: row.secret_sealed.toString('latin1') })),
  ])
  expect(JSON.stringify(kept)).not.toContain(secret)
  expect(house.logged.join('')).not.toContain(secret)
})

test('every kind of event is an entry that some endpoint writes', () => {
  const written = new Set<string>(routes.flatMap(({ endpoint }) => ('writes' in endpoint.trail ? [endpoint.trail.writes] : [])))
  const unknown = Object.values(eventKinds).flatMap(({ entries }) => entries.filter((entry) => !written.has(entry)))
  expect(unknown).toEqual([])
})
