import { AxeBuilder } from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { BulletinRecord } from '../src/features/publishing/bulletin-record-schema.ts'
import { jsonOf, textOfRecord } from '../src/features/publishing/figure-record-rules.ts'
import { frozenIdSchema, frozenSetIdSchema, type FigureRecord } from '../src/features/publishing/figure-record-schema.ts'
import { canonical } from '../src/kernel/canonical.ts'
import { daySchema } from '../src/kernel/day.ts'
import { projectIdSchema } from '../src/kernel/ids.ts'
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
/** How it may break out of where it stands, or hide what it is. */
const ways: readonly ((act: string) => string)[] = [
  (act) => act,
  (act) => `">${act}`,
  (act) => `'>${act}`,
  (act) => `</title></h1></p></td></blockquote>-->${act}`,
  (act) => `</script></style></textarea></template></noscript>${act}`,
  (act) => `</text></svg></dd></dl></a></span>${act}`,
  (act) => `]]>${act}<![CDATA[`,
  (act) => `<!--${act}-->${act}`,
  (act) => `<!--><x>${act}`,
  (act) => `\u0000${act}`,
  (act) => act.replaceAll('<', '<\u0000'),
  (act) => act.replaceAll('<', '\u202E<'),
  (act) => act.toUpperCase(),
  (act) => act.replaceAll(/[a-z]/g, (letter, at: number) => (at % 2 === 0 ? letter.toUpperCase() : letter)),
  (act) => act.replaceAll(' ', '/'),
  (act) => act.replaceAll(' ', '\t\n'),
  (act) => act.replaceAll('<', '＜').replaceAll('>', '＞') + act,
  (act) => act.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (act) => act.replaceAll('<', '&#60;').replaceAll('>', '&#x3e;'),
  (act) => encodeURIComponent(act) + act,
  (act) => `\\u003c${act}\\x3c`,
  (act) => `${act}\u2028${act}`,
]
const payloads = acts.flatMap((act) => ways.map((way) => way(act)))
/** So many stand on one page, each in every field that takes more than one. */
const perPage = 6
const pages = Array.from({ length: Math.ceil(payloads.length / perPage) }, (_page, at) => payloads.slice(at * perPage, (at + 1) * perPage))

const hostileFigure = (printed: string) =>
  ({
    is: 'figure',
    id: frozenIdSchema.parse(randomUUID()),
    measure: 'activities',
    printed: { zh: printed, en: printed },
  }) as const

const blocksOf = (payload: string): BulletinRecord['blocks'] => [
  { is: 'heading', text: payload },
  { is: 'paragraph', line: [{ is: 'text', text: payload }, { is: 'text', text: payload, strong: true }, hostileFigure(payload)] },
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
  ...(['bars', 'line', 'shares'] as const).map((as) => ({
    is: 'figures' as const,
    title: payload,
    as,
    rows: [3, 4].map((value) => ({ name: payload, value, figure: hostileFigure(payload) })),
  })),
]

function bulletinOf(...all: readonly string[]): BulletinRecord {
  const id = randomUUID()
  const joined = all.join(' ')
  return {
    format: 'nuanyang-bulletin-1',
    tenant: 'journeys',
    id,
    series: id,
    edition: 1,
    corrects: { id: randomUUID(), hash: 'x', reason: joined },
    project: { id: randomUUID(), name: joined },
    publisher: joined,
    title: joined,
    blocks: all.flatMap(blocksOf),
    publishedAt: '2025-05-06T01:02:03.000Z',
    figures: [],
  }
}

