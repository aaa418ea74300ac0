import type { Day } from '../../kernel/day.ts'
import { maskedName, maskedPhone } from '../../kernel/masks.ts'

/** A confirmed service of a volunteer, with what order 67 asks to be known of both. */
export type RecordFacts = {
  readonly name: string
  readonly sex: 'unknown' | 'male' | 'female'
  readonly birth_date: Day | null
  readonly id_number_tail: string | null
  readonly area: string | null
  readonly phone: string | null
  readonly skills: string | null
  readonly service_kinds: string | null
  readonly title: string | null
  readonly day: Day
  readonly place: string | null
  readonly content: string | null
  readonly minutes: number
  readonly organisation: string
  readonly worker: string | null
  readonly rating: number | null
  readonly evaluation: string | null
  readonly confirmed_on: Day | null
}

/** The fields of order 67, articles 5, 7 and 10, in their order; the last says what a row lacks. */
export const recordHeaders: readonly string[] = [
  '姓名',
  '性别',
  '出生日期',
  '身份证件号码（末四位）',
  '居住区域',
  '联系方式',
  '专业技能',
  '服务类别',
  '活动名称',
  '日期',
  '地点',
  '服务内容',
  '服务时间（小时）',
  '服务时间（分钟）',
  '活动组织单位',
  '活动负责人',
  '服务质量评价',
  '评价日期',
  '缺少的信息',
]

/** What order 67 asks for and a record does not have, by the header's name. */
export function lacksOf(facts: RecordFacts): string[] {
  const known: readonly (readonly [string, unknown])[] = [
    ['性别', facts.sex === 'unknown' ? null : facts.sex],
    ['出生日期', facts.birth_date],
    ['身份证件号码', facts.id_number_tail],
    ['居住区域', facts.area],
    ['联系方式', facts.phone],
    ['专业技能', facts.skills],
    ['服务类别', facts.service_kinds],
    ['活动名称', facts.title],
    ['地点', facts.place],
    ['服务内容', facts.content],
    ['活动负责人', facts.worker],
    ['服务质量评价', facts.rating ?? facts.evaluation],
  ]
  return known.flatMap(([name, value]) => (value === null || value === '' ? [name] : []))
}

/** A row as it is handed over. Identity numbers are never whole: they are entered in the national system by hand. */
export function recordCells(facts: RecordFacts, { sex, sees }: { sex: string; sees: boolean }): (string | number | null)[] {
  const evaluation = [facts.rating === null ? null : `${facts.rating}星`, facts.evaluation]
    .filter((part) => part !== null && part !== '')
    .join('；')
  return [
    sees ? facts.name : maskedName(facts.name),
    facts.sex === 'unknown' ? null : sex,
    sees ? facts.birth_date : null,
    sees ? facts.id_number_tail : null,
    facts.area,
    facts.phone === null ? null : sees ? facts.phone : maskedPhone(facts.phone),
    facts.skills,
    facts.service_kinds,
    facts.title,
    facts.day,
    facts.place,
    facts.content,
    Math.round(facts.minutes / 6) / 10,
    facts.minutes,
    facts.organisation,
    facts.worker,
    evaluation === '' ? null : evaluation,
    evaluation === '' ? null : facts.confirmed_on,
    lacksOf(facts).join('、') || null,
  ]
}
