import { paperFile } from '../../server/paper.ts'
import { shrunk } from '../../server/pictures.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { paperHeadOf } from '../ledger/store.ts'
import { programmeFor, programmeOf } from './open-routes.ts'
import { printProgramme } from './print-schema.ts'
import { programmePaper } from './programme-paper-rules.ts'
import { findMark, listServices, type ProgrammeRow } from './store.ts'

/** Its mark as a page takes it. */
async function markOf({ tx, tenantId, sealer }: SignedInCall<unknown>, { id, content }: ProgrammeRow) {
  const bytes = content.markId === null ? undefined : await findMark(tx, tenantId, sealer, id, content.markId)
  return bytes === undefined ? null : { ...(await shrunk(bytes)), mediaType: 'image/jpeg' as const }
}

export const programmePrintRoutes = [
  route(printProgramme, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await programmeFor(call, input.id)
    if (!found.ok) return found
    const row = found.value
    const paper = programmePaper({
      programme: await programmeOf(call, row),
      services: await listServices(tx, tenantId, row.id),
      mark: await markOf(call, row),
      ...(await paperHeadOf(tx, tenantId, row.project_id)),
      filledBy: actor.displayName,
      filledOn: today,
    })
    return paperFile(call, input.format, `一社一品-${row.community_name}`, paper)
  }),
]
