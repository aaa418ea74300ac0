import type { PartOfDay, Times } from './link-kind-schema.ts'

const parts: readonly PartOfDay[] = ['morning', 'afternoon', 'evening']
const everyTime = (1 << 21) - 1

/** Times as 21 bits: three parts of each of seven days. */
export function bitsOf(times: Times): number {
  const days = times.days.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : times.days
  const own = times.parts.length === 0 ? parts : times.parts
  let bits = 0
  for (const day of days) for (const part of own) bits |= 1 << ((day - 1) * 3 + parts.indexOf(part))
  return bits
}

export const isAnyTime = (bits: number): boolean => bits === everyTime

/** The day and part of a bit. */
const timeOfBit = (bit: number): { day: number; part: PartOfDay } => ({
  day: Math.floor(bit / 3) + 1,
  part: parts[bit % 3] ?? 'morning',
})

/** The first time that both have, or undefined. */
export function firstCommon(a: number, b: number): { day: number; part: PartOfDay } | undefined {
  const both = a & b
  return both === 0 ? undefined : timeOfBit(31 - Math.clz32(both & -both))
}

const dayNames = '一二三四五六日'
const dayOf = (name: string): number => (name === '天' ? 7 : dayNames.indexOf(name) + 1)

/**
 * When somebody can, read from what was written: “周末上午”, “周一至周五”, “周二、周四下午”, “工作日晚上”, “随时”. Null
 * when it says nothing that is understood.
 */
export function timesWritten(text: string | null): Times | null {
  const written = (text ?? '').replaceAll(/\s+/g, '').replaceAll(/星期|礼拜/g, '周')
  if (written === '') return null
  const days = new Set<number>()
  for (const [, from = '', to = ''] of written.matchAll(/周([一二三四五六日天])(?:至|到|-|—|~|～)周?([一二三四五六日天])/g))
    for (let day = dayOf(from); day <= dayOf(to); day++) days.add(day)
  for (const [, names = ''] of written.matchAll(/周([一二三四五六日天、，,和及周]+)/g))
    for (const name of names) if (dayOf(name) > 0) days.add(dayOf(name))
  if (/周末|双休|节假日/.test(written)) for (const day of [6, 7]) days.add(day)
  if (/工作日|平日|平时/.test(written)) for (const day of [1, 2, 3, 4, 5]) days.add(day)
  const own = new Set<PartOfDay>()
  if (/上午|早上|早晨|白天/.test(written)) own.add('morning')
  if (/下午|午后|白天/.test(written)) own.add('afternoon')
  if (/晚|夜|下班后/.test(written)) own.add('evening')
  const any = /随时|不限|均可|都可以|全天|每天|任何时间|灵活/.test(written)
  if (days.size === 0 && own.size === 0 && !any) return null
  return { days: [...days].toSorted((a, b) => a - b), parts: parts.filter((part) => own.has(part)) }
}
