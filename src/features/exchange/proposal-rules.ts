import { type Assignment, fieldSorts, samplesOf } from './column-rules.ts'
import { communityIn } from './context-rules.ts'
import { readDay } from './day-cell-rules.ts'
import { halfWidth, isNothing } from './text-cell-rules.ts'
import type { Table } from './table-rules.ts'

/** What a column holds, told from its cells alone. */
type Content = 'idNumber' | 'phone' | 'sex' | 'day' | 'minutes' | 'community' | 'name'

/** The fields that a content may be proposed for, the likeliest first; the second column of names is rather a worker's. */
const fieldsFor: Readonly<Record<Content, readonly string[]>> = {
  idNumber: ['idNumber'],
  phone: ['phone', 'contactPhone'],
  sex: ['sex'],
  day: ['day'],
  minutes: ['minutes'],
  community: ['community'],
  name: ['name', 'names', 'elders', 'visitor', 'worker', 'confirmedBy', 'contactName'],
}

const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐伊佟隋纪华',
)

const tests: Readonly<Record<Content, (text: string) => boolean>> = {
  idNumber: (text) => /^(?:\d{17}[\dx]|\d{15})$/i.test(text),
  phone: (text) => /^1\d{10}$|^0\d{2,3}-?\d{7,8}$/.test(text.replace(/\s/g, '')),
  sex: (text) => /^[男女]$/.test(text),
  day: (text) => /\d{4}|月/.test(text) && readDay({ text }, { header: '', date1904: false, year: 2000 }).value !== undefined,
  minutes: (text) => /\d\s*(?:分钟|小时|h|min)/i.test(text),
  community: (text) => /(?:社区|村|居委会|村委会)$/.test(text) && communityIn(text) !== undefined,
  name: (text) => /^\p{Script=Han}{2,4}$/u.test(text) && surnames.has(text.charAt(0)),
}

const mostOf = 0.7

function contentOf(samples: readonly string[]): Content | undefined {
  const said = samples.filter((text) => !isNothing(text)).map((text) => halfWidth(text).trim())
  const contents: Content[] = ['idNumber', 'phone', 'sex', 'day', 'minutes', 'community', 'name']
  return said.length === 0 ? undefined : contents.find((content) => said.filter(tests[content]).length >= said.length * mostOf)
}

/** The columns of a table that no word gave a field, by what they hold. Somebody has to say whether they are right. */
export function proposeByContent(form: string, table: Table, assignments: readonly Assignment[]): Assignment[] {
  const fields = fieldSorts[form] ?? {}
  const used = new Set(assignments.map(({ field }) => field))
  return assignments.map((assignment) => {
    if (assignment.field !== undefined) return assignment
    const content = contentOf(samplesOf(table, assignment.column.column))
    const field = content === undefined ? undefined : fieldsFor[content].find((each) => each in fields && !used.has(each))
    if (field === undefined) return assignment
    used.add(field)
    return { column: assignment.column, field }
  })
}
