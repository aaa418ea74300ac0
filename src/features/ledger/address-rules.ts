import type { Kind } from './kind-schema.ts'

/** Where the office shows a service, by its kind. */
export function officeAddress(kind: Kind, id: string): string {
  if (kind === 'activity') return `/events/${id}`
  if (kind === 'clinic_day') return `/clinics/${id}`
  if (kind === 'group_session') return `/groups/sessions/${id}`
  if (kind === 'case_session') return `/case-sessions/${id}`
  if (kind === 'home_visit' || kind === 'phone_visit' || kind === 'look_in') return `/visits/${id}`
  return `/services/${id}`
}
