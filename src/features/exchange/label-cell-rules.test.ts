import { describe, expect, test } from 'vitest'
import { readDisability, readLabels } from './label-cell-rules.ts'
import { hardshipCodeSchema } from '../people/hardship-schema.ts'
import { labelWords } from './label-words.ts'

describe('hardship labels in one cell', () => {
  test.each([
    ['空巢、高龄', ['KC', 'GL']],
    ['丧偶，独居', ['SO', 'DJ']],
    ['独居老人 丧偶 低保', ['DJ', 'SO', 'DB']],
    ['残疾/独居', ['CJ', 'DJ']],
    ['低保户；五保', ['DB', 'TK']],
    ['独居低保', ['DJ', 'DB']],
    ['低保边缘', ['DBB']],
    ['半失能、失能', ['BSN', 'SN']],
    ['低保户且独居', ['DB', 'DJ']],
    ['失独家庭', ['JSTS']],
    ['残疾（二级）、独居', ['CJ', 'DJ']],
    ['1.低保 2.独居', ['DB', 'DJ']],
    ['✓低保 ☐特困 ✓独居', ['DB', 'DJ']],
    ['低保\n独居', ['DB', 'DJ']],
    ['獨居、喪偶', ['DJ', 'SO']],
    ['农村留守老人', ['LS']],
    ['80岁以上', ['GL']],
    ['退役军人', ['YF']],
    ['认知障碍', ['SZ']],
    ['低保,低保户', ['DB']],
  ])('%s', (text, expected) => {
    expect(readLabels({ text })).toEqual({ value: expected })
  })
  test.each(['无', '—', '非低保', '一般老人', '不是低保户', '/'])('none: %s', (text) => {
    expect(readLabels({ text })).toEqual({ value: [] })
  })
  test('words that are no label are said to be unreadable, and the others are still understood', () => {
    expect(readLabels({ text: '独居、爱唱歌' })).toEqual({ value: ['DJ'], fault: 'unreadable' })
  })
  test('every code that the words name is a code of the people feature', () => {
    for (const code of Object.keys(labelWords)) expect(hardshipCodeSchema.safeParse(code).success).toBe(true)
    expect(Object.keys(labelWords).toSorted()).toEqual(hardshipCodeSchema.options.toSorted())
  })
  test('a text of any length ends', () => {
    expect(readLabels({ text: '独居低保'.repeat(8000) }).value).toEqual(['DJ', 'DB'])
    expect(readLabels({ text: '独'.repeat(32_000) }).fault).toBe('unreadable')
  })
})

describe('a disability', () => {
  test.each([
    ['肢体二级', { category: 'limbs', grade: 2 }],
    ['4级', { grade: 4 }],
    ['二级', { grade: 2 }],
    ['言语残疾三级', { category: 'speech', grade: 3 }],
    ['听力三级', { category: 'hearing', grade: 3 }],
    ['肢体残疾（2级）', { category: 'limbs', grade: 2 }],
    ['精神一级', { category: 'mind', grade: 1 }],
    ['三级 视力', { category: 'sight', grade: 3 }],
    ['多重二级', { category: 'several', grade: 2 }],
    ['听力言语一级', { category: 'several', grade: 1 }],
    ['肢体', { category: 'limbs' }],
    ['肢体２级', { category: 'limbs', grade: 2 }],
    ['肢体壹级', { category: 'limbs', grade: 1 }],
  ])('%s', (text, expected) => {
    expect(readDisability({ text }).value).toEqual(expected)
  })
  test('无 is none, and a puzzle is said to be one', () => {
    expect(readDisability({ text: '无' })).toEqual({ empty: true })
    expect(readDisability({ text: '腿脚不好' })).toEqual({ fault: 'unreadable' })
  })
})
