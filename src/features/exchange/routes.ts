import { v7 } from 'uuid'
import { z } from 'zod'
import { attendanceIdSchema, type ImportId } from '../../kernel/ids.ts'
import { maskedNumber } from '../../kernel/masks.ts'
import { canReachProject } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { setAttendee } from '../ledger/write-store.ts'
import { findProject } from '../projects/store.ts'
import * as decisions from './decision-store.ts'
import { fieldsOf } from './field-words.ts'
import { findingWords } from './finding-words.ts'
import type { TableMapping } from './form-schema.ts'
import { forms } from './forms-schema.ts'
import * as store from './import-store.ts'
import type { Unresolved } from './plan-schema.ts'
import { keepTrial, planRun, summaryOf, writeRun } from './run-routes.ts'
import {
  acceptImport,
  decideName,
  discardImport,
  listFindings,
  listImports,
  listUnresolved,
  openImport,
  receiveImport,
  saveMapping,
  undoImport,
  type ImportRow,
} from './schema.ts'
import { mayUndoUnder } from './undo-rules.ts'
import { countEdited, findLaterImport, listStandingExpenses, undoChanges } from './undo-store.ts'

const anImport = { zh: '这次导入', en: 'import' }
const outside = no('imports.outside', { zh: '这个项目不在您的负责范围内。', en: 'This project is not among yours.' }, { sort: 'forbidden' })

async function importFor(call: SignedInCall<unknown>, id: ImportId): Promise<Verdict<ImportRow>> {
  call.note({ subject: `import:${id}` })
  const found = await store.findImport(call.tx, call.tenantId, id)
  if (found === undefined) return absent(anImport)
  return canReachProject(call.reach, found.projectId) ? yes(found) : outside
}

/** The import, held until the transaction ends, and with it the project: of two who accept at once the second waits, and is told. */
async function heldFor(call: SignedInCall<unknown>, id: ImportId): Promise<Verdict<ImportRow>> {
  await store.holdImport(call.tx, call.tenantId, id)
  return importFor(call, id)
}

/** The import, when nothing of it has been written yet. */
async function openFor(call: SignedInCall<unknown>, id: ImportId): Promise<Verdict<ImportRow>> {
  const found = await heldFor(call, id)
  if (!found.ok) return found
  return found.value.state === 'read' || found.value.state === 'received'
    ? found
    : no('import.closed', {
        zh: '这次导入已确认、撤销或被拒绝，不能再改。',
        en: 'This import was accepted, undone or refused: it can no longer be changed.',
      })
}

async function getImport(call: SignedInCall<unknown>, id: ImportId): Promise<ImportRow> {
  const found = await store.findImport(call.tx, call.tenantId, id)
  if (found === undefined) throw new Error('An import just written is gone.')
  return found
}

/** Tries an import out and keeps what it would do; a file that cannot be read refuses the whole. */
async function tryOut(call: SignedInCall<unknown>, id: ImportId, projectId: ImportRow['projectId']): Promise<ImportRow> {
  const run = await planRun(call, id, projectId)
  if (run.refusals.length > 0) await store.refuseImport(call.tx, call.tenantId, id, run.refusals)
  else await keepTrial(call, id, projectId, run)
  return getImport(call, id)
}

const tables = z.custom<readonly TableMapping[]>((value) => Array.isArray(value))
const names = z.custom<readonly Unresolved[]>((value) => Array.isArray(value))

