import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { characterTable, chineseTextsOf, traditionalTable } from '../../../tools/traditional-plugin.ts'
import { noTable, phrase } from './phrase-rules.ts'

const greeting = { zh: '{who}，您有 {n} 件待办', en: '{who}, {n} things wait for you' }

describe('a text on a screen', () => {
  test('speaks the language of whoever reads it, with names and numbers in their places', () => {
    expect(phrase(greeting, 'zh-CN', noTable, { who: '王芳', n: 3 })).toBe('王芳，您有 3 件待办')
    expect(phrase(greeting, 'en', noTable, { who: 'Wang Fang', n: 3 })).toBe('Wang Fang, 3 things wait for you')
  })

  test('a place that nothing was given for stays visible instead of vanishing', () => {
    expect(phrase(greeting, 'en', noTable, { who: 'Wang Fang' })).toBe('Wang Fang, {n} things wait for you')
  })

  test('readers of traditional script get the form made at build, and the same text where both scripts agree', () => {
    const table = { texts: { 头发: '頭髮' }, characters: characterTable() }
    expect(phrase({ zh: '头发', en: 'Hair' }, 'zh-Hant', table)).toBe('頭髮')
    expect(phrase({ zh: '人次', en: 'Attendances' }, 'zh-Hant', table)).toBe('人次')
  })

  test('what the server puts together is told character by character', () => {
    const table = { texts: {}, characters: characterTable() }
    expect(phrase({ zh: '第12行的电话写了两个', en: 'Two telephones in row 12' }, 'zh-Hant', table)).toBe('第12行的電話寫了兩個')
  })
})

describe('the texts of the house', () => {
  const files = globSync(['src/web/**/*words.ts', 'src/features/*/*words.ts'])

  test('every Chinese text that stands as it is gets found at build, so none is left in the other script', () => {
    const written = files.flatMap((path) => readFileSync(path, 'utf8').match(/\bzh:\s*['"]/g) ?? []).length
    const found = files.flatMap((path) => chineseTextsOf(path, readFileSync(path, 'utf8'))).length
    expect(found).toBeGreaterThan(300)
    expect(found).toBe(written)
  })

  test('texts of the screens are never put together at run time: a place is left for what changes', () => {
    const screens = globSync([
      'src/web/**/*words.ts',
      'src/features/{identity,people,ledger,projects,organisations,places,merging,measures}/*words.ts',
    ])
    expect(screens.filter((path) => readFileSync(path, 'utf8').includes('zh: `'))).toEqual([])
  })

  test('the table holds the names of roles and of endpoints too', () => {
    const table = traditionalTable(process.cwd())
    expect(table['登录']).toBe('登錄')
    expect(table['系统管理员']).toBe('系統管理員')
  })

  test('a text names the same places in both languages', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join(' ')
    const odd = files.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/zh:\s*'([^']*)',\s*en:\s*(?:'([^']*)'|"([^"]*)")/g)]
        .filter(([, zh = '', single, double]) => places(zh) !== places(single ?? double ?? ''))
        .map(([text]) => `${path}: ${text}`),
    )
    expect(odd).toEqual([])
  })
})
