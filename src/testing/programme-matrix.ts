import { v7 } from 'uuid'
import { sql } from 'kysely'
import type { Tx } from '../server/db.ts'
import type { Aim, Spot } from './matrix.ts'

// What the endpoints of signature programmes are asked for.

const version = 9999
const content = { name: '巧手苇编', forWhom: null, purpose: null, partners: [], steps: [], results: null, markId: null }

/** A programme in preparation in a place. */
export async function addProgrammeTo(tx: Tx, tenantId: number, spot: Spot): Promise<void> {
  await sql`insert into programme (tenant_id, id, project_id, community_code, state)
    values (${tenantId}, ${spot.programmeId}, ${spot.projectId}, ${spot.communityCode}, 'draft')`.execute(tx)
  await sql`insert into programme_version (tenant_id, programme_id, version, act, content)
    values (${tenantId}, ${spot.programmeId}, 1, 'begun', ${JSON.stringify(content)}::jsonb)`.execute(tx)
}

const { markId: _mark, ...plan } = content

export const programmeMatrix: Record<string, { aim: Aim; input: (spot: Spot) => object; findsNothing?: true }> = {
  'programmes.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'programmes.open': { aim: 'record', input: (spot) => ({ id: spot.programmeId }) },
  'programmes.compare': { aim: 'record', input: (spot) => ({ ids: [spot.programmeId] }) },
  'programmes.save': {
    aim: 'record',
    input: (spot) => ({
      ...plan,
      id: spot.programmeId,
      version,
      projectId: spot.projectId,
      communityCode: spot.communityCode,
      reason: '改字',
    }),
  },
  'programmes.copy': {
    aim: 'record',
    input: (spot) => ({
      id: spot.programmeId,
      newId: v7(),
      projectId: spot.projectId,
      communityCode: spot.communityCode,
      name: '巧手苇编（二）',
      firstMonth: '2024-10',
    }),
  },
  'programmes.move': { aim: 'record', input: (spot) => ({ id: spot.programmeId, version, to: 'ended', reason: '到期' }) },
  'programmes.finishStep': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ id: spot.programmeId, version, stepId: v7(), doneOn: '2024-10-02' }),
  },
  'programmes.restore': { aim: 'record', input: (spot) => ({ id: spot.programmeId, version, to: 1, reason: '改错了' }) },
  'programmes.addServices': { aim: 'record', input: (spot) => ({ id: spot.programmeId, serviceIds: [spot.serviceId] }) },
  'programmes.removeService': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ id: spot.programmeId, serviceId: spot.visitId, reason: '归错了' }),
  },
  'programmes.print': { aim: 'record', input: (spot) => ({ id: spot.programmeId, format: 'html' }) },
  'programmes.mark': { aim: 'record', input: (spot) => ({ id: spot.programmeId, version, markId: v7() }) },
  'programmes.lookAtMark': { aim: 'record', findsNothing: true, input: (spot) => ({ id: spot.programmeId, markId: v7() }) },
}
