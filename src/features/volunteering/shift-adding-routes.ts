import type { Day } from '../../kernel/day.ts'
import { attendanceIdSchema, type PersonId, type ServiceId } from '../../kernel/ids.ts'
import { newId } from '../../server/ids.ts'
import type { SignedInCall } from '../../server/route.ts'
import { addAttended, addService } from '../ledger/write-store.ts'

type NewShift = {
  id: ServiceId
  projectId: Parameters<typeof addService>[2]['projectId']
  communityCode: Parameters<typeof addService>[2]['communityCode']
  line: Parameters<typeof addService>[2]['line']
  title: string
  day: Day
  startsAt: string
  minutes: number
  place: string | null
  partOf: ServiceId | null
  personId: PersonId
}

/** Writes a shift to the ledger: planned, until somebody else witnesses it. */
export async function addShiftService(call: SignedInCall<unknown>, shift: NewShift): Promise<void> {
  const { tx, tenantId } = call
  await addService(
    tx,
    tenantId,
    {
      id: shift.id,
      projectId: shift.projectId,
      kind: 'volunteer_shift',
      line: shift.line,
      status: 'planned',
      themes: [],
      number: null,
      title: shift.title,
      communityCode: shift.communityCode,
      day: shift.day,
      startsAt: shift.startsAt,
      minutes: shift.minutes,
      place: shift.place,
      worker: null,
      unnamedCount: 0,
      quantity: null,
      unit: null,
      note: null,
      partOf: shift.partOf,
    },
    call.actor.accountId,
  )
  const attendee = { id: attendanceIdSchema.parse(newId()), personId: shift.personId, part: 'volunteer' as const, minutes: null }
  await addAttended(tx, tenantId, shift.id, [attendee], call.actor.displayName)
}
