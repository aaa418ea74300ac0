import type { Words } from '../../kernel/words.ts'
import { z } from 'zod'
import { partWords, weekdayWords } from './link-kind-schema.ts'
import type { Barrier, Fit, GiverFacts, NeedFacts } from './market-rules.ts'
import { bitsOf, firstCommon, isAnyTime } from './times-rules.ts'

/** Why somebody is proposed: a text by its name, with what is put into it, and the points that it brings. */
export const reasonSchema = z.object({
  name: z.enum([
    'skillSame',
    'skillNear',
    'skillNone',
    'areaHome',
    'areaTown',
    'areaCovered',
    'timeCommon',
    'timeAny',
    'timeUnknown',
    'leftMuch',
    'leftSome',
    'leftAny',
    'metBefore',
    'notYet',
    'recent',
    'stale',
    'vetted',
  ]),
  term: z.string().optional(),
  n: z.int().optional(),
  /** Bits of a day and a part of it. */
  day: z.int().optional(),
  part: z.enum(['morning', 'afternoon', 'evening']).optional(),
  points: z.number(),
})
export type Reason = z.infer<typeof reasonSchema>

/** A fit in words, the weightiest first. */
export function reasonsOf(need: NeedFacts, giver: GiverFacts, fit: Exclude<Fit, { barrier: Barrier }>, met: number): Reason[] {
  const { points } = fit
  const reasons: Reason[] = []
  if (need.skill !== '')
    reasons.push(
      fit.skill === undefined
        ? { name: 'skillNone', term: need.skill, points: 0 }
        : { name: fit.skill.level === 2 ? 'skillSame' : 'skillNear', term: fit.skill.term, points: points.skill },
    )
  reasons.push({ name: fit.near === 'home' ? 'areaHome' : fit.near === 'town' ? 'areaTown' : 'areaCovered', points: points.area })
  const wanted = bitsOf(need.times)
  const common = giver.times === null ? undefined : firstCommon(wanted, bitsOf(giver.times))
  if (common === undefined) reasons.push({ name: 'timeUnknown', points: points.time })
  else if (isAnyTime(wanted) || (giver.times !== null && isAnyTime(bitsOf(giver.times))))
    reasons.push({ name: 'timeAny', points: points.time })
  else reasons.push({ name: 'timeCommon', day: common.day, part: common.part, points: points.time })
  if (giver.left === null) reasons.push({ name: 'leftAny', points: points.left })
  else reasons.push({ name: giver.left >= need.quantity * 3 ? 'leftMuch' : 'leftSome', n: giver.left, points: points.left })
  if (met > 0) reasons.push({ name: 'metBefore', n: met, points: points.continuity })
  reasons.push(
    giver.recent === 0 ? { name: 'notYet', points: points.fairness } : { name: 'recent', n: giver.recent, points: points.fairness },
  )
  if (points.freshness < 0) reasons.push({ name: 'stale', points: points.freshness })
  if (giver.sort === 'volunteer' && (need.needsVetting || need.personId !== null)) reasons.push({ name: 'vetted', points: 0 })
  return reasons.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
}

export const reasonWords: Record<Reason['name'], Words> = {
  skillSame: { zh: '会“{term}”', en: 'Can do “{term}”' },
  skillNear: { zh: '会“{term}”，相近', en: 'Can do “{term}”, which is near' },
  skillNone: { zh: '没写会“{term}”，要问一问', en: 'Not known for “{term}”; ask' },
  areaHome: { zh: '就在本社区', en: 'In the same community' },
  areaTown: { zh: '在同一街道', en: 'In the same town' },
  areaCovered: { zh: '愿到这个社区', en: 'Comes to this community' },
  timeCommon: { zh: '{time}都方便', en: 'Both free on {time}' },
  timeAny: { zh: '时间合得上', en: 'Times agree' },
  timeUnknown: { zh: '没写什么时间方便，要问一问', en: 'When is not known; ask' },
  leftMuch: { zh: '余量充足（还有 {n}）', en: 'Plenty left ({n})' },
  leftSome: { zh: '还能接 {n}', en: '{n} left' },
  leftAny: { zh: '数量不限', en: 'As much as is asked for' },
  metBefore: { zh: '以前一起过 {n} 次，熟悉', en: 'Met {n} times before' },
  notYet: { zh: '近三个月还没接过', en: 'None in the last three months' },
  recent: { zh: '近三个月已接 {n} 次', en: '{n} in the last three months' },
  stale: { zh: '很久没核实，请先问还有没有', en: 'Not confirmed for long; ask first' },
  vetted: { zh: '背景核查有效', en: 'Vetting in force' },
}

/** A reason's text is whole; the day and the part of it are put in by name. */
export const timeText = (t: (words: Words) => string, reason: Reason): string =>
  [weekdayWords[(reason.day ?? 1) - 1], reason.part === undefined ? undefined : partWords[reason.part]]
    .flatMap((words) => (words === undefined ? [] : [t(words)]))
    .join('')

export const barrierWords: Record<Barrier, Words> = {
  kind: { zh: '给的不是这一类', en: 'Give something else' },
  forbidden: { zh: '已设为不安排', en: 'Ruled out by somebody' },
  over: { zh: '已过期或停止', en: 'Over' },
  unit: { zh: '计量单位不同', en: 'Counted in other units' },
  self: { zh: '就是本人', en: 'The person themselves' },
  standing: { zh: '已退出或未成年缺监护人同意', en: 'Left, or under age without consent' },
  vetting: { zh: '背景核查未做或过期', en: 'Not vetted' },
  area: { zh: '不到这个社区', en: 'Do not come to this community' },
  skill: { zh: '不会这一项', en: 'Cannot do this' },
  time: { zh: '时间合不上', en: 'Not at these times' },
  full: { zh: '已排满', en: 'Nothing left' },
}
