import { maskedName } from '../../kernel/masks.ts'
import type { Words } from '../../kernel/words.ts'
import { kindWords, type Kind } from '../ledger/kind-schema.ts'

/**
 * What a calendar calls a service. Of what is between few only its kind is said; elsewhere the title, in which the names
 * of those who are served are masked.
 */
export function calendarTitle(kind: Kind, title: string | null, names: readonly string[], says: (words: Words) => string): string {
  if (title === null || title === '' || kind === 'case_session' || kind === 'home_visit' || kind === 'phone_visit' || kind === 'respite')
    return says(kindWords[kind])
  return names.reduce((text, name) => text.replaceAll(name, maskedName(name)), title)
}
