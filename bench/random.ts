/** A seeded source of numbers: the same seed gives the same database. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below
  }
}

export const pick = <T>(random: (below: number) => number, list: readonly T[]): T => {
  const found = list[Math.floor(random(list.length))]
  if (found === undefined) throw new Error('Nothing to pick from.')
  return found
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const given = [...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂香玉华文红金宝海国建春云凤淑珍荣贵福德成顺']

/** A common invented name of two or three characters. */
export const nameFrom = (random: (below: number) => number): string =>
  pick(random, surnames) + pick(random, given) + (random(4) < 3 ? pick(random, given) : '')
