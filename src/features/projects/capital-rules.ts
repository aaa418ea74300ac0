const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** Four digits in words, without a zero in front: 1005 → 壹仟零伍. */
function groupOf(n: number): string {
  let text = ''
  let skipped = false
  for (let at = 3; at >= 0; at--) {
    const digit = Math.floor(n / 10 ** at) % 10
    if (digit === 0) skipped = text !== ''
    else {
      text += `${skipped ? '零' : ''}${digits[digit]}${places[at]}`
      skipped = false
    }
  }
  return text
}

function yuanOf(yuan: number): string {
  let text = ''
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = Math.floor(yuan / 10_000 ** at) % 10_000
    if (group === 0) continue
    const leadsWithZero = text !== '' && (group < 1000 || Math.floor(yuan / 10_000 ** (at + 1)) % 10 === 0)
    text += `${leadsWithZero ? '零' : ''}${groupOf(group)}${groups[at]}`
  }
  return text
}

/** An amount as bills want it, so that no digit can be changed: 120050 分 → 壹仟贰佰元伍角整 (支付结算办法, annex 1). */
export function toCapitals(fen: number): string {
  const sign = fen < 0 ? '负' : ''
  const whole = Math.abs(fen)
  const yuan = Math.floor(whole / 100)
  const jiao = Math.floor(whole / 10) % 10
  const rest = whole % 10
  if (whole === 0) return '零元整'
  const head = yuan === 0 ? '' : `${yuanOf(yuan)}元`
  if (jiao === 0 && rest === 0) return `${sign}${head}整`
  const tenth = jiao === 0 ? (yuan === 0 ? '' : '零') : `${digits[jiao]}角`
  return `${sign}${head}${tenth}${rest === 0 ? '整' : `${digits[rest]}分`}`
}
