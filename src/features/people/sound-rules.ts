import { pinyin } from 'pinyin-pro'

const heard = new Map<string, readonly string[]>()

/** The readings of one character without tones; a character that has none reads as itself. */
function readingsOf(character: string): readonly string[] {
  const known = heard.get(character)
  if (known !== undefined) return known
  const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
  heard.set(character, readings)
  return readings
}

const isHeardAs = (a: string, b: string): boolean => a === b || readingsOf(a).some((reading) => readingsOf(b).includes(reading))

/** Two different spellings of what may be one name: every character of the one reads like that of the other. */
export function soundsAlike(a: string, b: string): boolean {
  if (a === b || a.length !== b.length || a.length < 2) return false
  for (let at = 0; at < a.length; at += 1) if (!isHeardAs(a.charAt(at), b.charAt(at))) return false
  return true
}

/** Two names of one length that differ in one character only. */
export function isOneCharacterApart(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 2) return false
  let apart = 0
  for (let at = 0; at < a.length && apart < 2; at += 1) if (a.charAt(at) !== b.charAt(at)) apart += 1
  return apart === 1
}

/** Every way a name may sound, at most eight: names that sound alike share one. */
export function soundsOf(name: string): readonly string[] {
  let sounds = ['']
  for (const character of name) {
    sounds = sounds.flatMap((before) => readingsOf(character).map((reading) => `${before} ${reading}`)).slice(0, 8)
  }
  return sounds
}
