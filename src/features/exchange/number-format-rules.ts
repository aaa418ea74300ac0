/** Built-in formats that show a day (the Chinese ones included) and those that show a time of day alone. */
const builtinDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58])
const builtinTimes = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])

export type Shows = 'day' | 'time' | undefined

/** Whether a number format shows a number as a day or a time of day. */
export function showsOf(id: number, code: string | undefined): Shows {
  if (code === undefined) {
    if (builtinDays.has(id)) return 'day'
    return builtinTimes.has(id) ? 'time' : undefined
  }
  const section = code.slice(0, 255).split(';')[0] ?? ''
  const elapsed = /\[(h+|m+|s+)\]/i.test(section)
  const bare = section
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|am\/pm|a\/p|上午\/下午/gi, '')
  if (elapsed) return 'time'
  if (/[#?0]|e[+-]/i.test(bare.replace(/s+\.0+/gi, 's'))) return undefined
  if (/[ydae年月日]/i.test(bare)) return 'day'
  if (/[hs时分秒]/i.test(bare)) return 'time'
  return /m/i.test(bare) ? 'day' : undefined
}