export const exchangeRoutes = [
  route(listImports, async ({ tx, tenantId, input, reach }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    return canReachProject(reach, input.projectId) ? yes(await store.listImportRows(tx, tenantId, input.projectId, input)) : outside
  }),

  route(receiveImport, async (call) => {
    const { tx, tenantId, input, actor, sealer, files } = call
    call.note({ subject: `import:${input.id}`, details: { project: input.projectId, files: files.map((file) => file.name) } })
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachProject(call.reach, input.projectId)) return outside
    if (files.length === 0)
      return no(
        'import.noFiles',
        { zh: '请选择至少一个工作簿。', en: 'Choose at least one workbook.' },
        { field: 'files', sort: 'invalid' },
      )
    await store.addImport(tx, tenantId, sealer, { id: input.id, projectId: input.projectId, by: actor.accountId, files })
    return yes(await tryOut(call, input.id, input.projectId))
  }),

  route(openImport, async (call) => {
    const found = await importFor(call, call.input.id)
    if (!found.ok) return found
    const { tx, tenantId, input } = call
    return yes({
      ...found.value,
      tables: tables.parse(await store.findTables(tx, tenantId, input.id)).map(shownTable),
      forms: Object.entries(forms).map(([form, { zh, fields }]) => ({
        form,
        title: zh,
        fields: fieldsOf(form, Object.keys(fields)),
      })),
      findingCounts: (await store.countFindings(tx, tenantId, input.id)).map((row) => ({ ...row, title: findingWords.title(row.code) })),
    })
  }),

  route(listFindings, async (call) => {
    const { tx, tenantId, sealer, input } = call
    const found = await importFor(call, input.id)
    if (!found.ok) return found
    const { rows, total } = await store.listFindingRows(tx, tenantId, sealer, input)
    return yes({
      total,
      rows: rows.map(({ params, seen, ...row }) => ({
        ...row,
        seen: shownCell(row.field, seen),
        ...findingWords.of({ ...row, params, seen }),
      })),
    })
  }),

  route(listUnresolved, async (call) => {
    const { tx, tenantId, sealer, input } = call
    const found = await importFor(call, input.id)
    if (!found.ok) return found
    const decided = await decisions.listDecisions(tx, tenantId, found.value.projectId)
    return yes({
      rows: names.parse(await store.findUnresolved(tx, tenantId, sealer, input.id)).map((row) => ({
        subject: row.subject,
        file: row.file,
        sheet: row.sheet ?? null,
        row: row.row ?? null,
        column: row.column ?? null,
        name: row.name,
        community: row.community ?? null,
        hints: row.hints,
        about: row.about,
        candidates: row.candidates.map(({ person, name, community, because }) => ({ person, name, community: community ?? null, because })),
        decision: decided.get(row.subject) ?? null,
      })),
    })
  }),

  route(decideName, async (call) => {
    const { tx, tenantId, sealer, input, actor } = call
    const found = await heldFor(call, input.id)
    if (!found.ok) return found
    const { projectId, state } = found.value
    if (state !== 'read' && state !== 'accepted')
      return no('import.closed', { zh: '这次导入已撤销或被拒绝，不能再认领。', en: 'This import was undone or refused.' })
    const asked = names.parse(await store.findUnresolved(tx, tenantId, sealer, input.id)).find((row) => row.subject === input.subject)
    if (asked === undefined) return absent({ zh: '这个待认领的姓名', en: 'name to be resolved' })
    call.note({ details: { subject: input.subject, decision: input.decision === null ? null : JSON.stringify(input.decision) } })
    await decisions.saveDecision(tx, tenantId, projectId, input.subject, input.decision ?? undefined, actor.accountId)
    // What is written already follows the decision at once.
    if (state === 'accepted') {
      const person = await decisions.personOf(tx, tenantId, projectId, input.decision)
      for (const { table, key } of asked.records) {
        const record = await decisions.findImported(tx, tenantId, projectId, table, key)
        if (record === undefined) continue
        if (table === 'attendance') await setAttendee(tx, tenantId, attendanceIdSchema.parse(record), person)
        else await decisions.setPerson(tx, tenantId, table, record, person)
      }
    }
    return yes({})
  }),

  route(saveMapping, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await openFor(call, input.id)
    if (!found.ok) return found
    await decisions.saveColumns(tx, tenantId, input, v7(), actor.accountId)
    return yes(await tryOut(call, input.id, found.value.projectId))
  }),

  route(acceptImport, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await openFor(call, input.id)
    if (!found.ok) return found
    const { projectId } = found.value
    const run = await planRun(call, input.id, projectId)
    if (run.refusals.length > 0)
      return no('import.unreadable', {
        zh: '文件这次没有读出来，请重新上传。',
        en: 'The files could not be read this time; upload them again.',
      })
    const written = await writeRun(call, input.id, projectId, run, false)
    await store.acceptImport(tx, tenantId, input.id, actor.accountId, summaryOf(run.plan, written))
    call.note({
      details: {
        added: Object.values(written).reduce((sum, { added }) => sum + added, 0),
        changed: Object.values(written).reduce((sum, { changed }) => sum + changed, 0),
      },
    })
    return yes(await getImport(call, input.id))
  }),

  route(undoImport, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await heldFor(call, input.id)
    if (!found.ok) return found
    if (found.value.state !== 'accepted')
      return no('import.notAccepted', {
        zh: '这次导入没有写入过，不需要撤销。',
        en: 'This import wrote nothing: there is nothing to undo.',
      })
    if (await findLaterImport(tx, tenantId, input.id, found.value.projectId))
      return no('import.later', {
        zh: '这个项目之后又有导入，请先撤销后面的导入。',
        en: 'There are later imports of this project: undo those first.',
      })
    const under = mayUndoUnder(await listStandingExpenses(tx, tenantId, input.id))
    if (!under.ok) return under
    const edited = await countEdited(tx, tenantId, input.id)
    if (edited > 0 && !input.evenIfEdited)
      return no('import.edited', {
        zh: `导入后有${edited}条记录被人改过，撤销会一并丢掉这些修改。确定要撤销，请再次确认。`,
        en: `${edited} of its records were changed since; undoing would lose those changes. Confirm once more to undo.`,
      })
    call.note({ reason: input.reason, details: { edited } })
    const isUndone = await undoChanges(tx, tenantId, found.value.projectId, input.id).then(() => true, isStillNeeded)
    if (!isUndone)
      return no('import.stillNeeded', {
        zh: '导入的人员或服务已被之后的记录引用，不能整次撤销；请先删除或改正那些记录。',
        en: 'Later records refer to what this import added; remove or change those first.',
      })
    await store.markUndone(tx, tenantId, input.id, actor.accountId, input.reason)
    return yes(await getImport(call, input.id))
  }),

  route(discardImport, async (call) => {
    const found = await heldFor(call, call.input.id)
    if (!found.ok) return found
    if (found.value.state === 'accepted')
      return no('import.accepted', { zh: '这次导入已写入，要撤销请用“撤销导入”。', en: 'This import was accepted: undo it instead.' })
    await store.removeImport(call.tx, call.tenantId, call.input.id)
    return yes({})
  }),
]

const foreignKeySchema = z.object({ code: z.literal('23503') })

/** A row that something else points to cannot go: that is an answer, any other error a fault. */
function isStillNeeded(error: unknown): false {
  if (!foreignKeySchema.safeParse(error).success) throw error
  return false
}

/** An identity number in a cell is not for everybody's eyes; the rest of a doubtful cell must be seen to be put right. */
const shownCell = (field: string | null, seen: string | null): string | null =>
  seen !== null && field === 'idNumber' ? maskedNumber(seen) : seen

const shownTable = (table: TableMapping) => ({
  file: table.file,
  sheet: table.sheet ?? null,
  part: table.part ?? null,
  headerRow: table.headerRow,
  signature: table.signature,
  form: table.form ?? null,
  formTitle: table.form === undefined ? null : forms[table.form].zh,
  guess: table.guess ?? null,
  confidence: table.confidence,
  rowCount: table.rowCount,
  columns: table.columns.map((column) => ({
    column: column.column,
    header: column.header,
    field: column.field ?? null,
    example: shownCell(column.field ?? null, column.example ?? null),
  })),
})
