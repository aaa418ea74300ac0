import { AxeBuilder } from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { BulletinRecord } from '../src/features/publishing/bulletin-record-schema.ts'
import { jsonOf } from '../src/features/publishing/figure-record-rules.ts'
import { frozenIdSchema } from '../src/features/publishing/figure-record-schema.ts'
import { canonical } from '../src/kernel/canonical.ts'
import { sha256 } from '../src/kernel/sha256.ts'
import { expect, test } from './journey.ts'

// What reaches a public page stays a text, whoever wrote it into the database.

/** Something that would act, were it more than a text. `alert` is what says so. */
const acts = [
  '<script>alert(1)</script>',
  '<script src=https://evil.example/x.js></script>',
  '<img src=x onerror=alert(1)>',
  '<img src=https://evil.example/p.png>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe src=https://evil.example></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data=https://evil.example></object>',
  '<embed src=https://evil.example>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<style>@import "https://evil.example/x.css"</style>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<base href=https://evil.example/>',
  '<form action=https://evil.example><button>点</button></form>',
  '<a href=https://evil.example>彩票</a>',
  '<a href="javascript:alert(1)">彩票</a>',
  '<video><source onerror=alert(1)></video>',
  '<details open ontoggle=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<body onload=alert(1)>',
  '<math href="javascript:alert(1)">x</math>',
  '<template><script>alert(1)</script></template>',
  '<audio src=https://evil.example/a.mp3 autoplay></audio>',
]
/** How it may break out of where it stands. */
const ways: readonly ((act: string) => string)[] = [
  (act) => act,
  (act) => `">${act}`,
  (act) => `'>${act}`,
  (act) => `</title></h1></p></td></blockquote>-->${act}`,
]
const payloads = acts.flatMap((act) => ways.map((way) => way(act)))

function bulletinOf(payload: string): BulletinRecord {
  const id = randomUUID()
  const figure = {
    is: 'figure',
    id: frozenIdSchema.parse(randomUUID()),
    measure: 'activities',
    printed: { zh: payload, en: payload },
  } as const
  return {
    format: 'nuanyang-bulletin-1',
    tenant: 'journeys',
    id,
    series: id,
    edition: 1,
    corrects: null,
    project: { id: randomUUID(), name: payload },
    publisher: payload,
    title: payload,
    blocks: [
      { is: 'heading', text: payload },
      { is: 'paragraph', line: [{ is: 'text', text: payload }, { is: 'text', text: payload, strong: true }, figure] },
      { is: 'list', ordered: false, items: [[{ is: 'text', text: payload }]] },
      { is: 'quote', line: [{ is: 'text', text: payload }], by: payload },
      {
        is: 'paragraph',
        line: [
          { is: 'link', text: payload, href: `https://www.panjin.gov.cn/${payload}` },
          { is: 'link', text: payload, href: payload },
        ],
      },
      { is: 'picture', sha256: '0'.repeat(64), caption: payload, width: 3, height: 2 },
      { is: 'figures', title: payload, as: 'bars', rows: [{ name: payload, value: 3, figure }] },
    ],
    publishedAt: '2025-05-06T01:02:03.000Z',
    figures: [],
  }
}

