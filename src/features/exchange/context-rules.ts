import type { Cell } from './book-schema.ts'
import { formWords, type LooseFormWords } from './form-words.ts'
import { plainWord, toSimplified, wordsOf } from './header-rules.ts'
import type { Table } from './table-rules.ts'
import { isKnownHeader, isLabelHeader, matchesOf } from './vocabulary-rules.ts'

/** A value for a field that has no column: from a line above the table, its title, its sheet or its file. */
export type ContextValue = { readonly field: string; readonly cell: Cell; readonly label: string; readonly row?: number }

const looseForms: Readonly<Record<string, LooseFormWords>> = formWords

/** Fields that hold a number such as YZ-01, which a sheet may be named after. */
const codeFields = new Set([
  'groupNumber',
  'activityNumber',
  'clinicNumber',
  'lessonNumber',
  'caseNumber',
  'relatedNumber',
  'exhibition',
  'lot',
])

const dayWritten = /(?:19|20)\d{2}\s*[年.\-/]\s*\d{1,2}\s*[月.\-/]\s*\d{1,2}\s*日?/
/** A list of calls says so in its title, and not again in each line. */
const remote = /电话|视频|微信|线上/
const codeWritten = /(?<![A-Za-z\d])[A-Z]{1,4}(?:\d{4})?-?\d{1,6}(?![A-Za-z\d])/

/** Words that stand before 社区 or 村 without being a community's name. */
const noCommunity =
  /^(?:农|个|城中|贫困|各|本|全|该|我|所在|所属|服务|实施|试点|项目|覆盖|城市|农村|老年|老旧|居住|重点|示范|进|走进|智慧|美丽|和谐|文明|新|乡|城乡|街道|各个|全部|多个|五个|十八个|\d+个|[一二三四五六七八九十]+个)$/

