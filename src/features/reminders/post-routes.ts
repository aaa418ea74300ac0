import { createHmac } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { request as plainRequest } from 'node:http'
import { request as safeRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { mayReceive } from './webhook-rules.ts'

// What leaves the house: to public addresses alone, unless the operator has named the host.

const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
const outside = new BlockList()
outside.addSubnet('2000::', 3, 'ipv6')
// Of the global ones, those that stand for others (Teredo, 6to4) or for documents.
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  inside.addSubnet(net, bits, 'ipv6')

/** Whether an address of the net is one that anybody may be at: not private, not this machine, not a neighbour's. */
export function isPublic(ip: string): boolean {
  const version = isIP(ip)
  if (version === 4) return !inside.check(ip, 'ipv4')
  return version === 6 && outside.check(ip, 'ipv6') && !inside.check(ip, 'ipv6')
}

/** `webhook-signature` of Standard Webhooks: HMAC-SHA256 over id, time and body with the secret's bytes. */
export function signatureOf(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}

/** What a receiver answered, or why there was no answer. */
type Posted = { readonly status: number | null; readonly problem: string | null }

type Posting = {
  readonly address: string
  readonly secret: string
  readonly id: string
  readonly body: string
  readonly now: Date
  readonly allowedHosts: readonly string[]
  readonly signal: AbortSignal
  /** Milliseconds for the whole of it. */
  readonly patience: number
}

/** Where a host's name leads, when every one of its addresses is public; what was looked at is what is called. */
async function addressFor(url: URL, isAllowed: boolean): Promise<{ address: string; family: number } | undefined> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) > 0 ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true })
  if (!isAllowed && !found.every(({ address }) => isPublic(address))) return undefined
  return found[0]
}

/** Sends a message, once. Redirections are not followed, and of the answer its status alone is read. */
export async function post(posting: Posting): Promise<Posted> {
  const may = mayReceive(posting.address, posting.allowedHosts)
  if (!may.ok) return { status: null, problem: 'address' }
  const url = may.value
  const signal = AbortSignal.any([posting.signal, AbortSignal.timeout(posting.patience)])
  try {
    const to = await addressFor(url, posting.allowedHosts.includes(url.host))
    if (to === undefined) return { status: null, problem: 'private' }
    return { status: await send(url, to, posting, signal), problem: null }
  } catch (error) {
    if (signal.aborted) return { status: null, problem: posting.signal.aborted ? 'stopped' : 'timeout' }
    return { status: null, problem: error instanceof Error && 'code' in error ? String(error.code) : 'unreachable' }
  }
}

function send(url: URL, to: { address: string; family: number }, posting: Posting, signal: AbortSignal): Promise<number> {
  const seconds = Math.floor(posting.now.getTime() / 1000)
  const { id, body, secret } = posting
  return new Promise((done, failed) => {
    const asking = (url.protocol === 'https:' ? safeRequest : plainRequest)(
      url,
      {
        method: 'POST',
        signal,
        agent: false,
        lookup: (_host, options, callback) => (options.all === true ? callback(null, [to]) : callback(null, to.address, to.family)),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Nuanyang',
          'webhook-id': id,
          'webhook-timestamp': String(seconds),
          'webhook-signature': signatureOf(secret, id, seconds, body),
        },
      },
      (answer) => {
        answer.on('error', () => undefined)
        done(answer.statusCode ?? 0)
        answer.destroy()
      },
    )
    asking.on('error', failed)
    asking.end(body)
  })
}
