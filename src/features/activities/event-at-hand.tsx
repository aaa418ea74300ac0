import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'

const keep = 'nuanyang.eventAtHand'

/** The event whose check-in this telephone opened last: a card that is scanned is meant for it. */
export const keepEventAtHand = (id: ServiceId): void => localStorage.setItem(keep, id)

export const eventAtHand = (): ServiceId | undefined => serviceIdSchema.safeParse(localStorage.getItem(keep)).data
