import { withoutExempt } from './claim-exempt-rules.ts'
import { hanDigits, neighboursOf, stepOf, vagueOf, valueOfDigits, valueOfHan, type Numeral } from './claim-numeral-rules.ts'

/** A number in a text, with what it is said to count. */
export type FoundNumber = {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly said: Numeral
  /** The word right after it; empty where it counts nothing that is named. */
  readonly unit: string
  /** What follows the unit: 个 alone says nothing, 个小组 does. */
  readonly after: string
}

/** Units, the longest first, so that 人次 is not read as 人. */
const units =
  '人次 人时 户次 家次 场次 批次 节次 班次 件次 小时 课时 个小时 万元 亿元 个百分点 平方米 公斤 千克 公里 人 名 位 户 场 次 节 组 对 批 家 例 宗 个 件 份 袋 桶 斤 幅 副 台 张 支 条 项 类 期 套 盒 本 册 箱 辆 间 处 所 篇 班 课 天 元 分 吨 瓶 块 床 把 双 顿 盏 枚 步 米 壶 株 盆 盘 碗 只 头 封 首 句 通 人份 日'
    .split(' ')
    .toSorted((a, b) => b.length - a.length)
const unit = units.join('|')

const d = '[0-9０-９]'
const plain = `${d}{1,3}(?:[,，]${d}{3})+(?:[.．]${d}+)?|${d}+(?:[.．]${d}+)?`
const h = `[${hanDigits}]`
const more = '余|多|来|几'
const before = '超过|突破|不少于|不低于|至少|高达|多达|达到|逾|超|过|约为|大约|大概|将近|接近|约|近|达|有近|上'
const after = '以上|左右|上下|之多|有余|以内'
const dash = '[-－—–~～至到]+'

const percent = new RegExp(
  `(?<before>${before})?(?:百分之(?<han>${h}+(?:点${h}+)?)|(?<digits>${plain})\\s*(?<sign>[%％])|(?<tenths>[一二两三四五六七八九])成(?<half>半)?(?!立|果|为|员|就|长|功|年|绩|效|品|都|本|了|熟)|(?<whole>[一二两三四五六七八九十]+)分之(?<part>[一二两三四五六七八九十]+))(?<more>${more})?(?<after>${after})?`,
  'gu',
)
const range = new RegExp(
  `(?<low>${plain}|${h}+)(?<lowUnit>${unit})?\\s*${dash}\\s*(?<high>${plain}|${h}+)(?<scale>[万千百])?(?<more>${more})?(?<unit>${unit})`,
  'gu',
)
const vague = new RegExp(
  `(?<before>约|近|达|超过)?(?<word>[几数上近成])(?<place>[十百千万亿]+)(?<more>${more})?(?<unit>${unit})(?<after>${after})?`,
  'gu',
)
const number = new RegExp(
  `(?<before>${before})?\\s*(?:(?<digits>${plain})\\s*(?<scale>[亿万千百]+)?|(?<han>${h}+))\\s*(?<more>${more})?\\s*(?<unit>${unit})?(?<inner>多|余)?(?<after>${after})?`,
  'gu',
)

const atLeast = new Set(['超过', '突破', '不少于', '不低于', '至少', '逾', '超', '过', '上', '以上', '有余', '之多', '余', '多'])
const about = new Set(['约为', '大约', '大概', '约', '左右', '上下', '来', '几'])
const nearly = new Set(['将近', '接近', '近', '有近'])

function sensed(value: number, words: readonly (string | undefined)[], scale = 1): Numeral {
  const step = Math.max(stepOf(value), scale > 1 && Number.isInteger(value / scale) ? stepOf(value / scale) * scale : 1)
  const has = (set: ReadonlySet<string>) => words.some((word) => word !== undefined && set.has(word))
  if (has(atLeast)) return { value, sense: 'atLeast', top: value + step }
  if (has(nearly)) return { value, sense: 'nearly', top: value }
  if (has(about)) return { value, sense: 'about', top: value }
  return { value, sense: 'exact', top: value }
}

