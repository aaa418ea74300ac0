import { maskedName } from '../../kernel/masks.ts'
import type { Day } from '../../kernel/day.ts'
import { absent, no } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { paperHeadOf } from '../ledger/store.ts'
import { clinicPaperWords } from './clinic-paper-words.ts'
import type { Visitor } from './day-schema.ts'
import * as store from './day-store.ts'
import { findFollowUp } from './follow-up-store.ts'
import { clinicFor, visitFor, type FoundClinic } from './found-routes.ts'
import { printClinic, printSlip } from './paper-schema.ts'
import { sheetPaper } from './sheet-paper-rules.ts'
import { slipPaper } from './slip-paper-rules.ts'
import { listTargets } from './target-store.ts'
import { getVisitor, listVisitors } from './visitor-store.ts'

const nothingMeasured = no('readings.none', {
  zh: '这位还没有读数，没有可打印的。',
  en: 'Nothing was measured of this person: there is nothing to print.',
})

/** A person's slip; masked, as on the screen, for whoever sees no names. */
async function slipOf(call: SignedInCall<unknown>, service: FoundClinic, visitor: Visitor) {
  const { tx, tenantId, actor, today } = call
  if (visitor.reading === null) return undefined
  const targets = visitor.personId === null ? [] : await listTargets(tx, tenantId, visitor.personId)
  const { project, agency } = await paperHeadOf(tx, tenantId, service.project_id)
  return slipPaper({
    visitor: { ...visitor, name: maySeeNames(actor.grants) ? visitor.name : maskedName(visitor.name) },
    reading: visitor.reading,
    targets: targets.filter(({ endedOn }) => endedOn === null),
    project,
    agency,
    day: service.day,
    place: service.place,
    contact: service.worker,
    followUpBy:
      visitor.followUp === null || visitor.followUp.isClosed
        ? null
        : ((await findFollowUp(tx, tenantId, visitor.followUp.id, today))?.dueOn ?? null),
  })
}

const fileName = (paper: 'sheet' | 'slip' | 'slips', day: Day | null): string =>
  [clinicPaperWords[paper].zh, day].filter((part) => part !== null).join('-')

export const clinicPaperRoutes = [
  route(printClinic, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await clinicFor(call, input.id)
    if (!found.ok) return found
    call.note({ details: { paper: input.paper } })
    const service = found.value
    const people = await listVisitors(tx, tenantId, input.id, service.day ?? today)
    if (input.paper === 'slips') {
      const slips = await Promise.all(people.filter(({ repeats }) => !repeats).map((visitor) => slipOf(call, service, visitor)))
      const papers = slips.flatMap((slip) => slip ?? [])
      if (papers.length === 0) return no('clinics.noReadings', clinicPaperWords.slipsNone)
      return paperFile(call, input.format, fileName('slips', service.day), { title: clinicPaperWords.slips, papers, index: false })
    }
    const { project, agency } = await paperHeadOf(tx, tenantId, service.project_id)
    const day = await store.getDay(tx, tenantId, input.id)
    const plan = await store.findPlan(tx, tenantId, input.id)
    const sees = maySeeNames(actor.grants)
    const clinic = { ...day, place: service.place, worker: service.worker, staff: plan?.staff ?? null }
    const shown = people.map((visitor) => ({ ...visitor, name: sees ? visitor.name : maskedName(visitor.name) }))
    return paperFile(call, input.format, fileName('sheet', service.day), sheetPaper({ clinic, people: shown, project, agency }))
  }),

  route(printSlip, async (call) => {
    const { tx, tenantId, input, today } = call
    const found = await visitFor(call, input.attendanceId)
    if (!found.ok) return found
    const { service } = found.value
    const visitor = await getVisitor(tx, tenantId, input.attendanceId, service.day ?? today)
    if (visitor === undefined) return absent({ zh: '这位来诊者', en: 'visitor' })
    if (visitor.personId !== null) call.note({ subject: `person:${visitor.personId}` })
    const paper = await slipOf(call, service, visitor)
    return paper === undefined ? nothingMeasured : paperFile(call, input.format, fileName('slip', service.day), paper)
  }),
]
