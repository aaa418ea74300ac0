import { codeOf } from '../publishing/figure-text-rules.ts'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { projectIdSchema } from '../../kernel/ids.ts'
import { measureKeySchema } from '../measures/measure-schema.ts'
import { scopeSchema } from '../measures/scope-schema.ts'
import { bulletinRecordSchema, type BulletinRecord, type PublicBlock } from '../publishing/bulletin-record-schema.ts'
import { frozenIdSchema } from '../publishing/figure-record-schema.ts'
import { addresses, digitsOf, isListed } from './address-rules.ts'
import { bulletinPage, type Beside } from './bulletin-page-rules.ts'
import { csvOf, type Row } from './data-rules.ts'
import { inOrder } from './figure-page-rules.ts'
import { atomFeed, sitemap } from './feed-rules.ts'
import type { View } from './frame-rules.ts'
import { escaped } from './html-rules.ts'
import { startPage, verifyPage } from './list-page-rules.ts'

const view: View = {
  tenant: { code: 'panjin', name: '盘锦市民政局' },
  path: '/public/panjin/',
  reading: { language: 'zh-CN', large: false },
}
const figureId = frozenIdSchema.parse('019a0000-0000-7000-8000-00000000000a')

const record = (title: string, blocks: readonly PublicBlock[], publisher = '光点社会工作服务中心'): BulletinRecord =>
  bulletinRecordSchema.parse({
    format: 'nuanyang-bulletin-1',
    tenant: 'panjin',
    id: '019a0000-0000-7000-8000-000000000001',
    series: '019a0000-0000-7000-8000-000000000001',
    edition: 1,
    corrects: null,
    project: { id: '019a0000-0000-7000-8000-000000000002', name: '为老服务项目' },
    publisher,
    title,
    blocks,
    publishedAt: '2025-05-06T01:02:03.000Z',
    figures: [],
  })

const beside: Beside = {
  hosts: new Set(['www.panjin.gov.cn']),
  pictures: new Set(['ab'.repeat(32)]),
  corrections: new Map(),
  previous: undefined,
  next: undefined,
}
const shown = (made: BulletinRecord): string =>
  bulletinPage(view, { record: made, hash: 'a1b2'.repeat(16), publishedAt: made.publishedAt, notices: [] }, beside)

