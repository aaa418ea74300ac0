import { dayOfInstant, type Day } from '../../kernel/day.ts'

/** The day it is where the work is done. */
export const today = (): Day => dayOfInstant(new Date().toISOString())
