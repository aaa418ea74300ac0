/** Random bytes of a secret: 256 bits. */
export const secretBytes = 32

/** A signing secret as Standard Webhooks writes one. */
export function secretOf(random: Uint8Array): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  let text = ''
  for (let at = 0; at < random.length; at += 3) {
    const three = [random[at] ?? 0, random[at + 1], random[at + 2]]
    const bits = ((three[0] ?? 0) << 16) | ((three[1] ?? 0) << 8) | (three[2] ?? 0)
    text += letters[(bits >> 18) & 63]
    text += letters[(bits >> 12) & 63]
    text += three[1] === undefined ? '=' : letters[(bits >> 6) & 63]
    text += three[2] === undefined ? '=' : letters[bits & 63]
  }
  return `whsec_${text}`
}
