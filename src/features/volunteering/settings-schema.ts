import { z } from 'zod'

const hours = z.int().min(1).max(10_000)

/** What an agency may set for volunteering in a project. Hours are whole hours. */
export const volunteerSettingsSchema = z.object({
  /** Confirmed hours from which a volunteer has one star, two stars … five. */
  stars: z
    .tuple([hours, hours, hours, hours, hours])
    .refine((steps) => steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0)))
    .default([100, 300, 600, 1000, 1500]),
  /** More than this on one day, or in one week from Monday, is worth a look. */
  dayHours: z.int().min(1).max(24).default(8),
  weekHours: z.int().min(1).max(168).default(40),
  /** More shifts than this on one day are worth a look. */
  shiftsADay: z.int().min(1).max(20).default(3),
  /** Minutes that the way from one community to another takes at least. */
  travelMinutes: z.int().min(0).max(240).default(15),
  /** What one person's account of the time bank may hold at most. */
  bankCapHours: z.int().min(1).max(10_000).default(1500),
})
export type VolunteerSettings = z.output<typeof volunteerSettingsSchema>

export const defaultSettings: VolunteerSettings = volunteerSettingsSchema.parse({})
