import { z } from 'zod'
import type { SignedInCall } from '../../server/route.ts'
import { getPerson, listAround } from '../people/detail-store.ts'
import { handedOf } from './handed-rules.ts'
import { handedFieldSchema, type Handed, type ReferralContent } from './schema.ts'
import { communityNameOf, type ReferralRecord } from './store.ts'
import { referralBound } from './write-store.ts'

const contentSchema = z.object({
  reason: z.string(),
  given: z.string(),
  needs: z.string(),
  enclosed: z.array(z.string()),
  measured: z.array(z.string()).default([]),
})
const handedSchema = z.array(z.object({ field: handedFieldSchema, value: z.string().nullable() }))

type Opening = Pick<SignedInCall<unknown>, 'sealer' | 'tenantId'>

/** What a referral says. */
export const openContent = ({ sealer, tenantId }: Opening, row: ReferralRecord): ReferralContent =>
  contentSchema.parse(JSON.parse(sealer.open(row.content_sealed, referralBound(tenantId, row.id, 'content'))))

/** What of the file was handed over when it was sent; nothing before. */
export const openHanded = ({ sealer, tenantId }: Opening, row: Pick<ReferralRecord, 'id' | 'handed_sealed'>): Handed[] =>
  row.handed_sealed === null
    ? []
    : handedSchema.parse(JSON.parse(sealer.open(row.handed_sealed, referralBound(tenantId, row.id, 'handed'))))

/** The chosen fields of the person's file as it stands now. */
export async function handedFor(call: SignedInCall<unknown>, row: ReferralRecord): Promise<Handed[]> {
  const { tx, tenantId, sealer, today } = call
  const person = await getPerson(tx, tenantId, row.person_id, sealer)
  const around = await listAround(tx, tenantId, row.person_id, null)
  const facts = {
    name: person.name,
    sex: person.sex,
    birthDate: person.birth_date,
    idNumber: person.idNumber,
    phone: person.phone,
    otherPhone: person.other_phone,
    community: await communityNameOf(tx, tenantId, person.community_code),
    address: person.address,
    livingWith: person.living_with,
    contacts: around.contacts,
    labels: around.labelHistory.filter((label) => label.endedOn === null).map((label) => label.code),
  }
  return handedOf(facts, z.array(handedFieldSchema).parse(row.handed_fields), today)
}
