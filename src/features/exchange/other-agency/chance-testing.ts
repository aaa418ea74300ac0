/** Chance that comes out the same for the same seed. */
export type Chance = {
  readonly likely: (share: number) => boolean
  /** A whole number, both ends included. */
  readonly whole: (from: number, to: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly some: <T>(list: readonly T[], count: number) => T[]
  readonly shuffle: <T>(list: readonly T[]) => T[]
  /** A chance of its own, so that one decision more in one place changes nothing in another. */
  readonly apart: (name: string) => Chance
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list]
    const mixed: T[] = []
    while (left.length > 0) mixed.push(...left.splice(whole(0, left.length - 1), 1))
    return mixed
  }
  return {
    likely: (share) => next() < share,
    whole,
    pick: (list) => {
      const at = whole(0, list.length - 1)
      for (const picked of list.slice(at, at + 1)) return picked
      throw new Error('There is nothing to pick from.')
    },
    some: (list, count) => shuffle(list).slice(0, count),
    shuffle,
    apart: (name) => chanceOf(Array.from(name).reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed) >>> 0),
  }
}
