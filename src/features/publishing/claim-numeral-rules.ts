/** How a number is meant: as it stands, at least, about, nearly, or between two. */
type Sense = 'exact' | 'atLeast' | 'about' | 'nearly' | 'between'

export type Numeral = {
  readonly value: number
  readonly sense: Sense
  /** The upper end of a range; of “at least”, where the next round number begins. */
  readonly top: number
}

const digits: Record<string, number> = Object.fromEntries(
  ['〇零', '一壹', '二两贰俩', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((each, value) =>
    [...each].map((one) => [one, value]),
  ),
)
const tens: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const groups: Record<string, number> = { 万: 10_000, 亿: 100_000_000 }

/** Every character that a Chinese numeral is written with. */
export const hanDigits = `${Object.keys(digits).join('')}${Object.keys(tens).join('')}${Object.keys(groups).join('')}`

/** 一千五百五十 → 1550, 二〇二四 → 2024, 三万五 → 35000; undefined for what is no number. */
export function valueOfHan(text: string): number | undefined {
  if (text === '') return undefined
  if ([...text].every((each) => digits[each] !== undefined)) return [...text].reduce((sum, each) => sum * 10 + (digits[each] ?? 0), 0)
  let whole = 0
  let section = 0
  let digit: number | undefined
  let last = 0
  for (const each of text) {
    const [ten, group] = [tens[each], groups[each]]
    if (digits[each] !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = digits[each]
      if (digit === 0) last = 0
    } else if (ten !== undefined) {
      section += (digit ?? 1) * ten
      digit = undefined
      last = ten
    } else if (group !== undefined) {
      const so = section + (digit ?? 0)
      whole = (whole + (so === 0 ? 1 : so)) * group
      section = 0
      digit = undefined
      last = group
    } else return undefined
  }
  // 三万五 says 35,000, 一百五 says 150: a last digit without its place is of the next place.
  return whole + section + (digit ?? 0) * (last > 10 ? last / 10 : 1)
}

/** 1,550 and １５５０ and 1.7 as numbers; the scale (万, 千, 百, 亿) is put in after. */
export const valueOfDigits = (text: string): number => Number(text.normalize('NFKC').replaceAll(/[,，\s]/g, ''))

/** The size of the last digit that is not nought: 1500 → 100, 17270 → 10, 349 → 1. */
export function stepOf(value: number): number {
  if (value === 0 || value % 10 !== 0) return 1
  return stepOf(value / 10) * 10
}

/** Digits that stand side by side: 五六十 is between 50 and 70, 三五个 between 3 and 5. */
export function neighboursOf(text: string): Numeral | undefined {
  const found = /^([一二两三四五六七八九])([一二三四五六七八九])([十百千万]*)$/.exec(text)
  if (found === null) return undefined
  const [, first = '', second = '', place = ''] = found
  const [low, high] = [digits[first] ?? 0, digits[second] ?? 0]
  if (high !== low + 1 && !(low === 3 && high === 5)) return undefined
  const scale = place === '' ? 1 : (valueOfHan(`一${place}`) ?? 1)
  return { value: low * scale, sense: 'between', top: (high + (scale > 1 ? 1 : 0)) * scale - (scale > 1 ? 1 : 0) }
}

const vague: Record<string, Numeral> = {
  几: { value: 2, sense: 'between', top: 9 },
  数: { value: 2, sense: 'between', top: 9 },
}

/** 数百, 几十, 上百, 近千, 百余: how many is said without a digit. */
export function vagueOf(word: string, place: string): Numeral | undefined {
  const scale = valueOfHan(place.length === 1 ? `一${place}` : place)
  if (scale === undefined) return undefined
  if (word === '上' || word === '成' || word === '过') return { value: scale, sense: 'atLeast', top: scale * 10 }
  if (word === '近') return { value: scale, sense: 'nearly', top: scale }
  const some = vague[word]
  return some === undefined ? undefined : { value: some.value * scale, sense: 'between', top: (some.top + 1) * scale - 1 }
}

/** How well a number as it is said fits a value: to the unit, within what was said, only as a loose lower bound, or not. */
export type Fit = 'exact' | 'within' | 'loose' | 'not'

export function fitOf(said: Numeral, value: number): Fit {
  switch (said.sense) {
    case 'exact':
      return said.value === value ? 'exact' : 'not'
    case 'atLeast':
      return value < said.value ? 'not' : value < said.top ? 'within' : 'loose'
    case 'about':
      return said.value === value
        ? 'exact'
        : Math.abs(said.value - value) <= Math.max(said.value * 0.05, Math.min(stepOf(said.value) / 2, said.value * 0.1))
          ? 'within'
          : 'not'
    case 'nearly':
      return value < said.value && value >= said.value * 0.9 ? 'within' : 'not'
    case 'between':
      return said.value <= value && value <= said.top ? 'within' : 'not'
  }
}
