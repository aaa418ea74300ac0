import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../server/db.ts'
import type { Aim, Spot } from './matrix.ts'

// What the endpoints of wishes are asked for.

const version = 9999
const text = { sort: 'goods', title: '想要一床棉被', about: null, valueFen: 10_000, said: null }

/** A wish that was collected in a place. */
export async function addWishTo(tx: Tx, tenantId: number, spot: Spot): Promise<void> {
  await sql`insert into wish (tenant_id, id, project_id, person_id, recorded_person_id, community_code, state, sort, title, value_fen, agreed_on, collected_by, written_by)
    values (${tenantId}, ${spot.wishId}, ${spot.projectId}, ${spot.personId}, ${spot.personId}, ${spot.communityCode}, 'collected', 'goods', '想要一床棉被', 10000,
      '2024-10-01', ${spot.accountId}, ${spot.accountId})`.execute(tx)
}

export const wishMatrix: Record<string, { aim: Aim; input: (spot: Spot) => object; findsNothing?: true }> = {
  'wishes.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'wishes.ofPerson': { aim: 'record', input: (spot) => ({ personId: spot.personId }) },
  'wishes.open': { aim: 'record', input: (spot) => ({ id: spot.wishId }) },
  'wishes.collect': {
    aim: 'record',
    input: (spot) => ({ ...text, id: v7(), projectId: spot.projectId, personId: spot.personId, agreedOn: '2024-10-01' }),
  },
  'wishes.change': { aim: 'record', input: (spot) => ({ ...text, id: spot.wishId, version, reason: '改字' }) },
  'wishes.screen': { aim: 'record', input: (spot) => ({ id: spot.wishId, version, publish: true, reason: null }) },
  'wishes.claimFor': {
    aim: 'record',
    input: (spot) => ({ id: spot.wishId, claimId: v7(), party: 'charity', organisationId: null, donor: '某人' }),
  },
  'wishes.dropFor': { aim: 'record', input: (spot) => ({ id: spot.wishId, version, reason: '不方便' }) },
  'wishes.extend': { aim: 'record', input: (spot) => ({ id: spot.wishId, version, until: '2099-01-01', reason: '在路上' }) },
  'wishes.deliver': {
    aim: 'record',
    input: (spot) => ({
      id: spot.wishId,
      version,
      serviceId: v7(),
      attendanceId: v7(),
      contributionId: v7(),
      day: '2024-10-02',
      worker: '刘社工',
      valueFen: 10_000,
      note: null,
    }),
  },
  'wishes.confirm': { aim: 'record', input: (spot) => ({ id: spot.wishId, version, by: 'self', on: '2024-10-02', words: null }) },
  'wishes.close': { aim: 'record', input: (spot) => ({ id: spot.wishId, version }) },
  'wishes.withdraw': { aim: 'record', input: (spot) => ({ id: spot.wishId, version, reason: '不要了' }) },
  'wishes.stepBack': { aim: 'record', input: (spot) => ({ id: spot.wishId, version, reason: '点错了' }) },
  'wishes.saveSettings': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, limitFen: 50_000, claimDays: 7 }) },
  'wishes.claimable': { aim: 'tenant', input: () => ({}) },
  'wishes.claim': { aim: 'record', input: (spot) => ({ id: spot.wishId, claimId: v7(), organisationId: spot.organisationId }) },
  'wishes.drop': { aim: 'record', input: (spot) => ({ id: spot.wishId, organisationId: spot.organisationId, reason: '不方便' }) },
}
