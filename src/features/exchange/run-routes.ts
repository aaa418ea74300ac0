import type { ImportId, ProjectId } from '../../kernel/ids.ts'
import type { SignedInCall } from '../../server/route.ts'
import { readBooks } from './books-reader.ts'
import { listColumns } from './decision-store.ts'
import { refreshStatistics, writeDrafts, type Written } from './draft-store.ts'
import type { DraftTable } from './draft-schema.ts'
import { loadFacts } from './facts-store.ts'
import { readForms } from './form-rules.ts'
import type { TableMapping } from './form-schema.ts'
import { getFiles, saveTrial } from './import-store.ts'
import { planImport } from './plan-rules.ts'
import type { ImportPlan } from './plan-schema.ts'
import { recordWords } from './record-words.ts'
import type { ImportRow } from './schema.ts'

/** What came of reading an import. With refusals there is nothing else. */
export type Run = { readonly plan: ImportPlan; readonly tables: readonly TableMapping[]; readonly refusals: ImportRow['refusals'] }

/** Reads an import's files and lays out what they would do, with what the database holds now and what people decided. */
export async function planRun(call: SignedInCall<unknown>, id: ImportId, projectId: ProjectId): Promise<Run> {
  const { tx, tenantId, sealer, progress } = call
  const { refusals, files, ...read } = await readRun(call, id)
  if (refusals.length > 0) return { refusals: refusals.map(({ file, because }) => ({ file, because })), plan: emptyPlan(), tables: [] }
  if (read.tables.length === 0) return { refusals: files.map(nothingIn), plan: emptyPlan(), tables: [] }
  const facts = await loadFacts(tx, tenantId, projectId, sealer)
  const plan = planImport({
    rows: read.rows,
    facts,
    hide: (text) => sealer.index(text, tenantId).toString('base64url').slice(0, 22),
    today: call.today,
  })
  progress.report('planning', 1, 1)
  return { plan, tables: read.tables, refusals: [] }
}

const nothingIn = (file: string) => ({
  file,
  because: {
    zh: `“${file}”里没有找到任何表格：一行表头，下面是各行内容。请检查文件，或换一个文件。`,
    en: `No table was found in “${file}”: a row of headers with rows below it. Check the file, or choose another.`,
  },
})

/** The rows of an import's files. What was read to find them is let go. */
async function readRun(call: SignedInCall<unknown>, id: ImportId) {
  const { tx, tenantId, sealer, progress } = call
  const files = await getFiles(tx, tenantId, sealer, id)
  const { books, refusals } = await readBooks(files, ({ share }) => progress.report('reading', share, 1))
  progress.report('planning', 0, 1)
  return {
    refusals,
    files: files.map((file) => file.name),
    ...readForms(refusals.length > 0 ? [] : books, await listColumns(tx, tenantId)),
  }
}

const emptyPlan = (): ImportPlan => ({
  drafts: [],
  findings: [],
  unresolved: [],
  counts: { rows: {}, drafts: {}, findings: { error: 0, warning: 0, notice: 0 }, unresolved: 0 },
})

/** Says what the run would write, and keeps it for the screen. */
export async function keepTrial(call: SignedInCall<unknown>, id: ImportId, projectId: ProjectId, run: Run): Promise<void> {
  const written = await writeRun(call, id, projectId, run, true)
  await saveTrial(call.tx, call.tenantId, call.sealer, id, {
    summary: summaryOf(run.plan, written),
    tables: run.tables,
    unresolved: run.plan.unresolved,
    findings: run.plan.findings,
  })
}

export async function writeRun(call: SignedInCall<unknown>, id: ImportId, projectId: ProjectId, run: Run, dry: boolean): Promise<Written> {
  const { tx, tenantId, sealer, progress } = call
  const written = await writeDrafts(
    {
      tx,
      tenantId,
      projectId,
      importId: id,
      sealer,
      ...(dry ? { dry: true as const } : {}),
      onProgress: (done, of) => progress.report(dry ? 'comparing' : 'writing', done, of),
    },
    run.plan.drafts,
  )
  if (!dry) await refreshStatistics(tx)
  return written
}

export function summaryOf(plan: ImportPlan, written: Written): NonNullable<ImportRow['summary']> {
  const tables = tablesOf(written)
  return {
    records: tables.map((table) => ({ table, title: recordWords[table], ...(written[table] ?? { added: 0, changed: 0, left: 0 }) })),
    findings: plan.counts.findings,
    unresolved: plan.unresolved.length,
    rows: Object.values(plan.counts.rows).reduce((sum, rows) => sum + rows, 0),
  }
}

const isTable = (name: string): name is DraftTable => name in recordWords
const tablesOf = (written: Written): DraftTable[] => Object.keys(written).filter(isTable)
