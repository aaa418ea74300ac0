import { codeOf } from '../publishing/figure-text-rules.ts'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, addServices, register, testAttendance, testPerson, testService } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { bulletinRecordSchema } from '../publishing/bulletin-record-schema.ts'
import {
  addHost,
  approveBulletin,
  bulletinIdSchema,
  openBulletin,
  publishBulletin,
  saveBulletin,
  submitBulletin,
  withdrawBulletin,
  type Block,
  type BulletinId,
} from '../publishing/bulletin-schema.ts'
import { frozenIdSchema } from '../publishing/figure-record-schema.ts'
import { verifyFrozen } from '../publishing/frozen-schema.ts'
import { checkProof, proofOf } from '../../kernel/proof.ts'

let house: TestHouse
let writer: Caller
let manager: Caller
let projectId: ProjectId
let first: BulletinId
let second: BulletinId

const figure: Block = {
  is: 'paragraph',
  line: [
    { is: 'text', text: '个案面谈' },
    { is: 'figure', id: frozenIdSchema.parse(v7()), measure: 'sessions', scope: {}, saying: 'full' },
  ],
}

async function published(title: string, blocks: Block[]): Promise<BulletinId> {
  const id = bulletinIdSchema.parse(v7())
  await writer.ask(saveBulletin, { id, version: 0, projectId, content: { title, blocks, kept: [] } })
  await writer.ask(submitBulletin, { id, version: 1 })
  await manager.ask(approveBulletin, { id, version: 2 })
  await manager.ask(publishBulletin, { id, version: 3 })
  return id
}

beforeAll(async () => {
  house = await openTestHouse()
  const here = community('旭东社区')
  projectId = await addProjectTo(house, [here])
  const persons = Array.from({ length: 12 }, (_, i) => testPerson(`老人${i}`, { communityCode: here }))
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, persons)
    await register(tx, house.tenantId, projectId, 'elder', persons)
    await addServices(
      tx,
      house.tenantId,
      projectId,
      persons.map((person) => testService('case_session', '2024-10-08', { communityCode: here, attended: [testAttendance(person)] })),
    )
  })
  writer = await house.signedIn([{ role: 'socialWorker', projectId }])
  manager = await house.signedIn([{ role: 'manager', projectId }])
  const admin = await house.signedIn([{ role: 'systemAdmin' }])
  await admin.ask(addHost, { host: 'www.panjin.gov.cn' })
  first = await published('第一期简报', [figure])
  second = await published('第二期简报', [
    { is: 'paragraph', line: [{ is: 'link', text: '政府网站', href: 'https://www.panjin.gov.cn/a' }] },
  ])
})
afterAll(() => house.close())

const record = async (id: BulletinId) =>
  bulletinRecordSchema.parse(JSON.parse((await house.read(`/public/test/bulletins/${id}/data.json`)).body))

test('anybody reads a bulletin without an account, in simplified and traditional script, with its neighbours', async () => {
  const start = await house.read('/public/test/')
  expect(start.status).toBe(200)
  expect(start.body.indexOf('第二期简报')).toBeLessThan(start.body.indexOf('第一期简报'))
  const page = await house.read(`/public/test/bulletins/${first}`)
  expect(page.body).toContain('12人次')
  expect(page.body).toContain(`rel="next" href="/public/test/bulletins/${second}"`)
  const traditional = await house.read(`/public/test/bulletins/${first}?lang=zh-Hant`)
  expect(traditional.body).toContain('第一期簡報')
  expect(traditional.body).toContain('個案面談')
})

test('nothing is set, nothing is asked of another host, and no script may make code of a text', async () => {
  const { headers, body } = await house.read(`/public/test/bulletins/${second}`)
  expect(headers['set-cookie']).toBeUndefined()
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(body).toContain('href="https://www.panjin.gov.cn/a"')
  expect(Buffer.byteLength(body)).toBeLessThan(20_000)
})

