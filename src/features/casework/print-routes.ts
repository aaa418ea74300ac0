import { canReachProject } from '../../kernel/reach.ts'
import { absent, no } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route } from '../../server/route.ts'
import { paperHeadOf } from '../ledger/store.ts'
import { referralPaperFor } from '../referrals/print-routes.ts'
import { findReferral, listReferralsOfCase } from '../referrals/store.ts'
import { filePaper, formPaper, sessionPaper } from './case-paper-rules.ts'
import { detailFor } from './detail-routes.ts'
import { findAccountName } from './file-store.ts'
import { asOfFor, boxFor, caseFor, lastOf, outside } from './load-routes.ts'
import { mayReadNote } from './note-rules.ts'
import { listSessions, openNote } from './note-store.ts'
import { printCase, printSupervision } from './print-schema.ts'
import { findSupervision, listSupervisionRows } from './review-store.ts'
import { supervisionPaper } from './supervision-paper-rules.ts'

const aRecord = { zh: '这份记录', en: 'record' }

export const printRoutes = [
  route(printCase, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await caseFor(call, input.id)
    if (!found.ok) return found
    const row = found.value
    const detail = await detailFor(call, row)
    const facts = { found: detail, ...(await paperHeadOf(tx, tenantId, row.project_id)) }
    const box = boxFor(call)
    call.note({ details: { what: input.what, format: input.format } })
    const name = `${detail.number}-${input.what}`
    if (input.what === 'form') {
      const form = detail.forms.find((one) => one.id === input.recordId)
      if (form === undefined) return absent(aRecord)
      return paperFile(
        call,
        input.format,
        `${name}-${form.form.kind}`,
        formPaper(facts, form, lastOf(detail.forms, 'plan')?.form.content.goals ?? []),
      )
    }
    const sessions = await listSessions(tx, tenantId, row.id, await asOfFor(call, row.project_id))
    const readable = sessions.filter(
      (one) =>
        one.status === 'held' &&
        !one.repeats &&
        mayReadNote({ isNarrow: one.is_narrow, writtenBy: one.written_by, projectId: one.project_id }, actor),
    )
    const wanted = input.what === 'session' ? readable.filter((one) => one.id === input.recordId) : readable
    const notes = await Promise.all(
      wanted.map(async (one) => ({
        id: one.id,
        content: openNote(box, one),
        writtenBy: await findAccountName(tx, tenantId, one.written_by),
      })),
    )
    if (input.what === 'session') {
      const [note] = notes
      if (note !== undefined) return paperFile(call, input.format, name, sessionPaper(facts, note))
      return sessions.some((one) => one.id === input.recordId)
        ? no(
            'note.narrow',
            { zh: '这是心理咨询记录，只有记录人和督导可以读。', en: 'A counselling note is for its author and the supervisor.' },
            { sort: 'forbidden' },
          )
        : absent(aRecord)
    }
    const referrals = []
    for (const one of await listReferralsOfCase(tx, tenantId, row.id, today)) {
      const record = await findReferral(tx, tenantId, one.id)
      if (record !== undefined) referrals.push(await referralPaperFor(call, record))
    }
    return paperFile(call, input.format, name, filePaper(facts, notes, referrals))
  }),

  route(printSupervision, async (call) => {
    const { tx, tenantId, input, reach } = call
    const known = await findSupervision(tx, tenantId, input.id)
    if (known === undefined) return absent(aRecord)
    call.note({ subject: `project:${known.project_id}` })
    if (!canReachProject(reach, known.project_id)) return outside
    const rows = await listSupervisionRows(tx, tenantId, boxFor(call), known.project_id, undefined)
    const row = rows.find((one) => one.id === input.id)
    if (row === undefined) return outside
    const { project, agency } = await paperHeadOf(tx, tenantId, known.project_id)
    return paperFile(call, input.format, `supervision-${row.day}`, supervisionPaper({ ...row, isMine: false }, project, agency))
  }),
]
