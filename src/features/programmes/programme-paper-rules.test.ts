import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { daySchema, monthSchema } from '../../kernel/day.ts'
import { divisionCodeSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { textIn, type Paper, type PaperBlock } from '../../kernel/paper.ts'
import { programmePaper } from './programme-paper-rules.ts'
import type { Programme, ProgrammeService } from './schema.ts'

const programme: Programme = {
  id: v7(),
  version: 3,
  state: 'active',
  projectId: projectIdSchema.parse(v7()),
  communityCode: divisionCodeSchema.parse('211102004005'),
  communityName: '旭东社区',
  townName: '红旗街道',
  name: '巧手苇编',
  forWhom: '会编织的老人',
  purpose: '让老人有事做、有收入',
  partners: [{ id: v7(), party: 'charity', organisationId: null, organisation: null, does: '收购成品' }],
  steps: [{ id: v7(), month: monthSchema.parse('2024-10'), what: '第一课', doneOn: daySchema.parse('2024-10-09') }],
  results: null,
  markId: null,
  figures: [{ key: 'direct_persons', value: 12 }],
  asOf: daySchema.parse('2025-01-01'),
}
const service = (day: string, more: Partial<ProgrammeService> = {}): ProgrammeService => ({
  id: serviceIdSchema.parse(v7()),
  kind: 'craft_lesson',
  title: '苇编课',
  number: null,
  day: daySchema.parse(day),
  status: 'held',
  attendances: 9,
  photos: 2,
  ...more,
})
const about = { mark: null, project: '暖阳', agency: '光点', filledBy: '周主任', filledOn: '2025-01-01' }
const say = (cell: Parameters<typeof textIn>[0] | number | null) =>
  cell === null || typeof cell === 'number' ? cell : textIn(cell, ({ zh }) => zh)
const blocks = (paper: Paper): PaperBlock[] => paper.sections.flatMap((section) => [...section.blocks])
const tables = (paper: Paper) => blocks(paper).flatMap((block) => (block.kind === 'table' ? [block.rows.map((row) => row.map(say))] : []))

test('a programme’s paper has who does what, the plan with what is done, the services in their order and the figures', () => {
  const [partners, steps, services, figures] = tables(
    programmePaper({ ...about, programme, services: [service('2024-11-06'), service('2024-10-09', { title: null, number: 'SG-1' })] }),
  )
  expect(partners).toEqual([['社会慈善资源', '待找', '收购成品']])
  expect(steps).toEqual([['2024-10', '第一课', '2024-10-09']])
  expect(services?.map(([day, kind, name]) => [day, kind, name])).toEqual([
    ['2024-10-09', '手工艺课', 'SG-1'],
    ['2024-11-06', '手工艺课', '苇编课'],
  ])
  expect(figures?.map(([name, value, unit]) => [name, value, unit])).toEqual([['直接受益人数', 12, '人']])
})

test('only what was held is said to be counted, and there is room for the plan and the results where nothing is written', () => {
  const paper = programmePaper({
    ...about,
    programme: { ...programme, steps: [] },
    services: [service('2024-11-06'), service('2024-12-12', { status: 'planned' })],
  })
  const note = blocks(paper).flatMap((block) => (block.kind === 'note' ? [say(block.text)] : []))
  expect(note).toEqual(['截至2025-01-01，由归入的 1 次服务统计；同一人只计一次。'])
  expect(blocks(paper)).toContainEqual(expect.objectContaining({ kind: 'table', rows: [], blankRows: 4 }))
  expect(blocks(paper)).toContainEqual(expect.objectContaining({ kind: 'text', text: null, lines: 6 }))
})

test.each([
  [null, 0],
  [{ bytes: new Uint8Array(), mediaType: 'image/jpeg' as const, width: 4, height: 3 }, 1],
])('its mark is on it where it has one', (mark, pictures) => {
  const shown = blocks(programmePaper({ ...about, mark, programme, services: [] })).filter(({ kind }) => kind === 'pictures')
  expect(shown).toHaveLength(pictures)
})
