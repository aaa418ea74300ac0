import { z } from 'zod'

// The words of casework as values: MZ/T 094-2017 and the common practice of agencies.

export const caseStageSchema = z.enum(['intake', 'assessment', 'plan', 'intervention', 'evaluation', 'closed', 'not_accepted'])
export type CaseStage = z.infer<typeof caseStageSchema>

export const caseSourceSchema = z.enum(['self', 'outreach', 'community', 'agency', 'family', 'screening'])
export type CaseSource = z.infer<typeof caseSourceSchema>

export const closeReasonSchema = z.enum([
  'goals_met',
  'elder_ends',
  'referred',
  'moved',
  'died',
  'lost',
  'beyond_us',
  'project_over',
  'other',
])
export type CloseReason = z.infer<typeof closeReasonSchema>

export const suspendReasonSchema = z.enum(['lost', 'declines', 'away', 'in_hospital', 'other'])
export type SuspendReason = z.infer<typeof suspendReasonSchema>

export const riskSchema = z.enum(['usual', 'watch', 'high', 'crisis'])
export type Risk = z.infer<typeof riskSchema>

export const needDomainSchema = z.enum([
  'physical',
  'mental',
  'cognition',
  'family',
  'care',
  'economic',
  'housing',
  'social',
  'rights',
  'information',
  'bereavement',
  'other',
])
export type NeedDomain = z.infer<typeof needDomainSchema>

/** How far a goal was attained (达成度). */
export const attainmentSchema = z.enum(['fully', 'mostly', 'partly', 'not'])
export type Attainment = z.infer<typeof attainmentSchema>

export const meansSchema = z.enum(['home', 'office', 'phone', 'video', 'escort'])
export type Means = z.infer<typeof meansSchema>

export const reviewSchema = z.enum(['waiting', 'returned', 'approved'])
export type Review = z.infer<typeof reviewSchema>

export const urgencySchema = z.enum(['ordinary', 'soon', 'urgent'])
export const satisfactionSchema = z.enum(['very', 'satisfied', 'fair', 'dissatisfied', 'not_asked'])

export const caseFormKindSchema = z.enum(['intake', 'assessment', 'plan', 'stage_evaluation', 'closing', 'follow_up'])
export type CaseFormKind = z.infer<typeof caseFormKindSchema>

export const caseStepSchema = z.enum([
  'opened',
  'accepted',
  'not_accepted',
  'planned',
  'agreed',
  'evaluated',
  'closed',
  'suspended',
  'resumed',
  'reopened',
])
export type CaseStep = z.infer<typeof caseStepSchema>
