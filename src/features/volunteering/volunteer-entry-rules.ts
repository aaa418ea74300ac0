import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import type { VolunteerDetail, VolunteerFile } from './register-schema.ts'

/** A volunteer's file as a form holds it: what is not filled in is not there. */
export type VolunteerEntry = { -readonly [K in keyof VolunteerFile]?: string | null }

const day = (value: string | null | undefined) => daySchema.safeParse(value).data ?? null

export const fileOf = (entry: VolunteerEntry): VolunteerFile => ({
  number: entered(entry.number),
  skills: entered(entry.skills),
  areas: entered(entry.areas),
  availability: entered(entry.availability),
  serviceKinds: entered(entry.serviceKinds),
  familyNumber: entered(entry.familyNumber),
  joinedOn: day(entry.joinedOn),
  vettedOn: day(entry.vettedOn),
  vettedUntil: day(entry.vettedUntil),
  vettedBy: entered(entry.vettedBy),
  insuredUntil: day(entry.insuredUntil),
  insurance: entered(entry.insurance),
  agreedOn: day(entry.agreedOn),
  risksToldOn: day(entry.risksToldOn),
  guardianName: entered(entry.guardianName),
  guardianRelation: entered(entry.guardianRelation),
  guardianConsentOn: day(entry.guardianConsentOn),
  dataConsentOn: day(entry.dataConsentOn),
  endedOn: day(entry.endedOn),
  endReason: entered(entry.endReason),
  note: entered(entry.note),
})

export const entryOfFile = (volunteer: Pick<VolunteerDetail, 'file'>): VolunteerEntry =>
  Object.fromEntries(Object.entries(volunteer.file).filter(([, value]) => value !== null))
