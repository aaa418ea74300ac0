import { absent, changedMeanwhile, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { statusSchema } from '../ledger/kind-schema.ts'
import { keepVersion } from '../ledger/write-store.ts'
import { levelOf, mayReceive } from './day-rules.ts'
import { isToRefer } from './advice-rules.ts'
import { findPlan } from './day-store.ts'
import { fileFor } from '../people/open-routes.ts'
import { visitFor } from './found-routes.ts'
import { settleDanger, tellOfDanger } from './notice-routes.ts'
import { partsOf } from './part-schema.ts'
import * as store from './reading-store.ts'
import { mayCorrect, maySave, savedMeanwhile } from './save-rules.ts'
import { endTarget, openReading, readingsOfPerson, saveReading, saveTarget, setSharing } from './schema.ts'
import { saveSharing } from './sharing-store.ts'
import { maySetTarget } from './target-rules.ts'
import * as targets from './target-store.ts'
import { getVisitor } from './visitor-store.ts'

const noVisitor = absent({ zh: '这位来诊者', en: 'visitor' })

export const readingRoutes = [
  route(openReading, async (call) => {
    const { tx, tenantId, input, today } = call
    const found = await visitFor(call, input.attendanceId)
    if (!found.ok) return found
    const visitor = await getVisitor(tx, tenantId, input.attendanceId, found.value.service.day ?? today)
    if (visitor === undefined) return noVisitor
    if (visitor.personId !== null) call.note({ subject: `person:${visitor.personId}` })
    return yes({ ...visitor, corrections: await store.listCorrections(tx, tenantId, input.attendanceId) })
  }),

  route(saveReading, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await visitFor(call, input.attendanceId)
    if (!found.ok) return found
    const { service, attendanceId, personId } = found.value
    if (personId !== null) call.note({ subject: `person:${personId}` })
    const may = maySave(input.values, input.confirmed)
    if (!may.ok) return may
    const { part } = input.values
    const before = await store.lockReading(tx, tenantId, attendanceId)
    if (!(await store.takePartVersion(tx, tenantId, attendanceId, part, input.version, actor.accountId))) return savedMeanwhile
    const wasMeasured = partsOf(store.toReading(before)).includes(part)
    const corrects = mayCorrect(wasMeasured, input.reason)
    if (!corrects.ok) return corrects
    const plan = await findPlan(tx, tenantId, service.id)
    const open = mayReceive(statusSchema.parse(service.status), !wasMeasured && (plan?.endedAt ?? null) !== null)
    if (!open.ok) return open
    call.note({ details: { part, correction: wasMeasured }, ...(input.reason === null ? {} : { reason: input.reason }) })
    if (wasMeasured && input.reason !== null) {
      const kept = { part, version: input.version, earlier: before, reason: input.reason, by: actor.accountId }
      await store.keepReadingVersion(tx, tenantId, attendanceId, kept)
      if (!(await keepVersion(tx, tenantId, service.id, service.version, input.reason, actor.accountId))) return changedMeanwhile
    }
    const reading = await store.writePart(tx, tenantId, attendanceId, before, input.values)
    const visitor = await getVisitor(tx, tenantId, attendanceId, service.day ?? call.today)
    if (visitor !== undefined && visitor.followUp === null) {
      if (isToRefer(levelOf(visitor))) await tellOfDanger(call, service, visitor)
      else if (wasMeasured) await settleDanger(call, attendanceId)
    }
    return yes({ version: input.version + 1, reading })
  }),

  route(setSharing, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await visitFor(call, input.attendanceId)
    if (!found.ok) return found
    if (found.value.personId !== null) call.note({ subject: `person:${found.value.personId}` })
    await saveSharing(tx, tenantId, input.attendanceId, input.sharing, today, actor.accountId)
    return yes({})
  }),

  route(readingsOfPerson, async (call) => {
    const { tx, tenantId, input } = call
    const may = await fileFor(call, input.personId)
    if (!may.ok) return may
    return yes({
      rows: await targets.listReadingsOf(tx, tenantId, input.personId),
      targets: await targets.listTargets(tx, tenantId, input.personId),
    })
  }),

  route(saveTarget, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const may = await fileFor(call, input.personId)
    if (!may.ok) return may
    const fits = maySetTarget(input.target, today)
    if (!fits.ok) return fits
    await targets.addTarget(tx, tenantId, input.personId, input.target, actor.accountId, today)
    return yes({})
  }),

  route(endTarget, async (call) => {
    const { tx, tenantId, input, today } = call
    const may = await fileFor(call, input.personId)
    if (!may.ok) return may
    call.note({ reason: input.reason })
    const ended = await targets.endTarget(tx, tenantId, input.personId, input.id, input.reason, today)
    return ended ? yes({}) : absent({ zh: '这个目标', en: 'target' })
  }),
]
