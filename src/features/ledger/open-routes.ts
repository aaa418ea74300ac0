import type { PersonId, ServiceId } from '../../kernel/ids.ts'
import { maskedName } from '../../kernel/masks.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { kindSchema } from './kind-schema.ts'
import type { ServiceDetail } from './schema.ts'
import { changedFields } from './service-rules.ts'
import * as store from './store.ts'
import { findRecordingFacts } from './write-store.ts'

export const outside = no(
  'services.outside',
  { zh: '这次服务不在您负责的社区或项目内。', en: 'This service is not in your communities or projects.' },
  { sort: 'forbidden' },
)

export type FoundService = NonNullable<Awaited<ReturnType<typeof store.findService>>>['row']

/** The service, when it exists and is within the caller's reach. */
export async function serviceFor(call: SignedInCall<unknown>, id: ServiceId): Promise<Verdict<FoundService>> {
  call.note({ subject: `service:${id}` })
  const found = await store.findService(call.tx, call.tenantId, id, call.reach)
  if (found === undefined) return absent({ zh: '这次服务的记录', en: 'service' })
  return found.isWithin ? yes(found.row) : outside
}

/** A service with all that stands around it, as the caller may see it, or masked for whom it is made. */
export async function serviceDetail(
  call: SignedInCall<unknown>,
  service: FoundService,
  sees: boolean = maySeeNames(call.actor.grants),
): Promise<ServiceDetail> {
  const { tx, tenantId } = call
  const around = await store.listAroundService(tx, tenantId, service.id)
  const partOf = service.part_of === null ? undefined : await store.findService(tx, tenantId, service.part_of, { whole: true })
  return {
    ...(await store.getServiceRow(tx, tenantId, service.id)),
    version: service.version,
    place: service.place,
    host: await store.hostName(tx, tenantId, service.host_id),
    unnamedCount: service.unnamed_count,
    quantity: service.quantity,
    unit: service.unit,
    partOf: partOf === undefined ? null : { id: partOf.row.id, kind: kindSchema.parse(partOf.row.kind), title: partOf.row.title },
    note: service.note,
    attended: around.attended.map(({ name, writtenName, ...one }) => ({
      ...one,
      name: sees ? (name ?? writtenName ?? '') : maskedName(name ?? writtenName ?? ''),
      writtenName: sees || writtenName === null ? writtenName : maskedName(writtenName),
    })),
    contributions: around.contributions,
    evidence: around.evidence.map((one) => ({ ...one, takenAt: one.takenAt?.toISOString() ?? null })),
    versions: around.versions.map(({ earlier, changedAt, ...one }) => ({
      ...one,
      changedAt: changedAt.toISOString(),
      changed: changedFields(earlier, service),
    })),
  }
}

/** Those of these people whom the caller may name at a service. */
export async function attendeesFor(call: SignedInCall<unknown>, service: FoundService, ids: readonly PersonId[]) {
  const facts = await findRecordingFacts(call.tx, call.tenantId, {
    projectId: service.project_id,
    communityCode: service.community_code,
    ids,
    reach: call.reach,
  })
  return facts?.attendees ?? []
}
