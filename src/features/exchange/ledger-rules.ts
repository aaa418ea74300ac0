import { type Assignment, fieldSorts, samplesOf } from './column-rules.ts'
import type { FormId } from './form-schema.ts'
import { plainForms, plainWord, toSimplified, wordsOf } from './header-rules.ts'
import { type Recognition, recogniseAs } from './recognition-rules.ts'
import type { Table } from './table-rules.ts'
import type { Column } from './table-header-rules.ts'

/** A part of a table whose rows are services of many kinds, and what it was taken for. */
export type LedgerPart = { readonly table: Table; readonly recognition: Recognition }

const kindHeaders = new Set(
  wordsOf(
    '服务类型 服务类别 服务形式 服务方式 服务项目 服务种类 服务性质 服务名称 工作类型 工作类别 工作内容分类 业务类型 类型 类别 项目类型',
  ).map(plainWord),
)
const contentHeaders = new Set(wordsOf('服务内容 内容 主题 服务主题 活动内容 主要内容 工作内容 具体内容 事项').map(plainWord))

/** The kinds of services in the order in which their words are looked for, with the form that each has a row of. */
const kinds: readonly (readonly [FormId, RegExp])[] = [
  ['respite', /喘息|替代照护/],
  ['groupRoll', /小组/],
  ['caseSession', /个案|心理|面谈|会谈|咨询|辅导/],
  ['clinic', /义诊|体检|血压|血糖|健康(?:检测|监测|筛查)/],
  ['visits', /探访|走访|探视|巡访|家访|入户|上门|慰问|电话/],
  ['signIn', /活动|讲座|联欢|节日|茶话会|文娱/],
]

/** Where the word for the kind goes, or what was done, in a form that asks for it. */
const kindFields: Readonly<Record<string, string>> = { visits: 'means', caseSession: 'method' }
const contentFields: Readonly<Record<string, string>> = { signIn: 'activityTitle' }

/** Without a group's name nobody knows which group a line was of. */
const alsoNeeded: Readonly<Record<string, readonly string[]>> = { groupRoll: ['groupTitle', 'groupNumber'] }

const kindOf = (text: string | undefined) => (text === undefined ? undefined : kinds.find(([, word]) => word.test(toSimplified(text)))?.[0])

const mostKinds = 20
const fewestKnown = 0.7

const isHeadedBy = (words: ReadonlySet<string>) => (column: Column) => plainForms(column.text).some((form) => words.has(form))

/** The column that says of each row what kind of service it was: few different words, most of which are known. */
function kindColumnOf(table: Table): Column | undefined {
  return table.columns.filter(isHeadedBy(kindHeaders)).find(({ column }) => {
    const samples = samplesOf(table, column)
    const known = samples.filter((text) => kindOf(text) !== undefined).length
    return new Set(samples).size <= mostKinds && known > 0 && known >= samples.length * fewestKnown
  })
}

/**
 * A ledger of many kinds of services in one list, taken apart: the rows of each kind as a table of its form. A kind whose
 * form asks for more than the ledger says stays for somebody to look at.
 */
export function partsOfLedger(table: Table): LedgerPart[] {
  const kindColumn = kindColumnOf(table)
  if (kindColumn === undefined) return []
  const rows = Map.groupBy(table.rows, ({ row }) => kindOf(row.cells.get(kindColumn.column)?.text))
  return [...rows].map(([form, own]) => {
    const words = new Set(own.flatMap(({ row }) => row.cells.get(kindColumn.column)?.text.trim() ?? []))
    const part = { ...table, rows: own, part: words.size === 0 ? '—' : [...words].slice(0, 5).join('、') }
    return { table: part, recognition: form === undefined ? unknown(part) : partAs(form, part, kindColumn) }
  })
}

const unknown = (table: Table): Recognition => ({ confidence: 0, assignments: table.columns.map((column) => ({ column })) })

function partAs(form: FormId, table: Table, kindColumn: Column): Recognition {
  const isContent = isHeadedBy(contentHeaders)
  const given = ({ column, field }: Assignment): Assignment => {
    const own = column === kindColumn ? kindFields[form] : isContent(column) ? contentFields[form] : undefined
    return own !== undefined && own in (fieldSorts[form] ?? {})
      ? { column, field: own }
      : { column, ...(field === undefined ? {} : { field }) }
  }
  return recogniseAs(form, table, given, alsoNeeded[form])
}
