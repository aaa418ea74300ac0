import { csvText } from '../../kernel/csv.ts'
import { canReachInto } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { inLanguage } from '../../server/problem.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { findProject } from '../measures/project-facts-store.ts'
import { sexWords } from '../people/people-words.ts'
import { listMeritRecords, listServiceRecords, listVolunteerRecords } from '../volunteering/record-store.ts'
import { writeSheets, type OutSheet } from './sheet-writer.ts'
import { exportVolunteerRecords, recordTableSchema, type ExportRecordsInput, type RecordTable } from './volunteer-export-schema.ts'
import { mayHandNumbers, meritCells, recordCells, recordHeaders, volunteerCells, type Shown } from './volunteer-record-rules.ts'

/** More rows than this are asked for in parts, by community or time. */
const mostRows = 100_000

const tooMany = no('export.tooMany', {
  zh: `超过${mostRows.toLocaleString('en-US')}行，请按社区或时间分次导出。`,
  en: `More than ${mostRows.toLocaleString('en-US')} rows: export by community or by time.`,
})

const backwards = no(
  'export.backwards',
  { zh: '结束日期早于开始日期，请核对。', en: 'The end lies before the beginning.' },
  { field: 'to', sort: 'invalid' },
)

const names: Record<RecordTable, string> = {
  volunteers: '志愿者基本信息',
  services: '志愿服务信息',
  training: '培训信息',
  awards: '表彰奖励信息',
  evaluations: '服务评价信息',
}

type Asked = SignedInCall<ExportRecordsInput>

async function rowsOf(call: Asked, table: RecordTable, shown: Shown): Promise<(string | number | null)[][]> {
  const { tx, tenantId, input, reach } = call
  const filter = { ...input, withNumbers: shown.whole, limit: mostRows + 1 }
  switch (table) {
    case 'volunteers':
      return (await listVolunteerRecords(tx, tenantId, call.sealer, filter, reach)).map((row) => volunteerCells(row, shown))
    case 'services':
      return (await listServiceRecords(tx, tenantId, call.sealer, filter, reach)).map((row) => recordCells(row, shown))
    case 'training':
    case 'awards':
    case 'evaluations': {
      const kind = ({ training: 'training', awards: 'award', evaluations: 'evaluation' } as const)[table]
      return (await listMeritRecords(tx, tenantId, call.sealer, { ...filter, kind }, reach)).map((row) => meritCells(table, row, shown))
    }
  }
}

async function sheetOf(call: Asked, table: RecordTable, shown: Shown): Promise<Verdict<OutSheet>> {
  const rows = await rowsOf(call, table, shown)
  return rows.length > mostRows ? tooMany : yes({ name: names[table], headers: recordHeaders(table, shown.whole), rows })
}

export const volunteerExportRoutes = [
  route(exportVolunteerRecords, async (call) => {
    const { input, today, language } = call
    const project = await findProject(call.tx, call.tenantId, input.projectId)
    if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(call.reach, input.projectId))
      return no('exports.outside', { zh: '这个项目不在您的负责范围内。', en: 'This project is not among yours.' }, { sort: 'forbidden' })
    if (input.from !== undefined && input.to !== undefined && input.to < input.from) return backwards
    const sees = maySeeNames(call.actor.grants)
    const may = mayHandNumbers(sees, input.numbersFor)
    if (!may.ok) return may
    const shown: Shown = { sees, whole: input.numbersFor !== undefined, sex: (sex) => inLanguage(sexWords[sex], language) }
    const sheets: OutSheet[] = []
    for (const table of input.format === 'csv' ? [input.table] : recordTableSchema.options) {
      const sheet = await sheetOf(call, table, shown)
      if (!sheet.ok) return sheet
      sheets.push(sheet.value)
    }
    call.note({
      subject: `project:${input.projectId}`,
      ...(input.numbersFor === undefined ? {} : { reason: input.numbersFor }),
      details: {
        format: input.format,
        rows: sheets.reduce((sum, { rows }) => sum + rows.length, 0),
        wholeNumbers: shown.whole,
        from: input.from ?? null,
        to: input.to ?? null,
      },
    })
    const [first] = sheets
    if (input.format === 'csv' && first !== undefined)
      return yes({
        fileName: `${project.name}-${first.name}-${today}.csv`,
        mediaType: 'text/csv; charset=utf-8',
        bytes: Buffer.from(csvText(first.headers, first.rows)),
      })
    return yes({ fileName: `${project.name}-志愿服务信息-${today}.xlsx`, bytes: await writeSheets(sheets) })
  }),
]
