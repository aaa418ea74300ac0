import { csvText } from '../../kernel/csv.ts'
import { codeOf } from '../publishing/figure-text-rules.ts'
import type { FigureRecord } from '../publishing/figure-record-schema.ts'
import type { PublishedFigure } from './portal-schema.ts'

/** The columns of the open data, with what each means. */
const columns = {
  id: { zh: '数字的编号', en: 'Id of the figure' },
  project: { zh: '项目名称', en: 'Name of the project' },
  measure: { zh: '指标代码', en: 'Key of the measure' },
  version: { zh: '口径版本', en: 'Version of the rule' },
  name: { zh: '指标名称', en: 'Name of the measure' },
  value: { zh: '数值；空表示没有可计算的内容', en: 'Value; empty where there was nothing to count' },
  unit: { zh: '单位', en: 'Unit' },
  estimate: { zh: '是否估算：true 为估算，不得与清点数相加', en: 'Whether it is an estimate; never to be added to counts' },
  scope: { zh: '范围', en: 'Scope' },
  period_from: { zh: '服务期间起', en: 'First day of the services counted' },
  period_to: { zh: '服务期间止', en: 'Last day of the services counted' },
  as_of: { zh: '截至时间（UTC）', en: 'As-of moment (UTC)' },
  rule: { zh: '口径', en: 'The rule in words' },
  corrects: { zh: '被它更正的数字的编号', en: 'Id of the figure that it corrects' },
  corrected_by: { zh: '更正它的数字的编号', en: 'Id of the figure that corrects it' },
  code: { zh: '核验码', en: 'Code for verifying' },
  sha256: { zh: '记录的指纹：RFC 8785 规范形式的 SHA-256', en: 'SHA-256 over the record in its canonical form (RFC 8785)' },
} as const
type Column = keyof typeof columns
export type Row = Readonly<Record<Column, string | number | boolean | null>>

export function rowOf({ record, hash }: PublishedFigure, correctedBy: string | null): Row {
  const r: FigureRecord = record
  return {
    id: r.id,
    project: r.project.name,
    measure: r.measure,
    version: r.version,
    name: r.name.zh,
    value: r.value,
    unit: r.unit.zh,
    estimate: r.estimate !== null,
    scope: r.scopeText.zh,
    period_from: r.period.from,
    period_to: r.period.to,
    as_of: r.asOf,
    rule: r.rule.zh,
    corrects: r.corrects?.id ?? null,
    corrected_by: correctedBy,
    code: codeOf(hash),
    sha256: hash,
  }
}

/** The open data as one table. */
export const csvOf = (rows: readonly Row[]): string =>
  csvText(
    Object.keys(columns),
    rows.map((row) => Object.values(row)),
  )

export const dictionary = {
  columns: Object.entries(columns).map(([name, { zh, en }]) => ({ name, zh, en })),
  note: {
    zh: '人数按人去重，不同范围的人数不能相加；估算数单列。同一编号的记录不再改动，更正是新的记录。',
    en: 'Persons are counted once each, and those of different scopes are not added up; estimates stand apart. A record never changes; a correction is a new one.',
  },
}
