import type { Kind } from '../ledger/kind-schema.ts'
import type { SpentFor } from '../projects/expense-schema.ts'

/** Kinds of services that people came to together. */
export const gatheringKinds: readonly Kind[] = ['activity', 'group_session', 'clinic_day', 'craft_lesson', 'exhibition']

/** What was done for one person may be called by their name: the pack says of it only what it was and when. */
export const unnamed = (service: SpentFor): SpentFor =>
  gatheringKinds.some((kind) => kind === service.kind) ? service : { ...service, title: null }