/** The community that a title names: 胜利街道旌旗社区困境老人花名册 → 旌旗社区. */
export function communityIn(text: string): string | undefined {
  const plain = toSimplified(text)
    .slice(0, 60)
    .replace(
      /^\s*(?:[\d.、\-_]+|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]?[、.．:：\s]|[（(][一二三四五六七八九十]{1,3}[)）])\s*/,
      '',
    )
    .replace(/\s+/g, '')
  const after = plain
    .replace(/^.*?(?:省|自治区)/, '')
    .replace(/^[^社村]{1,6}市/, '')
    .replace(/^[^社村]{1,6}[区县](?!社区)/, '')
    .replace(/^[^社村]{1,8}(?:街道办事处|街道|镇|乡)/, '')
  const match =
    /^[“"《【（(]?([\p{Script=Han}A-Za-z\d]{1,8}?(?:社区|村委会|居委会|村))/u.exec(after) ??
    /[（(]([\p{Script=Han}]{1,8}?(?:社区|村))/u.exec(plain)
  const name = match?.[1]
  if (name === undefined || noCommunity.test(name.replace(/(?:社区|村委会|居委会|村)$/, ''))) return undefined
  return name
}

const notAPlace = /\d|[年月日表册单总汇男女]|记录|签到|名单|统计|数据|台账|活动|服务|项目|老人|小组|说明|目录|封面/

/** 曙光, when the sheets of a book are named so one and all: a place, since nothing else divides a list in this way. */
function bareCommunityIn(sheet: string, sheets: readonly string[]): string | undefined {
  const bare = (name: string) =>
    toSimplified(name)
      .trim()
      .replace(/^\d{1,3}[\s.、_-]*/, '')
  const isPlace = (name: string) =>
    /^\p{Script=Han}{2,5}$/u.test(name) && !notAPlace.test(name) && !isKnownHeader(name) && !isLabelHeader(name)
  const places = sheets.map(bare).filter((name) => isPlace(name) || communityIn(name) !== undefined)
  return isPlace(bare(sheet)) && places.length >= 3 && places.length * 4 >= sheets.length * 3 ? bare(sheet) : undefined
}

/** A group's or an activity's own name in a title, without what sort of form it heads. */
function ownTitle(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(
      /(?:活动)?(?:各节)?(?:签到表?|签到册|出勤表|考勤表|记录表?|计划书?|计划表|登记表|一览表|花名册|组员名单|组员出勤|活动安排)(?:[（(].*[)）])?$/,
      '',
    )
    .trim()
  return bare.length >= 2 && !/^[一二三四五六七八九十\d]+[、.]/.test(bare) ? bare : undefined
}

/** The values that a table's surroundings give to a form's fields. */
export function contextOf(form: string, table: Table): ContextValue[] {
  const fields = looseForms[form]?.context ?? []
  return fields.flatMap((field) => {
    const value = fromSideLine(form, field, table) ?? fromNames(field, table)
    return value === undefined ? [] : [value]
  })
}

const communityLabels = new Set(wordsOf('填报单位 填表单位 单位 上报单位 地点 活动地点 社区名 报送单位 填报社区').map(plainWord))

function fromSideLine(form: string, field: string, table: Table): ContextValue | undefined {
  const known = table.sideValues
    .map((value) => ({
      value,
      strength: matchesOf(value.label).find((match) => match.form === form && match.field === field)?.strength ?? 0,
    }))
    .filter(({ strength }) => strength > 0.7)
    .toSorted((a, b) => b.strength - a.strength)[0]?.value
  if (known !== undefined) return { field, cell: known.cell, label: known.label, row: known.row }
  if (field !== 'community') return undefined
  const named = table.sideValues.find((value) => communityLabels.has(plainWord(value.label)) && communityIn(value.cell.text) !== undefined)
  return named === undefined ? undefined : { field, cell: { text: communityIn(named.cell.text) ?? '' }, label: named.label, row: named.row }
}

/** From the title nearest to the table, the sheet's name and the file's, in that order. */
function fromNames(field: string, table: Table): ContextValue | undefined {
  const titles = table.titles.toReversed().map((title) => ({ text: title.text, label: '标题', row: title.row }))
  const sheet = table.sheet === undefined ? [] : [{ text: table.sheet, label: '工作表名', row: table.headerRow }]
  const file = [{ text: table.file.replace(/\.[A-Za-z]{2,5}$/, ''), label: '文件名', row: table.headerRow }]
  const find = (
    sources: readonly { text: string; label: string; row: number }[],
    take: (text: string) => string | undefined,
  ): ContextValue | undefined => {
    for (const { text, label, row } of sources) {
      const taken = take(text)
      if (taken !== undefined) return { field, cell: { text: taken }, label, row }
    }
    return undefined
  }
  if (field === 'community')
    return find([...sheet, ...titles, ...file], communityIn) ?? find(sheet, (text) => bareCommunityIn(text, table.sheets))
  if (field === 'day') {
    // 活动：母亲节插花（2024.5.6）
    const values = table.sideValues.map(({ cell, label, row }) => ({ text: cell.text, label, row }))
    return find([...titles, ...sheet, ...values], (text) => dayWritten.exec(text)?.[0])
  }
  if (field === 'means')
    return find([...titles, ...sheet, ...file], (text) => (/入户|上门/.test(text) ? undefined : remote.exec(text)?.[0]))
  if (codeFields.has(field)) return find([...sheet, ...titles], (text) => codeWritten.exec(text.normalize('NFKC'))?.[0])
  if (field === 'groupTitle' || field === 'activityTitle') {
    const own = table.ownTitles.map((title) => ({ text: title.text, label: '标题', row: title.row }))
    return find(own, ownTitle) ?? find(titles.toReversed(), ownTitle)
  }
  return undefined
}

/** The year that a table's days belong to when they are written without one. */
export function yearOf(table: Table): number | undefined {
  const sources = [
    ...table.titles.toReversed().map((title) => title.text),
    table.sheet ?? '',
    ...table.sideValues.map((value) => value.cell.text),
    table.file,
  ]
  for (const text of sources) {
    const year = /(?<!\d)(20\d{2})\s*(?:年|[.\-/]\d{1,2}(?!\d))/.exec(text)?.[1] ?? /(?<!\d)(20\d{2})(?!\d)/.exec(text)?.[1]
    if (year !== undefined) return Number(year)
  }
  return undefined
}