function figureOf(payload: string, corrected?: FigureRecord): FigureRecord {
  const words = { zh: payload, en: payload }
  return {
    format: 'nuanyang-figure-1',
    tenant: 'journeys',
    id: frozenIdSchema.parse(randomUUID()),
    seq: 1,
    previous: '0'.repeat(64),
    set: { id: frozenSetIdSchema.parse(randomUUID()), purpose: 'bulletin', title: payload, scope: {}, by: payload },
    project: { id: projectIdSchema.parse(randomUUID()), name: payload },
    period: { from: daySchema.parse('2024-09-01'), to: daySchema.parse('2025-05-01') },
    asOf: '2025-05-06T01:02:03.000Z',
    measure: 'indirect_persons',
    version: 1,
    name: words,
    unit: words,
    rule: words,
    decimals: 0,
    scope: {},
    scopeText: words,
    at: {},
    value: 5,
    estimate: { basis: [{ basis: payload, value: 5, method: payload }] },
    parts: null,
    members: { sort: payload, count: 5, sha256: '0'.repeat(64) },
    corrects:
      corrected === undefined
        ? null
        : { id: corrected.id, seq: 1, hash: '0'.repeat(64), value: 4, asOf: '2025-05-06T01:02:03.000Z', reason: 'wrong', note: payload },
  }
}

/** Puts hostile texts into every public field, as somebody would who writes to the database itself. */
async function plant(ownerUrl: string): Promise<{ bulletins: string[]; figures: string[] }> {
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`insert into link_host (tenant_id, host) values (1, 'www.panjin.gov.cn') on conflict do nothing`)
  const bulletins: string[] = []
  const figures: string[] = []
  const storable = (text: string) => text.replaceAll('\u0000', '')
  for (const group of pages) {
    const joined = storable(group.join(' ').toWellFormed())
    const record = bulletinOf(...group)
    const body = canonical(jsonOf(record))
    bulletins.push(record.id)
    await owner.query(
      'insert into published_bulletin (tenant_id, id, series_id, edition, title, body, hash, published_at) values (1, $1, $1, 1, $2, $3, $4, $5)',
      [record.id, storable(record.title.toWellFormed()), body, sha256(body), record.publishedAt],
    )
    await owner.query(`insert into published_notice (tenant_id, bulletin_id, kind, reason) values (1, $1, 'withdrawn', $2)`, [
      record.id,
      joined,
    ])
    const first = figureOf(group.join(' '))
    for (const one of [first, figureOf(group.join(' '), first)]) {
      const text = textOfRecord(one)
      figures.push(one.id)
      await owner.query('insert into published_figure (tenant_id, id, corrects, body, hash) values (1, $1, $2, $3, $4)', [
        one.id,
        one.corrects?.id ?? null,
        text,
        sha256(text),
      ])
    }
    await owner.query(
      `insert into published_wish (tenant_id, id, code, sort, title, about, town, value_fen, state) values (1, $1, $2, $2, $2, $2, $2, 100, 'open')`,
      [randomUUID(), joined],
    )
  }
  await owner.end()
  return { bulletins, figures }
}

test('of five hundred hostile texts in every field that reaches a public page none runs, none asks another host, none becomes a link', async ({
  page,
  server,
}) => {
  test.setTimeout(600_000)
  const { bulletins, figures } = await plant(server.ownerUrl)
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
      .locator('a, area, form, link, base, iframe, object, embed, img, source, audio, video, use, image')
      .evaluateAll((all) =>
        all.flatMap((each) => ['href', 'src', 'action', 'data', 'srcdoc', 'xlink:href'].flatMap((name) => each.getAttribute(name) ?? [])),
      ))
      links.add(href)
  }
  for (const id of bulletins) await look(`/public/journeys/bulletins/${id}`)
  for (const id of figures) await look(`/public/journeys/figures/${id}`)
  for (const path of ['', '?lang=zh-Hant&size=large', 'figures', 'figures?lang=en', 'wishes', 'data'])
    await look(`/public/journeys/${path}`)
  for (const payload of payloads.slice(0, 24)) await look(`/public/journeys/verify?code=${encodeURIComponent(payload.toWellFormed())}`)
  expect(payloads.length).toBeGreaterThan(500)
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
