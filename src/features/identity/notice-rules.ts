import { maskedName } from '../../kernel/masks.ts'
import type { Notice } from './notice-schema.ts'

/** The address in the office of what a notice is about; undefined when there is nowhere to go. */
export function addressOf(subject: string | null): string | undefined {
  if (subject === null) return undefined
  // Two slashes begin the address of another site.
  if (/^\/(?!\/)/.test(subject)) return subject
  const [kind, id] = subject.split(':')
  if (kind === 'person' && id !== undefined) return `/people/${id}`
  if (kind === 'service' && id !== undefined) return `/services/${id}`
  return undefined
}

/** What a notice was given, with the person's name masked for whoever sees no names. */
export const shownGiven = (given: Notice['given'], seesNames: boolean): Notice['given'] => {
  const name = given['name']
  return seesNames || typeof name !== 'string' ? given : { ...given, name: maskedName(name) }
}
