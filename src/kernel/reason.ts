import { z } from 'zod'

/** Why something was corrected, cancelled or taken back: a few words, kept with the record. */
export const reasonSchema = z.string().trim().min(2).max(200)
