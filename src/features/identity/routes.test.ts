import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { accountIdSchema } from '../../kernel/ids.ts'
import { openTestHouse, testAccountPassword, type TestHouse } from '../../testing/house.ts'
import { addAccount, changeAccount, changePassword, listAccounts, listTrail, mine, signIn, signOut, verifyTrail } from './schema.ts'

let house: TestHouse
beforeAll(async () => void (house = await openTestHouse()))
afterAll(() => house.close())

describe('signing in', () => {
  test('a worker with the right password is in, with their permissions, in a cookie that scripts cannot read', async () => {
    const worker = await house.signedIn([{ role: 'manager' }])
    const me = await worker.ask(mine, {})
    expect(me.permissions).toContain('people.read')
    const { headers } = await house.anybody().post('session.signIn', { tenant: 'test', name: worker.name, password: testAccountPassword })
    expect(String(headers['set-cookie'])).toMatch(/^__Host-nuanyang=1\..+; Path=\/; HttpOnly; Secure; SameSite=Strict/)
  })

  test('an unknown name and a wrong password get the same answer', async () => {
    const worker = await house.signedIn([])
    const unknown = await house.anybody().refused(signIn, { tenant: 'test', name: 'nobody', password: 'x' })
    const wrong = await house.anybody().refused(signIn, { tenant: 'test', name: worker.name, password: 'x' })
    expect(wrong).toEqual(unknown)
  })

  test('after five failures even the right password waits, also for a name that does not exist, and others are not held up', async () => {
    const worker = await house.signedIn([])
    for (const name of [worker.name, 'no-such-person']) {
      for (let i = 0; i < 5; i++)
        expect((await house.anybody().refused(signIn, { tenant: 'test', name, password: 'wrong' })).status).toBe(422)
      expect((await house.anybody().refused(signIn, { tenant: 'test', name, password: testAccountPassword })).code).toBe('session.locked')
    }
    await expect(house.signedIn([])).resolves.toBeDefined()
  })

  test('tries at the same moment are all counted', async () => {
    const worker = await house.signedIn([])
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => house.anybody().refused(signIn, { tenant: 'test', name: worker.name, password: 'wrong' })),
    )
    expect(tries.filter((problem) => problem.status === 422)).toHaveLength(5)
    expect(tries.filter((problem) => problem.status === 429)).toHaveLength(7)
  })

  test('whoever signs out is out, and the old cookie opens nothing', async () => {
    const worker = await house.signedIn([{ role: 'manager' }])
    await worker.ask(signOut, {})
    expect((await worker.refused(mine, {})).status).toBe(401)
  })
})

describe('accounts', () => {
  test('an administrator adds an account, which must change its first password before anything else', async () => {
    const admin = await house.signedIn([{ role: 'systemAdmin' }])
    const id = accountIdSchema.parse(v7())
    await admin.ask(addAccount, { id, name: '王社工', displayName: '王社工', password: 'the first password' })
    const response = await house.anybody().post('session.signIn', { tenant: 'test', name: '王社工', password: 'the first password' })
    expect(JSON.parse(response.body)).toMatchObject({ mustChangePassword: true })
    const cookie = String(response.headers['set-cookie']).split(';')[0] ?? ''
    expect((await house.anybody().refused(listAccounts, {}, { headers: { cookie } })).status).toBe(403)
    const changed = await house
      .anybody()
      .post('session.changePassword', { current: 'the first password', next: 'a password of my own' }, { headers: { cookie } })
    expect(changed.status).toBe(200)
  })

  test('a disabled account is out at once', async () => {
    const admin = await house.signedIn([{ role: 'systemAdmin' }])
    const worker = await house.signedIn([{ role: 'manager' }])
    await admin.ask(changeAccount, { id: worker.accountId, state: 'disabled' })
    expect((await worker.refused(mine, {})).status).toBe(401)
  })

  test('a wrong current password changes nothing, and says which field', async () => {
    const worker = await house.signedIn([])
    const problem = await worker.refused(changePassword, { current: 'not this', next: 'a new password' })
    expect(problem.errors?.[0]?.field).toBe('current')
  })
})