test('of a thousand hostile texts in every field of a bulletin none runs, none asks another host, none becomes a link', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000)
  const owner = new Client({ connectionString: server.ownerUrl })
  await owner.connect()
  await owner.query(`insert into link_host (tenant_id, host) values (1, 'www.panjin.gov.cn') on conflict do nothing`)
  const ids: string[] = []
  for (const payload of payloads) {
    const record = bulletinOf(payload)
    const body = canonical(jsonOf(record))
    ids.push(record.id)
    await owner.query(
      'insert into published_bulletin (tenant_id, id, series_id, edition, title, body, hash, published_at) values (1, $1, $1, 1, $2, $3, $4, $5)',
      [record.id, record.title, body, sha256(body), record.publishedAt],
    )
  }
  await owner.end()

  const own = new URL(server.address).host
  const elsewhere: string[] = []
  const ran: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).host !== own) elsewhere.push(request.url())
  })
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  await page.addInitScript("document.addEventListener('securitypolicyviolation', (event) => console.error('blocked ' + event.blockedURI))")
  page.on('console', (message) => {
    if (message.text().startsWith('blocked')) ran.push(message.text())
  })
  const links = new Set<string>()
  const look = async (path: string) => {
    await page.goto(`${server.address}${path}`)
    await expect(page.getByRole('main')).toBeVisible()
    for (const href of await page
      .locator('a, area, form, link, base, iframe, object, embed, img, source, audio, video')
      .evaluateAll((all) =>
        all.flatMap((each) => ['href', 'src', 'action', 'data', 'srcdoc'].flatMap((name) => each.getAttribute(name) ?? [])),
      ))
      links.add(href)
  }
  for (const id of ids) await look(`/public/journeys/bulletins/${id}`)
  await look('/public/journeys/')
  await look('/public/journeys/?lang=zh-Hant&size=large')
  for (const payload of payloads.slice(0, 12)) await look(`/public/journeys/verify?code=${encodeURIComponent(payload)}`)
  expect(payloads.length * 12).toBeGreaterThan(1000)
  expect(ran).toEqual([])
  expect(elsewhere).toEqual([])
  expect([...links].filter((href) => !/^(\/(?!\/)|#|https:\/\/www\.panjin\.gov\.cn\/)/.test(href))).toEqual([])
})

test('the public pages are read without a script, with the keyboard, in both scripts and in large type', async ({
  browser,
  server,
  office,
  page,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const reader = await context.newPage()
  await reader.goto(`${server.address}/public/journeys/`)
  await reader.getByRole('link', { name: '繁體' }).click()
  await expect(reader.getByRole('heading', { level: 1, name: '公開信息' })).toBeVisible()
  await reader.getByRole('link', { name: '大字' }).click()
  await expect(reader.locator('html')).toHaveClass('large')
  await reader.getByRole('link', { name: '核驗' }).first().click()
  await reader.getByLabel('核驗碼').fill('0000-0000-0000-0000')
  await reader.getByRole('button', { name: '核驗', exact: true }).click()
  await expect(reader.getByText('沒有找到這個核驗碼')).toBeVisible()
  await context.close()
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 780 })
    for (const path of ['', 'figures', 'verify?code=0000000000000000', 'data', 'nothing']) {
      await office.open(`/public/journeys/${path}`)
      expect(await office.faults(), path).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), path).toBe(0)
    }
  }
})

test('the checker verifies a downloaded file from the disk, without a network, and finds whatever was changed in it', async ({
  browser,
  server,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'nuanyang-checker-'))
  const owner = new Client({ connectionString: server.ownerUrl })
  await owner.connect()
  const record = bulletinOf('<img src=x onerror=alert(1)>')
  const body = canonical(jsonOf(record))
  await owner.query(
    'insert into published_bulletin (tenant_id, id, series_id, edition, title, body, hash, published_at) values (1, $1, $1, 1, $2, $3, $4, $5)',
    [record.id, record.title, body, sha256(body), record.publishedAt],
  )
  await owner.end()
  const kept = async (path: string, name: string) => {
    const text = await (await fetch(`${server.address}${path}`)).text()
    writeFileSync(join(folder, name), text)
    return text
  }
  await kept('/public/journeys/checker.html', 'checker.html')
  const proof = await kept(`/public/journeys/bulletins/${record.id}/proof.json`, 'whole.json')
  writeFileSync(join(folder, 'changed.json'), proof.replace('"edition":1', '"edition":2'))

  const context = await browser.newContext({ offline: true, locale: 'zh-CN' })
  const reader = await context.newPage()
  const asked: string[] = []
  reader.on('request', (request) => asked.push(request.url()))
  await reader.goto(`file://${join(folder, 'checker.html')}`)
  const result = reader.getByRole('status')
  const verify = reader.getByRole('button', { name: '核验', exact: true })
  await verify.click()
  await expect(result).toContainText('请选择文件，或粘贴文件内容')
  await reader.getByLabel('核验文件').setInputFiles(join(folder, 'whole.json'))
  await verify.click()
  await expect(result).toContainText('文件完整，没有改动过')
  await expect(result).toContainText('<img src=x onerror=alert(1)>')
  await expect(result).toContainText(sha256(body))
  await reader.getByLabel('印出的核验码').fill(sha256(body).slice(0, 16).toUpperCase())
  await verify.click()
  await expect(result).toContainText('正是这个核验码的那一份')
  const { violations } = await new AxeBuilder({ page: reader }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await reader.getByLabel('核验文件').setInputFiles(join(folder, 'changed.json'))
  await verify.click()
  await expect(result).toContainText('请勿采信')
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([])

  await reader.screenshot({ path: '/tmp/shots/promise/checker.png', fullPage: true })
  await context.close()

  // The portal takes the same file, without a script.
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const without = await plain.newPage()
  await without.goto(`${server.address}/public/journeys/verify`)
  await without.getByLabel('核验文件').setInputFiles(join(folder, 'whole.json'))
  await without.getByRole('button', { name: '核验文件内容' }).click()
  await expect(without.getByRole('status')).toContainText('内容与发布时一致')
  await without.getByLabel('核验文件').setInputFiles(join(folder, 'changed.json'))
  await without.getByRole('button', { name: '核验文件内容' }).click()
  await expect(without.getByRole('status')).toContainText('有一条记录与它的指纹对不上')
  await plain.close()
  rmSync(folder, { recursive: true, force: true })
})
