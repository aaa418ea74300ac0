import { z } from 'zod'

/** An id is a UUID of version 7, made by whoever makes the record. */
const id = <Name extends string>(name: Name) => z.uuid().brand<Name>().meta({ id: name })

export const accountIdSchema = id('AccountId')
export const grantIdSchema = id('GrantId')
export const operationIdSchema = id('OperationId')
export const organisationIdSchema = id('OrganisationId')
export const personIdSchema = id('PersonId')
export const householdIdSchema = id('HouseholdId')
export const projectIdSchema = id('ProjectId')
export const serviceIdSchema = id('ServiceId')
export const attendanceIdSchema = id('AttendanceId')
export const evidenceIdSchema = id('EvidenceId')
export const importIdSchema = id('ImportId')

export type AccountId = z.infer<typeof accountIdSchema>
export type OrganisationId = z.infer<typeof organisationIdSchema>
export type PersonId = z.infer<typeof personIdSchema>
export type HouseholdId = z.infer<typeof householdIdSchema>
export type ProjectId = z.infer<typeof projectIdSchema>
export type ServiceId = z.infer<typeof serviceIdSchema>
export type AttendanceId = z.infer<typeof attendanceIdSchema>
export type EvidenceId = z.infer<typeof evidenceIdSchema>
export type ImportId = z.infer<typeof importIdSchema>

/** A division code of the national statistics bureau: 6 digits a district, 9 a town or street, 12 a community or village. */
export const divisionCodeSchema = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
  .brand<'DivisionCode'>()
  .meta({ id: 'DivisionCode' })
export type DivisionCode = z.infer<typeof divisionCodeSchema>