describe('the one way in', () => {
  test('a repeated operation gets its first answer and is carried out once', async () => {
    const admin = await house.signedIn([{ role: 'systemAdmin' }])
    const operationId = v7()
    const input = { id: accountIdSchema.parse(v7()), name: 'twice', displayName: '只建一次', password: 'the first password' }
    const answers = await Promise.all(Array.from({ length: 6 }, () => admin.post('accounts.add', input, { operationId })))
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.body}`))).toEqual(new Set([`200 {"id":"${input.id}"}`]))
    const { total } = await admin.ask(listAccounts, { search: 'twice' })
    expect(total).toBe(1)
  })

  test('an operation id used for something else is refused', async () => {
    const admin = await house.signedIn([{ role: 'systemAdmin' }])
    const operationId = v7()
    const account = (name: string) => ({ id: accountIdSchema.parse(v7()), name, displayName: name, password: 'the first password' })
    await admin.ask(addAccount, account('first.one'), { operationId })
    expect((await admin.refused(addAccount, account('second.one'), { operationId })).code).toBe('operation.taken')
  })

  test('a write without an operation id is refused', async () => {
    const admin = await house.signedIn([{ role: 'systemAdmin' }])
    expect((await admin.refused(signOut, {}, { operationId: 'none' })).code).toBe('operation.missing')
  })

  test('input that does not fit is named field by field in the language of the caller', async () => {
    const admin = await house.signedIn([{ role: 'systemAdmin' }])
    const zh = await admin.refused(addAccount, { id: 'x', name: 'a', displayName: '', password: 'short' })
    expect(zh.errors?.map((error) => error.field).toSorted()).toEqual(['displayName', 'id', 'name', 'password'])
    expect(zh.title).toBe('填写有误')
    const en = await admin.refused(addAccount, { id: 'x' }, { language: 'en' })
    expect(en.title).toBe('The input is not right')
    const hant = await admin.refused(addAccount, { id: 'x' }, { language: 'zh-TW' })
    expect(hant.title).toBe('填寫有誤')
  })

  test('a request that a browser sends for another site is refused', async () => {
    const worker = await house.signedIn([{ role: 'manager' }])
    const { status } = await worker.post('session.mine', {}, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(status).toBe(403)
  })

  test('the trail holds every write and verifies; a changed entry is found', async () => {
    const auditor = await house.signedIn([{ role: 'auditAdmin' }])
    const before = await auditor.ask(verifyTrail, {})
    expect(before.broken).toBeNull()
    expect(before.entries).toBeGreaterThan(20)
    const { Client } = await import('pg')
    const owner = new Client({ connectionString: house.ownerUrl })
    await owner.connect()
    await owner.query(
      `update trail set details = '{"changed":true}' where (tenant_id, lane, seq) in (select tenant_id, lane, seq from trail where tenant_id = 1 order by at limit 1)`,
    )
    await owner.end()
    expect((await auditor.ask(verifyTrail, {})).broken).not.toBeNull()
  })

  test('an auditor reads whose account was signed in to, and finds it by the name', async () => {
    const auditor = await house.signedIn([{ role: 'auditAdmin' }])
    const worker = await house.signedIn([{ role: 'manager' }])
    const me = await worker.ask(mine, {})
    const { rows } = await auditor.ask(listTrail, { entry: 'session.signIn', accountName: worker.name })
    expect(rows.map(({ account, subjectName }) => ({ account, subjectName }))).toEqual([{ account: null, subjectName: me.displayName }])
  })

  test('the app’s own role can neither change nor remove an entry', async () => {
    await expect(house.write((tx) => tx.updateTable('trail').set({ details: '{}' }).execute())).rejects.toThrow(/permission denied/)
    await expect(house.write((tx) => tx.deleteFrom('trail').execute())).rejects.toThrow(/permission denied/)
  })

  test('a log line holds no identity number, phone or card number', async () => {
    const worker = await house.signedIn([{ role: 'manager' }])
    await worker.post('session.000000194503070018-13800005678', {})
    expect(house.logged.join('')).not.toMatch(/000000194503070018|13800005678/)
  })
})
