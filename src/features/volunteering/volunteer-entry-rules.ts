import { daySchema } from '../../kernel/day.ts'
import type { VolunteerDetail, VolunteerFile } from './register-schema.ts'

/** A volunteer's file as a form holds it: what is not filled in is not there. */
export type VolunteerEntry = { -readonly [K in keyof VolunteerFile]?: string | null }

const text = (value: string | null | undefined): string | null =>
  value === undefined || value === null || value.trim() === '' ? null : value.trim()
const day = (value: string | null | undefined) => daySchema.safeParse(value).data ?? null

export const fileOf = (entry: VolunteerEntry): VolunteerFile => ({
  number: text(entry.number),
  skills: text(entry.skills),
  areas: text(entry.areas),
  availability: text(entry.availability),
  serviceKinds: text(entry.serviceKinds),
  familyNumber: text(entry.familyNumber),
  joinedOn: day(entry.joinedOn),
  vettedOn: day(entry.vettedOn),
  vettedUntil: day(entry.vettedUntil),
  vettedBy: text(entry.vettedBy),
  insuredUntil: day(entry.insuredUntil),
  insurance: text(entry.insurance),
  agreedOn: day(entry.agreedOn),
  risksToldOn: day(entry.risksToldOn),
  guardianName: text(entry.guardianName),
  guardianRelation: text(entry.guardianRelation),
  guardianConsentOn: day(entry.guardianConsentOn),
  dataConsentOn: day(entry.dataConsentOn),
  endedOn: day(entry.endedOn),
  endReason: text(entry.endReason),
  note: text(entry.note),
})

export const entryOfFile = (volunteer: Pick<VolunteerDetail, 'file'>): VolunteerEntry =>
  Object.fromEntries(Object.entries(volunteer.file).filter(([, value]) => value !== null))
