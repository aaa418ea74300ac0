import { maskedName } from '../../kernel/masks.ts'
import type { Paper } from '../../kernel/paper.ts'
import { inLanguage } from '../../server/problem.ts'
import { fileSafe, toPdf, toWord } from '../../server/paper.ts'
import { rezipped } from '../../server/rezip.ts'
import type { SignedInCall } from '../../server/route.ts'
import { writeSheets } from '../exchange/sheet-writer.ts'
import { serviceDetail } from '../ledger/open-routes.ts'
import { paperWords } from '../ledger/paper-words.ts'
import { recordPaper, rollPaper } from '../ledger/service-paper-rules.ts'
import { serviceWords } from '../ledger/service-words.ts'
import { findService } from '../ledger/store.ts'
import { countingOf } from '../measures/counting-store.ts'
import { measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import { listMembers } from '../measures/member-store.ts'
import { findProject } from '../measures/project-facts-store.ts'
import type { Member } from '../measures/schema.ts'
import { findContent } from '../ledger/evidence-store.ts'
import { getFile, type Voucher } from '../projects/file-store.ts'
import type { Facts, Gathering } from './facts-schema.ts'
import { checklistSection, indexPaper } from './index-paper-rules.ts'
import { findGoods } from './goods-store.ts'
import {
  expenseFolder,
  filedEvidence,
  fileUnder,
  folders,
  gatheringFolder,
  handOutFolder,
  isFitForMasked,
  slotFolder,
} from './pack-plan-rules.ts'
import type { PackFile } from './pack-writer.ts'
import {
  exceptionsTable,
  figuresTables,
  gatheringsTable,
  goodsTables,
  membersTable,
  moneyTables,
  targetsTable,
  type Table,
} from './tables-rules.ts'

/** More members than this are a list for the screen, and not for a sheet. */
const mostMembers = 20_000

export type Making = { readonly facts: Facts; readonly named: boolean }
/** Vouchers bear the names of who was paid and who signed: a masked pack has none. */
export type Vouchers = readonly Voucher[]

/** Every file of a pack, made one after the other, with progress told. */
export async function packFiles(call: SignedInCall<unknown>, { facts, named }: Making, vouchers: Vouchers): Promise<PackFile[]> {
  const { progress } = call
  const of = facts.gatherings.length
  progress.report('members', 0, 1)
  const files: PackFile[] = [
    ...(await tableFiles(call, { facts, named })),
    ...(await goodsFiles(call, { facts, named })),
    ...(await indexFiles(call, { facts, named })),
    ...(await voucherFiles(call, facts, vouchers)),
  ]
  for (const [at, one] of facts.gatherings.entries()) {
    progress.report('gatherings', at, of)
    files.push(...(await gatheringFiles(call, facts, one, at, named)))
  }
  progress.report('zip', 0, 1)
  return files
}

async function indexFiles(call: SignedInCall<unknown>, { facts, named }: Making): Promise<PackFile[]> {
  const paper = indexPaper(facts, named)
  call.progress.report('index', 0, 1)
  const pdf = await toPdf(paper, call.language)
  return [
    { path: `${folders.index}/验收资料目录.docx`, bytes: await toWord(paper, call.language) },
    // Where there is no Chromium the index is there as Word, and what is missing is said beside it.
    pdf.ok
      ? { path: `${folders.index}/验收资料目录.pdf`, bytes: pdf.value }
      : { path: `${folders.index}/没有PDF的原因.txt`, bytes: Buffer.from(inLanguage(pdf.because, call.language)) },
  ]
}

async function tableFiles(call: SignedInCall<unknown>, { facts, named }: Making): Promise<PackFile[]> {
  const say = (words: { zh: string; en: string }) => inLanguage(words, call.language)
  const evidence: Table[] = []
  const counted = [...new Set(facts.targets.flatMap(({ measure, value }) => (measure === null || value === null ? [] : [measure])))]
  for (const [at, key] of counted.entries()) {
    call.progress.report('members', at, counted.length)
    const members = await membersOf(call, facts, key, named)
    if (members !== undefined)
      evidence.push(membersTable(`${String(evidence.length + 1).padStart(2, '0')} ${say(measures[key].name)}`, members, say))
  }
  const book = async (path: string, sheets: Table[]): Promise<PackFile> => ({ path, bytes: await rezipped(await writeSheets(sheets)) })
  return [
    await book(`${folders.targets}/指标完成情况.xlsx`, [targetsTable(facts, say), exceptionsTable(facts, say)]),
    ...(evidence.length === 0 ? [] : [await book(`${folders.targets}/佐证名单.xlsx`, evidence)]),
    await book(`${folders.figures}/各项数字.xlsx`, figuresTables(facts, say)),
    await book(`${folders.gatherings}/000 活动总表.xlsx`, [gatheringsTable(facts, say)]),
    await book(`${folders.money}/预算与支出.xlsx`, moneyTables(facts, say)),
  ]
}

/** The vouchers under their expenses, in the order of the list of expenses. */
async function voucherFiles({ tx, tenantId, sealer }: SignedInCall<unknown>, facts: Facts, vouchers: Vouchers): Promise<PackFile[]> {
  const files: PackFile[] = []
  for (const [at, one] of facts.expenses.entries())
    for (const [n, voucher] of vouchers.filter(({ expenseId }) => expenseId === one.id).entries()) {
      const { bytes } = await getFile(tx, tenantId, sealer, voucher.id)
      files.push({ path: fileUnder(expenseFolder(one, at), n, voucher.fileName, voucher.mediaType), bytes })
    }
  return files
}

/** Who was given what, and the receipts that were filed with it; nothing where nothing was given. */
async function goodsFiles({ tx, tenantId, sealer, language }: SignedInCall<unknown>, { facts, named }: Making): Promise<PackFile[]> {
  const goods = await findGoods(tx, tenantId, facts.project.id, facts.period, named)
  if (goods.handOuts.length + goods.stock.length === 0) return []
  const sheets = goodsTables(goods, (words) => inLanguage(words, language))
  const files: PackFile[] = [{ path: `${folders.goods}/物资发放.xlsx`, bytes: await rezipped(await writeSheets(sheets)) }]
  for (const [at, one] of goods.handOuts.entries())
    for (const { path, file } of filedEvidence(one)) {
      const bytes = named || isFitForMasked(file) ? await findContent(tx, tenantId, sealer, file.id, 'content') : undefined
      if (bytes !== undefined) files.push({ path: `${handOutFolder(one, at)}/${path}`, bytes })
    }
  return files
}

async function membersOf(call: SignedInCall<unknown>, facts: Facts, key: MeasureKey, named: boolean): Promise<Member[] | undefined> {
  if (measures[key].over === 'measures') return undefined
  const project = await findProject(call.tx, call.tenantId, facts.project.id)
  if (project === undefined) return undefined
  const counting = countingOf(key, facts.period.scope, project)
  const { rows } = await listMembers(call.tx, counting, project, 'all', { offset: 0, limit: mostMembers })
  return rows.map((row) => ({ ...row, name: row.name === null || named ? row.name : maskedName(row.name) }))
}

async function gatheringFiles(call: SignedInCall<unknown>, facts: Facts, one: Gathering, at: number, named: boolean): Promise<PackFile[]> {
  const { tx, tenantId, sealer, language } = call
  const folder = gatheringFolder(one, at)
  const found = await findService(tx, tenantId, one.id, { whole: true })
  if (found === undefined) throw new Error('A service just listed is gone.')
  const service = await serviceDetail(call, found.row, named)
  const about = { service, project: facts.project.name, agency: facts.project.agency, today: facts.period.to }
  const left = new Set(named ? [] : one.evidence.filter((file) => !isFitForMasked(file)).map((file) => file.id))
  const word = async (path: string, paper: Paper): Promise<PackFile> => ({
    path: `${folder}/${path}`,
    bytes: await toWord(paper, language),
  })
  // Who was there stands on the roll alone, and the list of papers before the record.
  const { sections, ...record } = recordPaper({ ...about, service: { ...service, attended: [] } })
  const kept = sections.filter((section) => section.title !== serviceWords.attended && section.title !== paperWords.supervisorSays)
  const files = [
    await word('00 材料清单与服务记录.docx', { ...record, sections: [checklistSection(one, left), ...kept] }),
    ...(service.attended.length === 0
      ? []
      : [await word(`${slotFolder('roll')}/签到名单（系统登记）.docx`, rollPaper({ ...about, archived: true }))]),
  ]
  for (const { path, file } of filedEvidence(one))
    if (!left.has(file.id)) {
      const bytes = await findContent(tx, tenantId, sealer, file.id, 'content')
      if (bytes !== undefined) files.push({ path: `${folder}/${path}`, bytes })
    }
  return files
}

/** A pack's file name: the project, the day, and whether it is masked. */
export const packName = (project: string, day: string, named: boolean): string =>
  `${fileSafe(project)}-验收资料包-${day}${named ? '' : '-打码版'}.zip`
