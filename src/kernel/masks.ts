/** Compound surnames that are common enough to be kept whole when a name is masked. */
const compound = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
  '南宫',
  '独孤',
])

/** 张小明 → 张**, 欧阳小明 → 欧阳**. */
export function maskedName(name: string): string {
  const kept = compound.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1
  return name.slice(0, kept) + '*'.repeat(Math.max(1, name.length - kept))
}

/** The first three and the last four characters of an identity number. */
export const maskedNumber = (number: string): string => (number.length < 8 ? '****' : `${number.slice(0, 3)}***********${number.slice(-4)}`)

/** 138****5678; a landline keeps its area code and last two. */
export function maskedPhone(phone: string): string {
  const digits = phone.replaceAll(/[^\d-]/g, '')
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  const area = /^(0\d{2,3})-?/.exec(digits)?.[1]
  return area === undefined ? `****${digits.slice(-2)}` : `${area}-****${digits.slice(-2)}`
}

/** An address down to the community: what stands before the first lane, block or group number. */
export const maskedAddress = (address: string): string => address.replace(/(社区|村|街道|镇).*$/, '$1****')
