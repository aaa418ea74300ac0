import { describe, expect, test } from 'vitest'
import { sizeText, together, troubleOf } from './upload-rules.ts'

describe('files chosen for an import', () => {
  test.each([
    [{ name: '01 老人花名册.xlsx', size: 314_436 }, undefined],
    [{ name: '补报.CSV', size: 13_448 }, undefined],
    [{ name: '旧表.xls', size: 20_000 }, 'wrongKind'],
    [{ name: '照片.jpg', size: 20_000 }, 'wrongKind'],
    [{ name: '空.xlsx', size: 0 }, 'empty'],
    [{ name: '大.xlsx', size: 31_000_000 }, 'tooLarge'],
  ])('%j is told before it is sent: %s', (file, trouble) => {
    expect(troubleOf(file)).toBe(trouble)
  })

  test('a file chosen again replaces the former, and all stand in the order of their numbers', () => {
    const before = [
      { name: '10 探访.xlsx', size: 1 },
      { name: '2 个案.xlsx', size: 1 },
    ]
    expect(together(before, [{ name: '10 探访.xlsx', size: 2 }])).toEqual([
      { name: '2 个案.xlsx', size: 1 },
      { name: '10 探访.xlsx', size: 2 },
    ])
  })

  test('sizes as people say them', () => {
    expect([sizeText(512), sizeText(13_448), sizeText(1_250_000)]).toEqual(['512 B', '13 KB', '1.3 MB'])
  })
})
