import { maskedNumber } from '../../kernel/masks.ts'
import { canReachInto, canReachProject } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { inLanguage } from '../../server/problem.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { kindWords, lineWords } from '../ledger/kind-schema.ts'
import { statusWords } from '../ledger/ledger-words.ts'
import { spentForText } from '../ledger/spent-for-rules.ts'
import { listServiceRows } from '../ledger/store.ts'
import { measures } from '../measures/measure-list-rules.ts'
import { findProject } from '../measures/project-facts-store.ts'
import { showProject } from '../measures/store.ts'
import { hardshipWords } from '../people/hardship-schema.ts'
import { partWords, sexWords } from '../people/people-words.ts'
import { shownRow } from '../people/person-rules.ts'
import { listPeople } from '../people/store.ts'
import { findProjectDetail } from '../projects/store.ts'
import { makeExport, type ExportInput } from './export-schema.ts'
import { findingWords } from './finding-words.ts'
import { findImport, listFindingRows } from './import-store.ts'
import { writeSheets, type OutSheet } from './sheet-writer.ts'

/** More rows than this are asked for in parts, by community or month. */
const mostRows = 100_000

const tooMany = no('export.tooMany', {
  zh: `超过${mostRows.toLocaleString('en-US')}行，请按社区或时间分次导出。`,
  en: `More than ${mostRows.toLocaleString('en-US')} rows: export by community or by time.`,
})

type Call = SignedInCall<ExportInput>

async function peopleSheet(call: Call): Promise<Verdict<OutSheet>> {
  const { tx, tenantId, input, reach, today, actor, language } = call
  const { rows, total } = await listPeople(
    tx,
    tenantId,
    {
      offset: 0,
      limit: mostRows,
      projectId: input.projectId,
      communityCode: input.communityCode,
      part: input.part,
      label: input.label,
      search: input.search,
    },
    reach,
    today,
  )
  if (total > mostRows) return tooMany
  const sees = maySeeNames(actor.grants)
  return yes({
    name: '人员',
    headers: ['姓名', '性别', '出生日期', '年龄', '社区', '电话', '困难类别', '身份', '去世日期'],
    rows: rows
      .map((row) => shownRow(row, sees))
      .map((row) => [
        row.name,
        inLanguage(sexWords[row.sex], language),
        row.birthDate,
        row.age,
        row.communityName,
        row.phone,
        row.labels.map((label) => inLanguage(hardshipWords[label], language)).join('、'),
        row.parts.map((part) => inLanguage(partWords[part], language)).join('、'),
        row.deceasedOn,
      ]),
  })
}

async function servicesSheet(call: Call): Promise<Verdict<OutSheet>> {
  const { tx, tenantId, input, reach, language } = call
  const { list: _list, importId: _import, part: _part, label: _label, ...filter } = input
  const { rows, total } = await listServiceRows(tx, tenantId, { ...filter, offset: 0, limit: mostRows }, reach)
  if (total > mostRows) return tooMany
  return yes({
    name: '服务台账',
    headers: ['日期', '开始', '服务线', '类型', '状态', '编号', '名称', '主题', '社区', '分钟', '社工', '服务人次', '其中待认领'],
    rows: rows.map((row) => [
      row.day,
      row.startsAt,
      inLanguage(lineWords[row.line], language),
      inLanguage(kindWords[row.kind], language),
      inLanguage(statusWords[row.status], language),
      row.number,
      row.title,
      row.themes.join('、'),
      row.communityName,
      row.minutes,
      row.worker,
      row.attendances,
      row.unresolved,
    ]),
  })
}

async function figuresSheet(call: Call): Promise<Verdict<OutSheet>> {
  const project = await findProject(call.tx, call.tenantId, call.input.projectId)
  if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
  const shown = await showProject(call.tx, project, {}, call.today)
  const rowOf = (figure: (typeof shown.figures)[number], note: string) => [
    inLanguage(measures[figure.key].name, call.language),
    figure.value,
    inLanguage(measures[figure.key].unit, call.language),
    figure.target?.value ?? null,
    figure.target?.percent ?? null,
    inLanguage(measures[figure.key].rule, call.language),
    note,
  ]
  return yes({
    name: '数字',
    headers: ['指标', '数值', '单位', '合同目标', '完成率%', '口径', '说明'],
    rows: [
      ...shown.figures.map((figure) => rowOf(figure, '')),
      ...shown.estimates.map((estimate) =>
        rowOf(estimate, `估算，不与其他数字相加。依据：${estimate.basis.map((line) => `${line.basis} ${line.value}`).join('；')}`),
      ),
    ],
  })
}

async function expensesSheet(call: Call): Promise<Verdict<OutSheet>> {
  const project = await findProjectDetail(call.tx, call.tenantId, call.input.projectId)
  if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
  const lines = new Map(project.budget.map((line) => [line.id, line.name]))
  return yes({
    name: '支出明细',
    headers: ['凭证号', '日期', '科目', '金额（元）', '用途/收款方', '发票号', '经手人', '用于服务'],
    rows: project.expenses.map((expense) => [
      expense.voucher,
      expense.spentOn,
      lines.get(expense.budgetLineId ?? '') ?? null,
      expense.amountFen / 100,
      expense.purpose,
      expense.invoice,
      expense.handledBy,
      expense.service === null ? null : spentForText(expense.service, (words) => inLanguage(words, call.language)),
    ]),
  })
}

async function findingsSheet(call: Call): Promise<Verdict<OutSheet>> {
  const { tx, tenantId, sealer, input, language } = call
  const found = input.importId === undefined ? undefined : await findImport(tx, tenantId, input.importId)
  if (found === undefined || found.projectId !== input.projectId) return absent({ zh: '这次导入', en: 'import' })
  const { rows } = await listFindingRows(tx, tenantId, sealer, { id: found.id, offset: 0, limit: mostRows })
  return yes({
    name: '疑点',
    headers: ['文件', '工作表', '行', '列', '原内容', '问题', '怎么办'],
    rows: rows.map((row) => {
      const { wrong, toDo } = findingWords.of(row)
      return [
        row.file,
        row.sheet,
        row.row,
        row.column,
        row.field === 'idNumber' && row.seen !== null ? maskedNumber(row.seen) : row.seen,
        inLanguage(wrong, language),
        inLanguage(toDo, language),
      ]
    }),
  })
}

const sheets = {
  people: peopleSheet,
  services: servicesSheet,
  figures: figuresSheet,
  expenses: expensesSheet,
  findings: findingsSheet,
}

/** Lists of the whole project ask for the whole project; the others show what the caller may see of it. */
const ofWholeProject = new Set<ExportInput['list']>(['figures', 'expenses', 'findings'])

export const exportRoutes = [
  route(makeExport, async (call) => {
    const { input } = call
    const project = await findProject(call.tx, call.tenantId, input.projectId)
    if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
    const may = ofWholeProject.has(input.list) ? canReachProject(call.reach, input.projectId) : canReachInto(call.reach, input.projectId)
    if (!may)
      return no('exports.outside', { zh: '这个项目不在您的负责范围内。', en: 'This project is not among yours.' }, { sort: 'forbidden' })
    const sheet = await sheets[input.list](call)
    if (!sheet.ok) return sheet
    const { list, projectId, ...filter } = input
    call.note({ subject: `project:${projectId}`, details: { list, rows: sheet.value.rows.length, filter: Object.keys(filter) } })
    return yes({ fileName: `${project.name}-${sheet.value.name}-${call.today}.xlsx`, bytes: await writeSheets([sheet.value]) })
  }),
]
