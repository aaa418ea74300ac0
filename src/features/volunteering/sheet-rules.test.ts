import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { sheetPaper } from './sheet-paper-rules.ts'

const day = daySchema.parse('2024-10-02')

test('what is printed of each service adds up to what is printed of all', () => {
  const lines = [20, 20, 20, 95, 50].map((minutes, at) => ({ id: `${at}`, day, startsAt: null, title: '送餐', minutes, about: null }))
  const paper = sheetPaper({
    name: '赵志愿',
    issuer: '机构',
    from: null,
    to: null,
    lines,
    merits: [],
    number: null,
    project: '项目',
    issuedOn: day,
    issuedBy: null,
    code: 'AAAA',
    address: 'https://nuanyang.example/verify?tenant=panjin',
    picture: { bytes: Buffer.alloc(0), mediaType: 'image/png', width: 1, height: 1 },
  })
  const printed = JSON.stringify(paper)
  expect(printed).toContain('205')
  expect(printed).toContain('3.4')
  const rows = paper.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])))
  expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(205)
})
