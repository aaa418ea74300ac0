/** Sixteen letters that nobody mistakes for one another, whether read aloud or copied by hand. */
const letters = 'abcdefhkmnprtwxy'

/** How many random bytes a first password is made of: each gives one letter of four bits. */
export const firstPasswordBytes = 16

/** A first password out of random bytes: four groups of four letters. */
export function firstPasswordOf(random: Uint8Array): string {
  const signs = Array.from(random, (byte) => letters[byte & 15] ?? '').join('')
  return (signs.match(/.{1,4}/g) ?? []).join('-')
}
