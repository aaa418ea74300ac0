import type { Cell } from './book-schema.ts'
import type { Reading } from './cell-schema.ts'
import { plainWord, wordsOf } from './header-rules.ts'
import { noLabelWords } from './label-words.ts'
import { halfWidth } from './text-cell-rules.ts'
import { labelCodeOf } from './vocabulary-rules.ts'

const none = new Set(wordsOf(noLabelWords).map(plainWord))
const longest = 1000

/**
 * A list of hardship labels in one cell as codes, by whatever sign they are set apart. Words that are no label leave
 * a fault beside the codes that were understood.
 */
export function readLabels(cell: Cell): Reading<readonly string[]> {
  const codes = new Set<string>()
  let unknown = false
  let said = false
  const pieces = halfWidth(cell.text.slice(0, longest)).split(/[,、;/|+&\n\r\t\s()[\]【】〔〕。.和及与兼·]+/)
  for (const piece of pieces) {
    const plain = plainWord(piece.replace(/^[√✓✔☑■]/, '').replace(/^\d{1,2}[.、:]/, ''))
    if (plain === '' || /^[☐□×]/.test(piece)) continue
    said = true
    if (none.has(plain)) continue
    const found = codesIn(plain)
    for (const code of found ?? []) codes.add(code)
    if (found?.length === 0 && !isGradeOnly(plain)) unknown = true
  }
  if (!said) return { value: [] }
  return unknown ? { value: [...codes], fault: 'unreadable' } : { value: [...codes] }
}

/** 二级 beside 残疾 is a grade, 80 beside 高龄 an age: no label of their own, and no puzzle either. */
const isGradeOnly = (plain: string) =>
  /^(?:[一二三四1-4]级|肢体|视力|听力|言语|智力|精神|多重|\d{1,3}岁?|老人|老年人|户|家庭|人员)(?:残疾)?(?:[一二三四1-4]级)?$/.test(plain)

/** The labels in one piece: one, or several run together (独居低保). What is denied (非低保) is none. */
function codesIn(plain: string): string[] | undefined {
  const whole = labelCodeOf(plain)
  if (whole !== undefined) return [whole]
  if (/^(?:非|不|未|无|没)/.test(plain)) return undefined
  const codes: string[] = []
  let at = 0
  while (at < plain.length && at < 40) {
    let length = Math.min(plain.length - at, 14)
    while (length >= 2 && labelCodeOf(plain.slice(at, at + length)) === undefined) length -= 1
    const code = length < 2 ? undefined : labelCodeOf(plain.slice(at, at + length))
    if (code !== undefined) codes.push(code)
    at += code === undefined ? 1 : length
  }
  return codes
}

const categories: readonly (readonly [RegExp, string])[] = [
  [/视力|视障|盲|低视/, 'sight'],
  [/听力|听障|聋/, 'hearing'],
  [/言语|语言|哑/, 'speech'],
  [/肢体|肢残|肢/, 'limbs'],
  [/智力|智障|智残/, 'intellect'],
  [/精神/, 'mind'],
  [/多重/, 'several'],
]

const grades: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  ⅰ: 1,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
}

/** 肢体二级, 4级, 言语残疾三级: the category by the code of the people feature, and the grade. */
export function readDisability(cell: Cell): Reading<{ readonly category?: string; readonly grade?: number }> {
  const text = halfWidth(cell.text.slice(0, 100)).replace(/\s/g, '').toLowerCase()
  if (none.has(plainWord(text)) || plainWord(text) === '') return { empty: true }
  const kinds = categories.filter(([word]) => word.test(text)).map(([, kind]) => kind)
  const category = kinds.length > 1 ? 'several' : kinds[0]
  const written = /([一二三四壹贰叁肆1-4]|iv|i{1,3})级/.exec(text)?.[1] ?? /(?:^|[^\d])([一二三四1-4])$/.exec(text)?.[1]
  const grade = written === undefined ? undefined : grades[written]
  if (category === undefined && grade === undefined) return { fault: 'unreadable' }
  return { value: { ...(category === undefined ? {} : { category }), ...(grade === undefined ? {} : { grade }) } }
}
