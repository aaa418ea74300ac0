import { expect, test } from 'vitest'
import { bodyOf, mayReceive, outcomeOf, pathOfSubject, pauseAfter } from './webhook-rules.ts'
import { isPublic, signatureOf } from './post-routes.ts'
import { secretOf } from './secret-rules.ts'

test.each([
  ['8.8.8.8', true],
  ['202.96.134.133', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001::1', false],
  ['2400:3200::1', true],
  ['not an address', false],
])('messages may go to %s: %s', (ip, may) => expect(isPublic(ip)).toBe(may))

test.each([
  ['https://platform.example.cn/in', true],
  ['http://platform.example.cn/in', false],
  ['https://user:secret@platform.example.cn/', false],
  ['https://localhost/', false],
  ['ftp://platform.example.cn/', false],
  ['http://relay.internal:9000/in', true],
  ['http://relay.internal/in', false],
])('a receiver may be at %s: %s', (address, may) => expect(mayReceive(address, ['relay.internal:9000']).ok).toBe(may))

test.each([
  [200, 1, 'arrived'],
  [204, 9, 'arrived'],
  [302, 9, 'again'],
  [400, 4, 'again'],
  [400, 5, 'refused'],
  [408, 9, 'again'],
  [429, 9, 'again'],
  [500, 99, 'again'],
  [null, 99, 'again'],
] as const)('an answer of %s to attempt %s means %s', (status, attempts, outcome) => expect(outcomeOf(status, attempts)).toBe(outcome))

test('pauses grow from a quarter of a minute to an hour and stay there', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 100].map(pauseAfter)
  expect(pauses).toEqual([15, 60, 300, 900, 1800, 3600, 3600])
})

test('the signature is the one of the Standard Webhooks reference', () => {
  // The example of the specification's own libraries.
  expect(signatureOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  )
})

test('a secret made in a browser is base64 of its bytes', () => {
  for (const length of [30, 31, 32]) {
    const bytes = Buffer.from(Array.from({ length }, (_, at) => (at * 37) % 256))
    expect(secretOf(bytes)).toBe(`whsec_${bytes.toString('base64')}`)
  }
})

test('a message has a kind, ids and a link, and nothing else', () => {
  const body = bodyOf({
    id: 'm1',
    kind: 'referral.sent',
    subject: 'referral:0198',
    happenedAt: new Date('2026-11-26T00:00:00Z'),
    tenant: 'panjin',
    origin: 'https://nuanyang.example',
  })
  expect(JSON.parse(body)).toEqual({
    type: 'referral.sent',
    timestamp: '2026-11-26T00:00:00.000Z',
    data: { message: 'm1', tenant: 'panjin', subject: { kind: 'referral', id: '0198' }, link: 'https://nuanyang.example/referrals/0198' },
  })
  expect(pathOfSubject('/cases/1')).toBe('/cases/1')
  expect(pathOfSubject(null)).toBe('/')
})