/** Ways in which people have made a page do something. */
const tricks = [
  '<script>alert(1)</script>',
  '"><script src=https://evil.example/x.js></script>',
  "'><img src=x onerror=alert(1)>",
  '<svg/onload=alert(1)>',
  '</title><script>alert(1)</script>',
  '</article></main><base href="https://evil.example/">',
  '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<a href="javascript:alert(1)">x</a>',
  '<form action=https://evil.example><button>',
  '" onmouseover="alert(1)" x="',
  "' autofocus onfocus=alert(1) '",
  '<style>@import "https://evil.example/x.css"</style>',
  '<link rel=stylesheet href=//evil.example>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<!--><script>alert(1)</script>-->',
  ']]><script>alert(1)</script>',
  '\u0000<script>alert(1)</script>',
  '\u202Etpircs<',
  '＜script＞alert(1)＜/script＞',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '<object data="data:text/html,<script>alert(1)</script>">',
  '博彩<a href="https://spam.example">点这里</a>',
]
const places: readonly [string, (trick: string) => string][] = [
  ['a title', (trick) => shown(record(trick, []))],
  ['a heading', (trick) => shown(record('简报', [{ is: 'heading', text: trick }]))],
  [
    'a paragraph',
    (trick) =>
      shown(
        record('简报', [
          {
            is: 'paragraph',
            line: [
              { is: 'text', text: trick },
              { is: 'text', text: trick, strong: true },
            ],
          },
        ]),
      ),
  ],
  ['a list', (trick) => shown(record('简报', [{ is: 'list', ordered: false, items: [[{ is: 'text', text: trick }]] }]))],
  ['a quote and who said it', (trick) => shown(record('简报', [{ is: 'quote', line: [{ is: 'text', text: trick }], by: trick }]))],
  [
    'a link’s text',
    (trick) => shown(record('简报', [{ is: 'paragraph', line: [{ is: 'link', text: trick, href: 'https://www.panjin.gov.cn/' }] }])),
  ],
  [
    'a link’s address',
    (trick) =>
      shown(record('简报', [{ is: 'paragraph', line: [{ is: 'link', text: '看这里', href: `https://www.panjin.gov.cn/${trick}` }] }])),
  ],
  [
    'how a figure is printed',
    (trick) =>
      shown(
        record('简报', [
          { is: 'paragraph', line: [{ is: 'figure', id: figureId, measure: 'activities', printed: { zh: trick, en: trick } }] },
        ]),
      ),
  ],
  [
    'a table',
    (trick) =>
      shown(
        record('简报', [
          {
            is: 'figures',
            title: trick,
            as: 'bars',
            rows: [
              { name: trick, value: 3, figure: { is: 'figure', id: figureId, measure: 'activities', printed: { zh: trick, en: trick } } },
            ],
          },
        ]),
      ),
  ],
  ...(['line', 'shares'] as const).map((as): [string, (trick: string) => string] => [
    `a drawing of ${as}`,
    (trick) => {
      const figure = { is: 'figure', id: figureId, measure: 'activities', printed: { zh: trick, en: trick } } as const
      const rows = [3, 4].map((value) => ({ name: trick, value, figure }))
      return shown(record('简报', [{ is: 'figures', title: trick, as, rows }]))
    },
  ]),
  [
    'what a photo shows',
    (trick) => shown(record('简报', [{ is: 'picture', sha256: 'ab'.repeat(32), caption: trick, width: 3, height: 2 }])),
  ],
  [
    'a row that is left blank',
    (trick) => shown(record('简报', [{ is: 'figures', title: trick, as: 'table', rows: [{ name: trick, value: null, figure: null }] }])),
  ],
  ['a publisher', (trick) => shown(record('简报', [], trick))],
  ['the list', (trick) => startPage(view, [{ id: 'x', title: trick, edition: 1, publishedAt: '2025-05-06T01:02:03.000Z', notices: [] }])],
  ['a tenant’s name', (trick) => startPage({ ...view, tenant: { code: 'panjin', name: trick } }, [])],
  ['a code that was typed', (trick) => verifyPage(view, { typed: trick, result: 'form' })],
  ['an address', (trick) => startPage({ ...view, path: `/public/panjin/${trick}` }, [])],
]

/** The tags of a page, each with its attributes. A page of ours has no other `<` than those. */
const tagsOf = (page: string): string[] => page.match(/<[^>]*>/g) ?? []
const plainTags = new Set(
  'html head meta title link script body a header p nav ul li span button main h1 h2 article dl dt dd time strong blockquote footer ol div table caption tbody thead tr th td meter form label input br ins textarea figure figcaption img svg line polyline circle text'.split(
    ' ',
  ),
)

