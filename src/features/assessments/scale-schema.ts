import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'

/** One answer to choose. `value` is what it counts; null where the question does not apply and counts nothing. */
export type ScaleOption = { readonly key: string; readonly value: number | null; readonly words: Words }

export type ScaleItem = {
  readonly key: string
  readonly words: Words
  readonly options: readonly ScaleOption[]
  /** A heading that begins here. */
  readonly part?: Words
  /** Asked beside the scale and not counted. */
  readonly beside?: true
}

/** What a result means for what is done next. It says what to look into, never what somebody has. */
export type Band = {
  readonly code: string
  readonly from: number
  readonly to: number
  readonly words: Words
  readonly tone: 'good' | 'calm' | 'look' | 'bad'
  readonly next: Words
}

/** Answers that are lacking are never counted as nothing. `most` may lack: the total is carried up from the others. */
type MissingRule = { readonly rule: 'carry'; readonly most: number } | { readonly rule: 'none' }

export type Scale = {
  readonly code: string
  readonly version: string
  readonly name: Words
  readonly about: Words
  /** What is said before the questions. */
  readonly stem?: Words
  readonly source: Words
  readonly licence: Words
  readonly items: readonly ScaleItem[]
  readonly missing: MissingRule
  readonly least: number
  readonly most: number
  /** What the sum of the answers is multiplied by; 1 unless said otherwise. */
  readonly times?: number
  readonly better: 'lower' | 'higher'
  readonly bands: readonly Band[]
  /** The text belongs to somebody else: an agency enters its own, with the permission that it holds. */
  readonly shell?: { readonly options: 'shared' | 'each' }
  /** Another rule than the total's bands decides. */
  readonly decides?: 'ability' | 'overall'
  /** After how many months it is done again, unless a project says otherwise. */
  readonly againMonths: number
}

/** Item → option. What is not there was not answered. */
export const answersSchema = z.record(z.string().max(40), z.string().max(20))
export type Answers = z.infer<typeof answersSchema>

export const phaseSchema = z.enum(['before', 'during', 'after'])
export const informantSchema = z.enum(['self', 'spouse', 'child', 'relative', 'carer', 'community', 'observed', 'other'])

/** What is done at once when somebody says that they think of dying or of harming themselves. Nothing of it may be left out. */
export const riskProtocolSchema = z.object({
  /** What was asked and what was answered, in the person's words. */
  asked: z.string().trim().min(2).max(1000),
  safeNow: z.enum(['yes', 'unsure', 'no']),
  /** Means at hand, and whether they were put out of reach. */
  means: z.string().trim().min(1).max(500),
  told: z.string().trim().min(1).max(300),
  done: z.string().trim().min(1).max(1000),
  nextContactOn: z.iso.date(),
})
/** How somebody is when they are contacted again. */
export const riskContactSchema = z.object({
  how: z.string().trim().min(2).max(1000),
  safeNow: z.enum(['yes', 'unsure', 'no']),
  done: z.string().trim().max(1000),
})

export type RiskContact = z.infer<typeof riskContactSchema>

export type RiskProtocol = z.infer<typeof riskProtocolSchema>
