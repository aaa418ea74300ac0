import type { Words } from '../../kernel/words.ts'
import { kindSchema, kindWords, lineSchema, lineWords } from '../ledger/kind-schema.ts'
import { hardshipCodeSchema, hardshipWords } from '../people/hardship-schema.ts'
import type { Dimension } from './scope-schema.ts'

export type Point = { readonly value: string | null; readonly name: Words }

const nothing: Record<Dimension, Words> = {
  community: { zh: '没有写社区', en: 'No community' },
  town: { zh: '没有写社区', en: 'No community' },
  home: { zh: '住处不详', en: 'Home not known' },
  month: { zh: '没有日期', en: 'Undated' },
  line: { zh: '没有服务线', en: 'No line' },
  kind: { zh: '没有类型', en: 'No kind' },
  label: { zh: '没有困难类别', en: 'No label' },
  grade: { zh: '没有残疾等级', en: 'No grade' },
}

const grades: Record<string, Words> = {
  1: { zh: '一级', en: 'Grade 1' },
  2: { zh: '二级', en: 'Grade 2' },
  3: { zh: '三级', en: 'Grade 3' },
  4: { zh: '四级', en: 'Grade 4' },
}

/** The order in which a dimension's points are shown where it is not that of their codes. */
const order: Partial<Record<Dimension, readonly string[]>> = {
  line: lineSchema.options,
  kind: kindSchema.options,
  label: hardshipCodeSchema.options,
}

function nameOf(dimension: Dimension, value: string, divisions: ReadonlyMap<string, string>): Words {
  const same = (text: string) => ({ zh: text, en: text })
  switch (dimension) {
    case 'community':
    case 'town':
    case 'home':
      return same(divisions.get(value) ?? value)
    case 'month':
      return same(value)
    case 'line': {
      const line = lineSchema.safeParse(value)
      return line.success ? lineWords[line.data] : same(value)
    }
    case 'kind': {
      const kind = kindSchema.safeParse(value)
      return kind.success ? { zh: kindWords[kind.data].zh, en: kindWords[kind.data].en } : same(value)
    }
    case 'label': {
      const label = hardshipCodeSchema.safeParse(value)
      return label.success ? hardshipWords[label.data] : same(value)
    }
    case 'grade':
      return grades[value] ?? same(value)
  }
}

/**
 * The points of one axis: those that are always shown, and those that the cells have beside; what has none comes last.
 * `divisions` gives the names of communities and towns by their codes.
 */
export function axisOf(
  dimension: Dimension,
  always: readonly string[],
  found: readonly (string | null)[],
  divisions: ReadonlyMap<string, string>,
): Point[] {
  const values = [...new Set([...always, ...found.filter((value) => value !== null)])]
  const rank = order[dimension]
  const sorted = rank === undefined ? values.toSorted() : values.toSorted((a, b) => rank.indexOf(a) - rank.indexOf(b))
  return [
    ...sorted.map((value) => ({ value, name: nameOf(dimension, value, divisions) })),
    ...(found.includes(null) ? [{ value: null, name: nothing[dimension] }] : []),
  ]
}
