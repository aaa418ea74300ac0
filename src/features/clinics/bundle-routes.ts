import { no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { hostName } from '../ledger/store.ts'
import { listIdentities } from './bundle-store.ts'
import { bundleOf, type BundlePerson } from './fhir-rules.ts'
import { clinicFor } from './found-routes.ts'
import { readingPartSchema } from './part-schema.ts'
import { bundleOfClinic } from './schema.ts'
import { listVisitors } from './visitor-store.ts'

/** A UUID of version 8 made of bytes. */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.subarray(0, 16).toString('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8'
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const bundleRoutes = [
  route(bundleOfClinic, async (call) => {
    const { tx, tenantId, input, now, today, sealer } = call
    const found = await clinicFor(call, input.id)
    if (!found.ok) return found
    if (input.identified && input.reason === null)
      return no(
        'clinics.whyIdentified',
        { zh: '实名导出请写明理由。', en: 'Say why names are needed.' },
        { field: 'reason', sort: 'invalid' },
      )
    const service = found.value
    const day = service.day ?? today
    const visitors = (await listVisitors(tx, tenantId, input.id, day)).filter(({ reading, repeats }) => reading !== null && !repeats)
    const identities = new Map(
      (
        await listIdentities(
          tx,
          tenantId,
          visitors.flatMap(({ personId }) => personId ?? []),
        )
      ).map((row) => [row.id, row]),
    )
    const receiver = service.host_id ?? input.id
    const people = visitors.flatMap((visitor): BundlePerson[] => {
      if (visitor.reading === null) return []
      const known = visitor.personId === null ? undefined : identities.get(visitor.personId)
      const named = input.identified && visitor.sharing === true && known !== undefined
      return [
        {
          attendanceId: visitor.attendanceId,
          // Another for each institution, so that two of them cannot put together what each knows.
          pseudonym: sealer
            .index(`fhir ${receiver} ${visitor.personId ?? visitor.attendanceId}`, tenantId)
            .toString('hex')
            .slice(0, 32),
          sex: visitor.sex,
          birthDate: known?.birth_date ?? null,
          identity: named ? { name: known.name, phone: known.phone } : null,
          reading: visitor.reading,
          saved: Object.fromEntries(
            readingPartSchema.options.flatMap((part) => {
              const saved = visitor.versions[part]
              return saved === undefined ? [] : [[part, { at: saved.savedAt, version: saved.version }]]
            }),
          ),
        },
      ]
    })
    const identified = people.filter(({ identity }) => identity !== null).length
    call.note({ details: { people: people.length, identified }, ...(input.reason === null ? {} : { reason: input.reason }) })
    const institution = await hostName(tx, tenantId, service.host_id)
    const bundle = bundleOf({
      serviceId: input.id,
      madeAt: now.toISOString(),
      day,
      institution: service.host_id === null || institution === null ? null : { id: service.host_id, name: institution },
      people,
      idOf: (text) => uuidOf(sealer.index(text, tenantId)),
    })
    return yes({ fileName: `义诊-${day}.fhir.json`, bytes: Buffer.from(JSON.stringify(bundle, null, 2)) })
  }),
]