test('a figure says its rule, as-of moment and code; the code verifies it, and a slip does not', async () => {
  const [shown] = (await record(first)).figures
  const page = await house.read(`/public/test/figures/${shown?.id}`)
  expect(page.body).toContain('个案面谈')
  expect(page.body).toContain(shown?.hash)
  const code = codeOf(shown?.hash ?? '')
  expect((await house.read(`/public/test/verify?code=${code}`)).body).toContain('内容与发布时一致')
  expect((await house.read(`/public/test/verify?code=${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).body).toContain(
    '没有找到这个核验码',
  )
  expect((await house.read('/public/test/verify?code=你好')).body).toContain('这不像核验码')
})

const formOf = (text: string): FormData => {
  const form = new FormData()
  form.set('text', text)
  return form
}

test('a file that was downloaded is verified as it is, and not after any change; the checker is one page without a network', async () => {
  const file = (await house.read(`/public/test/bulletins/${first}/proof.json`)).body
  expect(checkProof(file)).toMatchObject({ ok: true, subject: 'bulletin' })
  const send = (text: string) => house.send('/public/test/verify', formOf(text))
  const good = await send(file)
  expect(good.body).toContain('内容与发布时一致')
  expect(good.body).toContain('第一期简报')
  expect((await send(file.replace('第一期', '第二期'))).body).toContain('有一条记录与它的指纹对不上')
  expect((await send(proofOf([{ format: 'nuanyang-figure-1', id: 'x', corrects: null }]))).body).toContain('本站没有发布过')
  expect((await send('你好')).body).toContain('这不是核验文件')
  expect((await send('')).body).toContain('没有收到可以核验的内容')
  const [shown] = (await record(first)).figures
  expect(checkProof((await house.read(`/public/test/figures/${shown?.id}/proof.json`)).body)).toMatchObject({ ok: true, hash: shown?.hash })

  const checker = await house.read('/public/test/checker.html?lang=zh-Hant')
  expect(checker.headers['content-disposition']).toContain('attachment')
  expect(checker.body).toContain('離線核驗工具')
  expect(checker.body).not.toMatch(/(src|href)=|https?:/)
})

test('whoever changes a published text at the database is found out by its code', async () => {
  const id = await published('第三期简报', [{ is: 'paragraph', line: [{ is: 'text', text: '原来的话' }] }])
  const owner = new Client({ connectionString: house.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ hash: string }>('select hash from published_bulletin where id = $1', [id])
  const code = codeOf(rows[0]?.hash ?? '')
  expect((await house.read(`/public/test/verify?code=${code}`)).body).toContain('内容与发布时一致')
  expect(await manager.ask(verifyFrozen, {})).toMatchObject({ broken: null, altered: null, bulletins: 3 })
  await owner.query(`update published_bulletin set body = replace(body, '原来的话', '后来的话') where id = $1`, [id])
  const [shown] = (await record(first)).figures
  await owner.query(`update published_figure set body = replace(body, '"value":12', '"value":13') where id = $1`, [shown?.id])
  expect(await manager.ask(verifyFrozen, {})).toMatchObject({ altered: { kind: 'bulletin' } })
  await owner.query(`update published_bulletin set body = replace(body, '后来的话', '原来的话') where id = $1`, [id])
  expect(await manager.ask(verifyFrozen, {})).toMatchObject({ altered: { kind: 'figure', id: shown?.id } })
  await owner.query(`update published_figure set body = replace(body, '"value":13', '"value":12') where id = $1`, [shown?.id])
  await owner.query(`update published_bulletin set body = replace(body, '原来的话', '后来的话') where id = $1`, [id])
  await owner.end()
  expect((await house.read(`/public/test/verify?code=${code}&size=large`)).body).toContain('内容与发布时不一致')
  expect(await manager.ask(verifyFrozen, {})).toMatchObject({ broken: null, altered: { kind: 'bulletin', id } })
})

test('what is withdrawn says so and why, and stays readable', async () => {
  const id = await published('第四期简报', [{ is: 'heading', text: '数字有误' }])
  const { version } = await manager.ask(openBulletin, { id })
  await manager.ask(withdrawBulletin, { id, version, reason: '数字要重新核对' })
  const page = await house.read(`/public/test/bulletins/${id}`)
  expect(page.body).toContain('本篇已撤回')
  expect(page.body).toContain('数字要重新核对')
})

test.each([
  '/public/test/bulletins/none',
  `/public/test/bulletins/${v7()}`,
  '/public/test/figures/x',
  '/public/test/nothing',
  '/public/elsewhere/',
])('%s leads nowhere, and says so', async (path) => expect((await house.read(path)).status).toBe(404))

test('open data, feed and sitemap name what was published', async () => {
  const csv = await house.read('/public/test/data/figures.csv')
  expect(csv.body.split('\r\n')[0]).toContain('measure,version,name,value')
  expect(JSON.parse((await house.read('/public/test/data/figures.json')).body)).toContainEqual(
    expect.objectContaining({ measure: 'sessions', value: 12 }),
  )
  expect((await house.read('/public/test/feed.xml')).body).toContain('<title>第二期简报</title>')
  expect((await house.read('/public/test/sitemap.xml')).body).toContain(`/public/test/bulletins/${first}`)
})

test('the portal’s role is refused on every other table, and can change nothing', async () => {
  const owner = new Client({ connectionString: house.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ name: string; may: string[] }>(
    `select c.relname as name, array(select p from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p where has_table_privilege('nuanyang_portal', c.oid, p)) as may
     from pg_class c where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = 'public'::regnamespace`,
  )
  await owner.end()
  const open = rows.filter(({ may }) => may.length > 0)
  expect(open.map(({ name }) => name).toSorted()).toEqual(
    [
      'link_host',
      'published_bulletin',
      'published_bulletin_figure',
      'published_figure',
      'published_notice',
      'published_picture',
      'published_wish',
      'tenant_directory',
    ].toSorted(),
  )
  expect(open.flatMap(({ may }) => may).filter((right) => right !== 'SELECT')).toEqual([])
  const portal = new Client({ connectionString: house.portalUrl })
  await portal.connect()
  for (const { name } of rows.filter(({ may }) => may.length === 0))
    await expect(portal.query(`select * from ${name} limit 1`), name).rejects.toThrow(/permission denied/)
  await expect(portal.query('create table mine (id int)')).rejects.toThrow(/permission denied/)
  await expect(portal.query("update published_bulletin set title = 'x'")).rejects.toThrow(/permission denied/)
  await portal.end()
})
