import { expect, test } from 'vitest'
import { axisOf } from './axis-rules.ts'

test('an axis shows what is always shown and what was found beside, each once, what has none last', () => {
  const points = axisOf('community', ['211102002005'], ['211102003001', null, '211102002005'], new Map([['211102002005', '旌旗社区']]))
  expect(points.map(({ value, name }) => [value, name.zh])).toEqual([
    ['211102002005', '旌旗社区'],
    ['211102003001', '211102003001'],
    [null, '没有写社区'],
  ])
})

test('lines, kinds and labels stand in the order in which people speak of them, under their names', () => {
  expect(axisOf('line', [], ['social', 'mental'], new Map()).map(({ name }) => name.zh)).toEqual(['心理健康', '社会支持'])
  expect(axisOf('kind', [], ['linkage', 'case_session'], new Map()).map(({ name }) => name)).toEqual([
    { zh: '个案面谈', en: 'Casework session' },
    { zh: '资源链接', en: 'Linkage' },
  ])
  expect(axisOf('label', [], ['SO', 'DB', null], new Map()).map(({ name }) => name.zh)).toEqual(['低保', '丧偶', '没有困难类别'])
  expect(axisOf('grade', [], ['2', '1'], new Map()).map(({ name }) => name.zh)).toEqual(['一级', '二级'])
})
