import { v7 } from 'uuid'
import type { AccountId, ProjectId } from '../../kernel/ids.ts'
import type { Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { findProject } from '../measures/project-facts-store.ts'
import { frozenSetIdSchema, type FrozenFigureId, type FrozenSetId } from './figure-record-schema.ts'
import { addFrozen, countForFreezing } from './freeze-store.ts'
import { namingOf } from './pseudonym-store.ts'

/** One frozen figure of a project: its activities. */
export async function freezeOne(
  tx: Tx,
  sealer: Sealer,
  at: { tenantId: number; projectId: ProjectId; by: AccountId },
): Promise<{ setId: FrozenSetId; figureId: FrozenFigureId }> {
  const project = await findProject(tx, at.tenantId, at.projectId)
  if (project === undefined) throw new Error('No such project.')
  const keys = ['activities'] as const
  const counted = await countForFreezing(
    tx,
    project,
    namingOf(sealer, at.tenantId),
    { keys, scope: {}, by: [], newId: v7 },
    () => undefined,
  )
  const setId = frozenSetIdSchema.parse(v7())
  const set = { id: setId, purpose: 'other' as const, title: '测试定稿', scope: {}, by: at.by, asOf: new Date() }
  const [frozen] = await addFrozen(tx, project, set, counted)
  if (frozen === undefined) throw new Error('Nothing was frozen.')
  return { setId, figureId: frozen.record.id }
}