const scaleOf = (text: string | undefined): number =>
  text === undefined ? 1 : [...text].reduce((scale, each) => scale * ({ 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }[each] ?? 1), 1)

type Groups = Record<string, string | undefined>
type Read = { said: Numeral; unit: string } | undefined

function readPercent(g: Groups): Read {
  const words = [g['before'], g['more'], g['after']]
  const percent = (value: number, rough = false) => {
    const said = sensed(value, words)
    return {
      said:
        rough && said.sense === 'exact'
          ? { ...said, sense: 'about' as const }
          : rough && said.sense === 'atLeast'
            ? { ...said, top: value + 10 }
            : said,
      unit: '%',
    }
  }
  const value = (text: string | undefined) => (text === undefined ? undefined : valueOfHan(text))
  if (g['digits'] !== undefined) return percent(valueOfDigits(g['digits']))
  if (g['tenths'] !== undefined) return percent((value(g['tenths']) ?? 0) * 10 + (g['half'] === undefined ? 0 : 5), true)
  if (g['whole'] !== undefined && g['part'] !== undefined) return percent(((value(g['part']) ?? 0) / (value(g['whole']) ?? 1)) * 100, true)
  const [whole, part] = (g['han'] ?? '').split('点')
  const fraction = part === undefined ? 0 : Number(`0.${[...part].map((each) => valueOfHan(each) ?? 0).join('')}`)
  const read = value(whole)
  return read === undefined ? undefined : percent(read + fraction)
}

function valueOf(text: string): number | undefined {
  return /[0-9０-９]/u.test(text) ? valueOfDigits(text) : valueOfHan(text)
}

function readRange(g: Groups): Read {
  const [low, high] = [valueOf(g['low'] ?? ''), valueOf(g['high'] ?? '')]
  if (low === undefined || high === undefined || high <= low) return undefined
  const scale = scaleOf(g['scale'])
  const from = low < 100 && scale > 1 ? low * scale : low
  return { said: { value: from, sense: 'between', top: high * scale }, unit: g['unit'] ?? '' }
}

function readVague(g: Groups): Read {
  const said = vagueOf(g['word'] ?? '', g['place'] ?? '')
  return said === undefined ? undefined : { said, unit: g['unit'] ?? '' }
}

/** A Chinese numeral counts only with a unit; 一 with one is an article (一场活动) unless it counts attendances. */
function readNumber(g: Groups): Read {
  const found = g['unit'] ?? ''
  const words = [g['before'], g['more'], g['inner'], g['after']]
  if (g['digits'] !== undefined) {
    const scale = scaleOf(g['scale'])
    const value = Math.round(valueOfDigits(g['digits']) * scale * 100) / 100
    return { said: sensed(value, words, scale), unit: found }
  }
  const han = g['han'] ?? ''
  if (found === '') return undefined
  const side = neighboursOf(han)
  if (side !== undefined) return { said: side, unit: found }
  const value = valueOfHan(han)
  if (value === undefined || (value < 2 && g['more'] === undefined)) return undefined
  return { said: sensed(value, words), unit: found }
}

const readers: readonly [RegExp, (groups: Groups) => Read][] = [
  [percent, readPercent],
  [range, readRange],
  [vague, readVague],
  [number, readNumber],
]

/** Every number that claims something, in the order of the text. */
export function findNumbers(text: string, names: readonly string[] = []): FoundNumber[] {
  let left = withoutExempt(text, names)
  const found: FoundNumber[] = []
  for (const [pattern, read] of readers)
    for (const match of left.matchAll(pattern)) {
      const number = read(match.groups ?? {})
      if (number === undefined) continue
      const from = match.index + (/^\s*/u.exec(match[0])?.[0].length ?? 0)
      const to = match.index + match[0].trimEnd().length
      found.push({ from, to, text: text.slice(from, to), ...number, after: left.slice(to, to + 8) })
      left = left.slice(0, from) + '\u0000'.repeat(to - from) + left.slice(to)
    }
  return found.toSorted((a, b) => a.from - b.from)
}
