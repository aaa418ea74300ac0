import { type Day, addDays, dayOfNumber, dayNumber, daySchema } from '../../../kernel/day.ts'
import { checkCharacterOf } from '../../../kernel/identity-number.ts'
import type { Chance } from './chance-testing.ts'

export type Sex = 'male' | 'female'

export type Person = {
  readonly name: string
  readonly sex: Sex
  readonly birth: Day
  readonly number: string
  readonly phone: string
}

const families = Array.from(
  '贺邱秦江史顾侯孟龙万段漕钱汤尹黎易常武乔贝赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边',
)
const ofMen = Array.from('国建志德永福庆学忠喜振宝玉长兴树成广文洪凤殿连军林春生')
const ofWomen = Array.from('秀桂淑玉凤素亚丽雅翠月彩慧香兰英珍芝琴娥华荣敏芳艳云清')
const last = Array.from('山海川峰涛岩坤祥贵财义仁礼和平安民臣才森坡江田林春')
const lastOfWomen = Array.from('兰英珍芝琴娥华荣敏芳艳云清梅菊霞莲红杰洁萍蓉霜')

/** Names, each given once. */
export function namesOf(chance: Chance): (sex: Sex) => string {
  const taken = new Set<string>()
  return (sex) => {
    for (;;) {
      const middle = chance.likely(0.15) ? '' : chance.pick(sex === 'male' ? ofMen : ofWomen)
      const name = chance.pick(families) + middle + chance.pick(sex === 'male' ? last : lastOfWomen)
      if (taken.has(name) || new Set(name).size < name.length) continue
      taken.add(name)
      return name
    }
  }
}

const soundsLike = [
  '秀绣',
  '文闻',
  '英瑛',
  '珍真',
  '华花',
  '军君',
  '平萍',
  '芳方',
  '志至',
  '清青',
  '兰岚',
  '荣容',
  '云芸',
  '玉育',
  '梅玫',
  '福扶',
  '成诚',
  '仁人',
  '素速',
  '月悦',
]

/** Another name that sounds the same; undefined when none is known. */
export function homophoneOf(name: string): string | undefined {
  for (const [from = '', to = ''] of soundsLike.map((pair) => Array.from(pair)))
    if (name.slice(1).includes(from)) return name.slice(0, 1) + name.slice(1).replace(from, to)
  return undefined
}

/** Numbers and telephones of nobody: the area 000000 was never given out, nor mobile numbers that begin with 100. */
export function makePeople(chance: Chance) {
  const numbers = new Set<string>()
  const tails = new Set<string>()
  const numberOf = (birth: Day, sex: Sex): string => {
    for (;;) {
      const sequence = chance.whole(1, 99) * 10 + chance.whole(0, 4) * 2 + (sex === 'male' ? 1 : 0)
      const first17 = `000000${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
      const number = first17 + checkCharacterOf(first17)
      if (numbers.has(number) || number.endsWith('000')) continue
      numbers.add(number)
      return number
    }
  }
  const phone = (): string => {
    for (;;) {
      const digits = `100${String(chance.whole(0, 99_999_999)).padStart(8, '0')}`
      if (tails.has(digits.slice(-4))) continue
      if (tails.size < 5000) tails.add(digits.slice(-4))
      return digits
    }
  }
  const dayBetween = (from: string, to: string): Day => {
    const [first, end] = [daySchema.parse(from), daySchema.parse(to)]
    return dayOfNumber(chance.whole(dayNumber(first), dayNumber(end)))
  }
  return {
    numberOf,
    phone,
    dayBetween,
    make: (name: string, sex: Sex, birth: Day): Person => ({ name, sex, birth, number: numberOf(birth, sex), phone: phone() }),
  }
}

export type PeopleMaker = ReturnType<typeof makePeople>

/** A day of the working week within a period, for what happens. */
export function workdayOf(chance: Chance, from: Day, to: Day): Day {
  for (;;) {
    const day = dayOfNumber(chance.whole(dayNumber(from), dayNumber(to)))
    const weekday = (dayNumber(day) + 4) % 7
    if (weekday !== 0 && weekday !== 6) return day
  }
}

export const daysAfter = (day: Day, days: number): Day => addDays(day, days)