test.each(places)('whatever stands in %s stays a text', (_where, make) => {
  const usual = tagsOf(make('平常的话')).map((tag) => tag.replaceAll('平常的话', ''))
  for (const trick of tricks) {
    const page = make(trick)
    const tags = tagsOf(page)
    expect(tags.length, trick).toBe(usual.length)
    for (const tag of tags) {
      const name = /^<\/?([a-z0-9]+)/.exec(tag)?.[1] ?? ''
      expect(tag === '<!doctype html>' || plainTags.has(name), `${trick} → ${tag}`).toBe(true)
      expect(tag.replaceAll(/"[^"]*"/g, '""'), trick).not.toMatch(/\son\w+\s*=|['`]/i)
    }
    expect(page.match(/<script/g), trick).toHaveLength(1)
    expect(
      [...page.matchAll(/(?:href|src|action)="([^"]*)"/g)].filter(
        ([, to = '']) => !/^(\/(?!\/)|#|https:\/\/www\.panjin\.gov\.cn\/)/.test(to),
      ),
      trick,
    ).toEqual([])
  }
})

test.each([
  ['https://www.panjin.gov.cn/a?b=c', true],
  ['http://www.panjin.gov.cn/', false],
  ['https://www.panjin.gov.cn.evil.example/', false],
  ['https://evil.example/', false],
  ['https://user@www.panjin.gov.cn/', false],
  ['https://www.panjin.gov.cn:8443/', false],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['//www.panjin.gov.cn/', false],
  ['https://www.panjin.gov.cn@evil.example/', false],
  ['https:\\\\evil.example\\', false],
  ['', false],
])('a link to %s is followed: %s', (href, listed) => expect(isListed(href, beside.hosts)).toBe(listed))

test.each([
  ['A1B2-C3D4-E5F6-0718', 'a1b2c3d4e5f60718'],
  ['ａ１ｂ２ c3d4 e5f6 0718', 'a1b2c3d4e5f60718'],
  ['A1B2-C3D4-E5F6', undefined],
  ['A1B2-C3D4-E5F6-071G', undefined],
  ["' or 1=1 --", undefined],
])('the code %s is read as %s', (typed, digits) => expect(digitsOf(typed)).toBe(digits))

test('a code is the first sixteen digits of a hash, and is read back', () => {
  expect(codeOf('0123456789abcdef'.repeat(4))).toBe('0123-4567-89AB-CDEF')
  expect(digitsOf(codeOf('0123456789abcdef'.repeat(4)))).toBe('0123456789abcdef')
})

test('a page says its script, and the reader’s wish goes along with every link', () => {
  const page = startPage({ ...view, reading: { language: 'zh-Hant', large: true } }, [])
  expect(page).toMatch(/<html lang="zh-Hant-HK" +class="large">/)
  expect(page).toContain('href="/public/panjin/figures?lang=zh-Hant&amp;size=large"')
})

test('feed and sitemap are well-formed whatever a title says', () => {
  const bulletins = [{ id: '019a', title: '<x>&"\u0001', edition: 1, publishedAt: '2025-05-06T01:02:03.000Z', notices: [] }]
  const site = { origin: 'https://nuanyang.example', name: '局', to: addresses('panjin') }
  expect(atomFeed(site, bulletins)).toContain('<title>&lt;x&gt;&amp;&quot;</title>')
  expect(sitemap(site, bulletins)).toContain('<loc>https://nuanyang.example/public/panjin/bulletins/019a</loc>')
})

test('no spreadsheet takes a cell of the open data for a formula', () => {
  const row: Row = {
    id: '=1+1',
    project: '+86',
    measure: '@x',
    version: 1,
    name: '-a',
    value: -3,
    unit: '人,次',
    estimate: false,
    scope: '"',
    period_from: '',
    period_to: '',
    as_of: '',
    rule: '',
    corrects: null,
    corrected_by: null,
    code: '',
    sha256: '',
  }
  expect(csvOf([row]).split('\r\n')[1]).toBe(`'=1+1,'+86,'@x,1,'-a,-3,"人,次",false,"""",,,,,,,,`)
})

test('figures stand project by project, measure by measure, the whole first and months in their order', () => {
  const shownIn = inOrder(
    (
      [
        ['乙项目', 'activities', {}],
        ['甲项目', 'sessions', {}],
        ['甲项目', 'activities', { months: { from: '2025-01', to: '2025-01' } }],
        ['甲项目', 'activities', { months: { from: '2024-10', to: '2024-10' } }],
        ['甲项目', 'activities', {}],
        ['甲项目', 'direct_persons', {}],
      ] as const
    ).map(([name, measure, scope]) => ({
      record: {
        project: { id: projectIdSchema.parse(v7()), name },
        measure: measureKeySchema.parse(measure),
        scope: scopeSchema.parse(scope),
        asOf: '2025-05-06T01:02:03.000Z',
      },
    })),
  )
  expect(
    shownIn.map(({ record: { project, measure, scope: of } }) => `${project.name} ${measure} ${of.months?.from ?? ''}`.trim()),
  ).toEqual([
    '乙项目 activities',
    '甲项目 direct_persons',
    '甲项目 sessions',
    '甲项目 activities',
    '甲项目 activities 2024-10',
    '甲项目 activities 2025-01',
  ])
})

test('half a character and a control never reach a page', () => expect(escaped('a\uD800b\u0000c\u202Ed')).toBe('abcd'))
