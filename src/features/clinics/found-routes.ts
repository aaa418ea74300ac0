import type { AttendanceId, PersonId, ServiceId } from '../../kernel/ids.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { SignedInCall } from '../../server/route.ts'
import { findService } from '../ledger/store.ts'
import { findAttendance } from '../ledger/write-store.ts'

export type FoundClinic = NonNullable<Awaited<ReturnType<typeof findService>>>['row']

const outside = no(
  'clinics.outside',
  { zh: '这次服务不在您负责的社区或项目内。', en: 'This service is not in your communities or projects.' },
  { sort: 'forbidden' },
)

async function withinReach(call: SignedInCall<unknown>, id: ServiceId): Promise<Verdict<FoundClinic>> {
  call.note({ subject: `service:${id}` })
  const found = await findService(call.tx, call.tenantId, id, call.reach)
  if (found === undefined) return absent({ zh: '这场义诊', en: 'clinic day' })
  return found.isWithin ? yes(found.row) : outside
}

/** A clinic day within the caller's reach. */
export async function clinicFor(call: SignedInCall<unknown>, id: ServiceId): Promise<Verdict<FoundClinic>> {
  const found = await withinReach(call, id)
  if (!found.ok || found.value.kind === 'clinic_day') return found
  return no('clinics.otherKind', { zh: '这次服务不是义诊。', en: 'This service is not a clinic day.' })
}

/** Somebody at a service where readings are taken, within the caller's reach. */
export async function visitFor(
  call: SignedInCall<unknown>,
  id: AttendanceId,
): Promise<Verdict<{ service: FoundClinic; personId: PersonId | null; attendanceId: AttendanceId }>> {
  const attendance = await findAttendance(call.tx, call.tenantId, id)
  if (attendance === undefined) return absent({ zh: '这条签到', en: 'attendance' })
  const found = await withinReach(call, attendance.serviceId)
  if (!found.ok) return found
  if (found.value.kind !== 'clinic_day' && found.value.kind !== 'home_visit')
    return no('readings.otherKind', { zh: '只有义诊和上门探访可以记读数。', en: 'Readings are taken at clinic days and visits at home.' })
  return yes({ service: found.value, personId: attendance.personId, attendanceId: id })
}
