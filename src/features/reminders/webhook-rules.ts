import { no, yes, type Verdict } from '../../kernel/verdict.ts'

/** Seconds until a receiver that failed so many times in a row is tried again: from a quarter of a minute to an hour. */
export function pauseAfter(failures: number): number {
  const pauses = [15, 60, 300, 900, 1800]
  return pauses[failures - 1] ?? 3600
}

/** How often a message is sent that the receiver says it will not take. */
const patience = 5

/** What came of an attempt: it arrived, it is tried again, or the receiver does not want this message. */
export type Outcome = 'arrived' | 'again' | 'refused'

/**
 * 2xx: arrived. An answer that finds fault with the message itself is believed after some attempts, so that the messages
 * behind it get their turn; whatever else happens, it is tried until it arrives.
 */
export function outcomeOf(status: number | null, attempts: number): Outcome {
  if (status !== null && status >= 200 && status < 300) return 'arrived'
  const isOurs = status !== null && status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429
  return isOurs && attempts >= patience ? 'refused' : 'again'
}

/** After how many failures in a row the administrators are told. */
export const tellsAfter = 5

/** Whether an address may be a receiver's. Where it leads is looked at again whenever something is sent. */
export function mayReceive(address: string, allowedHosts: readonly string[]): Verdict<URL> {
  const url = URL.parse(address)
  const bad = (zh: string, en: string) => no('webhooks.address', { zh, en }, { field: 'address', sort: 'invalid' })
  if (url === null) return bad('这不是一个网址，请检查。', 'This is not an address.')
  if (allowedHosts.includes(url.host) && (url.protocol === 'https:' || url.protocol === 'http:')) return yes(url)
  if (url.protocol !== 'https:') return bad('地址必须以 https:// 开头。', 'The address must begin with https://.')
  if (url.username !== '' || url.password !== '')
    return bad('地址里不要写用户名和密码；核对身份用密钥。', 'No user name or password in the address: the secret proves who sends.')
  if (!url.hostname.includes('.') && !url.hostname.startsWith('[')) return bad('请写完整的域名。', 'Write the whole name of the host.')
  return yes(url)
}

/** Where the office shows what an event is about; the start page where there is no page of its own. */
export function pathOfSubject(subject: string | null): string {
  if (subject?.startsWith('/') === true) return subject
  const [kind, id] = (subject ?? '').split(':')
  if (id === undefined) return '/'
  if (kind === 'person') return `/people/${id}`
  if (kind === 'service') return `/services/${id}`
  if (kind === 'case') return `/cases/${id}`
  if (kind === 'referral') return `/referrals/${id}`
  if (kind === 'bulletin') return `/bulletins/${id}`
  if (kind === 'task') return '/volunteers?tab=tasks'
  return '/'
}

type MessageFacts = {
  readonly id: string
  readonly kind: string
  readonly subject: string | null
  readonly happenedAt: Date
  readonly tenant: string
  /** Scheme and host of the office, where the operator has said so. */
  readonly origin: string | undefined
}

/** A message as it is sent: what happened, to which record by its id, and where to look. Nothing of any person. */
export function bodyOf(facts: MessageFacts): string {
  const [kind, id] = (facts.subject ?? '').split(':')
  return JSON.stringify({
    type: facts.kind,
    timestamp: facts.happenedAt.toISOString(),
    data: {
      message: facts.id,
      tenant: facts.tenant,
      subject: kind === undefined || kind === '' || id === undefined ? null : { kind, id },
      link: `${facts.origin ?? ''}${pathOfSubject(facts.subject)}`,
    },
  })
}
