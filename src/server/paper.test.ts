import PizZip from 'pizzip'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { known, type Paper, type PaperBundle } from '../kernel/paper.ts'
import { fileSafe, toPdf } from './paper.ts'
import { paperHtml } from './paper-html.ts'
import { findChromium, paperPdf } from './paper-pdf.ts'
import { paperWord } from './paper-word.ts'
import { pagesOf } from './pdf-pages.ts'

const hostile = `<script>alert(1)</script>"'&<img src=x onerror=alert(2)>`

const roll: Paper = {
  title: { zh: '签到表', en: 'Roll' },
  number: 'HD-2024-031',
  head: { project: '五社联动 为老服务项目', community: '光正台村', filledBy: null, filledOn: '2024-11-02' },
  sections: [
    {
      title: { zh: '名单', en: 'Names' },
      blocks: [
        { kind: 'fields', fields: [known('地点', hostile, { wide: true }), known('时长', '1小时')] },
        {
          kind: 'checks',
          label: '紧急程度',
          items: [
            { label: '一般', ticked: true },
            { label: '紧急', ticked: false },
          ],
        },
        { kind: 'text', text: `一行\n${hostile}` },
        {
          kind: 'table',
          prefilled: true,
          columns: [{ title: '序号', share: 0.5, align: 'center' }, { title: '姓名' }, { title: '签名', share: 2 }],
          rows: Array.from({ length: 90 }, (_row, at) => [at + 1, `老人${at + 1}`, at === 3 ? hostile : null]),
        },
        { kind: 'signatures', lines: [{ label: '社工签名', name: hostile, day: null }] },
        { kind: 'note', text: hostile },
      ],
    },
  ],
}
const file: PaperBundle = { title: '活动档案', about: hostile, papers: [roll, { ...roll, title: '活动总结' }] }

const tagsOf = (xml: string): Set<string> => {
  const tags = new Set<string>()
  const parser = new SaxesParser()
  parser.on('opentag', (tag) => tags.add(tag.name))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return tags
}

test('what somebody wrote into a form is text on paper and nothing else', () => {
  const html = paperHtml(file, 'zh-CN')
  expect(html).not.toMatch(/<script|<img|onerror=alert\(2\)>/)
  expect(html.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp;/g)?.length).toBe(2 * 5 + 1)
  expect(html).toContain("default-src 'none'")
  expect(html).not.toMatch(/https?:|url\(/)
})

test('a paper speaks simplified, traditional or English, and says how much of it was filled in', () => {
  expect(paperHtml(roll, 'zh-Hant')).toContain('簽到表')
  expect(paperHtml(roll, 'en')).toContain('Roll')
  expect(paperHtml(roll, 'zh-CN')).toMatch(/data-prefilled="96" data-blank="1"/)
  expect(paperHtml(roll, 'zh-CN')).toContain('已自动填 96 项')
})

test('a PDF has its pages, and its index says on which of them each paper begins; the same paper is the same bytes', async () => {
  const made = await toPdf(file, 'zh-CN')
  if (findChromium() === undefined) {
    expect(made).toMatchObject({ ok: false, code: 'paper.noBrowser' })
    return
  }
  if (!made.ok) throw new Error(made.code)
  const pdf = made.value.toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  const pages = pdf.match(/\/Type \/Page\n/g)?.length ?? 0
  // Ninety rows take three pages or four, by the fonts there are; two such papers and the index.
  expect(pages).toBeGreaterThanOrEqual(7)
  expect(pages).toBeLessThanOrEqual(11)
  expect([...pagesOf(made.value)]).toEqual([
    ['paper-1', 2],
    ['paper-2', 2 + (pages - 1) / 2],
  ])
  const again = await toPdf(file, 'zh-CN')
  expect(again.ok ? again.value.equals(made.value) : again.code).toBe(true)
})

test('without Chromium a PDF is refused in words that say what to install, and what works without', async () => {
  const made = await paperPdf('<p>', { chromium: findChromium({ CHROMIUM: '/nowhere/chromium' }) })
  expect(made.ok ? '' : made.because.zh).toContain('apt install chromium')
})

test('a PDF that takes too long is given up', async () => {
  const made = await paperPdf('<p>', { deadline: 1 })
  expect(made.ok ? '' : made.code).toMatch(/paper\.(tooLong|noBrowser)/)
})

test('a Word file is whole: its parts are well-formed, its table says its head again, its font is one of Chinese offices', async () => {
  const bytes = await paperWord(file, 'zh-CN')
  const zip = new PizZip(bytes)
  const names = Object.keys(zip.files).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'))
  for (const name of names) tagsOf(zip.file(name)?.asText() ?? '')
  const document = zip.file('word/document.xml')?.asText() ?? ''
  expect(tagsOf(document)).toContain('w:tblHeader')
  expect(document.includes('&lt;script&gt;alert(1)')).toBe(true)
  expect(document.includes('w:w="11906"')).toBe(true)
  expect(zip.file('word/styles.xml')?.asText()).toContain('w:eastAsia="宋体"')
  expect(names.some((name) => zip.file(name)?.asText().includes('NUMPAGES'))).toBe(true)
})

test('the same paper is the same Word file, whenever it is made', async () => {
  const first = await paperWord(file, 'zh-CN')
  expect((await paperWord(file, 'zh-CN')).equals(first)).toBe(true)
})

test('a file’s name is one that every system takes', () => {
  expect(fileSafe('签到表/2024:11*02?\n')).toBe('签到表 2024 11 02')
})
