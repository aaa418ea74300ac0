import type { Day } from '../../kernel/day.ts'
import { maskedName, maskedPhone } from '../../kernel/masks.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { RecordTable } from './volunteer-export-schema.ts'

/** What order 67, article 5, asks to be known of a volunteer. */
export type VolunteerFacts = {
  readonly name: string
  readonly sex: 'unknown' | 'male' | 'female'
  readonly birth_date: Day | null
  readonly id_number_tail: string | null
  /** Whole, where it was asked for. */
  readonly id_number: string | null
  readonly area: string | null
  readonly phone: string | null
  readonly skills: string | null
  readonly service_kinds: string | null
}

/** A confirmed service of a volunteer, with what articles 7 and 10 ask. */
export type RecordFacts = VolunteerFacts & {
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

/** Training, an award or an evaluation (articles 8 to 10). */
export type MeritFacts = VolunteerFacts & {
  readonly title: string
  readonly content: string | null
  readonly minutes: number | null
  readonly given_by: string | null
  readonly day: Day
}

type Cell = string | number | null
/** How a table is handed over: how sexes are called, whether names are seen, whether numbers are whole. */
export type Shown = { readonly sex: (sex: VolunteerFacts['sex']) => string; readonly sees: boolean; readonly whole: boolean }

const numberHeader = (whole: boolean): string => (whole ? '身份证件号码' : '身份证件号码（末四位）')
const lacksHeader = '缺少的信息'

/** A table's headers: the fields of the order in their order; the last says what a row lacks. */
export const recordHeaders = (table: RecordTable, whole: boolean): readonly string[] => {
  const number = numberHeader(whole)
  const basics = ['姓名', '性别', '出生日期', number, '居住区域', '联系方式', '专业技能', '服务类别']
  switch (table) {
    case 'volunteers':
      return [...basics, lacksHeader]
    case 'services':
      return [
        ...basics,
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
        lacksHeader,
      ]
    case 'training':
      return ['姓名', number, '培训名称', '主要内容', '学习时长（小时）', '举办单位', '日期', lacksHeader]
    case 'awards':
      return ['姓名', number, '表彰奖励名称', '日期', '授予单位', lacksHeader]
    case 'evaluations':
      return ['姓名', number, '服务质量评价', '评价日期', '评价单位', '说明', lacksHeader]
  }
}

const missing = (known: readonly (readonly [string, unknown])[]): string[] =>
  known.flatMap(([name, value]) => (value === null || value === '' ? [name] : []))

const basicsKnown = (facts: VolunteerFacts): readonly (readonly [string, unknown])[] => [
  ['性别', facts.sex === 'unknown' ? null : facts.sex],
  ['出生日期', facts.birth_date],
  ['身份证件号码', facts.id_number_tail],
  ['居住区域', facts.area],
  ['联系方式', facts.phone],
  ['专业技能', facts.skills],
  ['服务类别', facts.service_kinds],
]

/** What order 67 asks for and a record of service does not have, by the header's name. */
export const lacksOf = (facts: RecordFacts): string[] =>
  missing([
    ...basicsKnown(facts),
    ['活动名称', facts.title],
    ['地点', facts.place],
    ['服务内容', facts.content],
    ['活动负责人', facts.worker],
    ['服务质量评价', facts.rating ?? facts.evaluation],
  ])

const said = (lacks: readonly string[]): string | null => lacks.join('、') || null
const hours = (minutes: number): number => Math.round(minutes / 6) / 10
const nameOf = ({ name }: VolunteerFacts, { sees }: Shown): string => (sees ? name : maskedName(name))
const numberOf = (facts: VolunteerFacts, { sees, whole }: Shown): string | null =>
  sees ? (whole ? facts.id_number : facts.id_number_tail) : null

const basics = (facts: VolunteerFacts, shown: Shown): Cell[] => [
  nameOf(facts, shown),
  facts.sex === 'unknown' ? null : shown.sex(facts.sex),
  shown.sees ? facts.birth_date : null,
  numberOf(facts, shown),
  facts.area,
  facts.phone === null ? null : shown.sees ? facts.phone : maskedPhone(facts.phone),
  facts.skills,
  facts.service_kinds,
]

export const volunteerCells = (facts: VolunteerFacts, shown: Shown): Cell[] => [...basics(facts, shown), said(missing(basicsKnown(facts)))]

export function recordCells(facts: RecordFacts, shown: Shown): Cell[] {
  const evaluation = [facts.rating === null ? null : `${facts.rating}星`, facts.evaluation]
    .filter((part) => part !== null && part !== '')
    .join('；')
  return [
    ...basics(facts, shown),
    facts.title,
    facts.day,
    facts.place,
    facts.content,
    hours(facts.minutes),
    facts.minutes,
    facts.organisation,
    facts.worker,
    evaluation === '' ? null : evaluation,
    evaluation === '' ? null : facts.confirmed_on,
    said(lacksOf(facts)),
  ]
}

/** A row of training, of awards or of evaluations. */
export function meritCells(table: 'training' | 'awards' | 'evaluations', facts: MeritFacts, shown: Shown): Cell[] {
  const who = [nameOf(facts, shown), numberOf(facts, shown)]
  const number = ['身份证件号码', facts.id_number_tail] as const
  switch (table) {
    case 'training':
      return [
        ...who,
        facts.title,
        facts.content,
        facts.minutes === null ? null : hours(facts.minutes),
        facts.given_by,
        facts.day,
        said(missing([number, ['主要内容', facts.content], ['学习时长', facts.minutes], ['举办单位', facts.given_by]])),
      ]
    case 'awards':
      return [...who, facts.title, facts.day, facts.given_by, said(missing([number, ['授予单位', facts.given_by]]))]
    case 'evaluations':
      return [...who, facts.title, facts.day, facts.given_by, facts.content, said(missing([number]))]
  }
}

/** Whether whole identity numbers may be handed over: to whoever sees names, for a reason. */
export const mayHandNumbers = (sees: boolean, reason: string | undefined): Verdict =>
  reason === undefined || sees
    ? yes()
    : no(
        'export.numbers',
        {
          zh: '您的角色看不到姓名，不能导出完整证件号码。请由机构负责人或督导导出。',
          en: 'Your role sees no names, so whole identity numbers cannot be exported. Ask the manager or a supervisor.',
        },
        { field: 'numbersFor', sort: 'forbidden' },
      )
