import { randomBytes } from 'node:crypto'
import { toBuffer } from 'qrcode'
import { maskedName } from '../../kernel/masks.ts'
import { proofOf } from '../../kernel/proof.ts'
import { canReach } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { openRoute, route, type SignedInCall } from '../../server/route.ts'
import { findPersonOfAccount } from './account-store.ts'
import { localTime } from './hours-rules.ts'
import { outside, volunteerFor } from './reach-routes.ts'
import { findOnRoll } from './register-store.ts'
import { findProject } from '../projects/store.ts'
import { sheetPaper } from './sheet-paper-rules.ts'
import { codeLength, codeOf, readCode, recordOfSheet, stateOfSheet, type SheetFacts } from './sheet-rules.ts'
import { fetchSheetFile, issueSheet, listSheets, printSheet, revokeSheet, verifySheet, type SheetId } from './sheet-schema.ts'
import * as store from './sheet-store.ts'

const aSheet = { zh: '这张记录单', en: 'sheet' }

async function sheetFor(call: SignedInCall<unknown>, id: SheetId): Promise<Verdict<store.SheetRecord>> {
  const found = await store.findSheet(call.tx, call.tenantId, id)
  if (found === undefined) return absent(aSheet)
  call.note({ subject: `person:${found.person_id}` })
  const volunteer = await findOnRoll(call.tx, call.tenantId, found.project_id, found.person_id)
  const communityCode = volunteer?.community_code ?? found.community_code
  return canReach(call.reach, { projectId: found.project_id, communityCode }) ? yes(found) : outside
}

async function stateNow(call: Pick<SignedInCall<unknown>, 'tx' | 'tenantId'>, sheet: store.SheetRecord) {
  const now = await store.findFactsNow(call.tx, call.tenantId, sheet)
  return stateOfSheet({ isRevoked: sheet.revoked_at !== null }, sheet.content_hash, now === undefined ? undefined : store.hashOfSheet(now))
}

/** What a sheet says, while the records still say it. */
async function factsAsIssued(call: SignedInCall<unknown>, sheet: store.SheetRecord): Promise<Verdict<SheetFacts>> {
  if ((await stateNow(call, sheet)) !== 'asIssued')
    return no('sheet.notAsIssued', {
      zh: '出具后记录有变动或已作废，请重新出具一张。',
      en: 'The records have changed since, or it was revoked: issue a new one.',
    })
  const facts = await store.findFactsNow(call.tx, call.tenantId, sheet)
  return facts === undefined ? absent(aSheet) : yes(facts)
}

const unknown = no(
  'sheet.unknown',
  { zh: '没有这个编号的记录单，请核对后再输一次。', en: 'There is no sheet with this code: compare and type it again.' },
  { field: 'code', sort: 'invalid' },
)

export const sheetRoutes = [
  route(listSheets, async (call) => {
    const { tx, tenantId, sealer, input } = call
    const found = await volunteerFor(call, input.volunteerId)
    if (!found.ok) return found
    const rows = []
    for (const sheet of await store.listSheets(tx, tenantId, found.value.project_id, found.value.person_id))
      rows.push({
        id: sheet.id,
        code: store.codeOfSheet(sealer, tenantId, sheet),
        from: sheet.from_day,
        to: sheet.to_day,
        minutes: sheet.minutes,
        shifts: sheet.shifts,
        merits: sheet.merit_ids.length,
        issuedAt: sheet.issued_at.toISOString(),
        issuedBy: sheet.issued_by_name,
        state: await stateNow(call, sheet),
        revokeReason: sheet.revoke_reason,
      })
    return yes({ rows })
  }),

  route(issueSheet, async (call) => {
    const { tx, tenantId, sealer, input, actor } = call
    const found = await volunteerFor(call, input.volunteerId)
    if (!found.ok) return found
    const { project_id: projectId, person_id: personId, name } = found.value
    if ((await findPersonOfAccount(tx, tenantId, actor.accountId)) === personId)
      return no('sheet.own', { zh: '自己的记录单由同事出具。', en: 'A colleague issues your own sheet.' }, { sort: 'forbidden' })
    const lines = await store.listLines(tx, tenantId, projectId, personId, input)
    if (lines.length === 0)
      return no('sheet.empty', {
        zh: '这段时间没有由别人确认的时长，不能出具记录单。',
        en: 'There are no hours in this time that somebody else has confirmed.',
      })
    const merits = input.withMerits ? await store.listSheetMerits(tx, tenantId, projectId, personId, input) : []
    const facts = { name, issuer: await store.findIssuer(tx, tenantId, projectId), from: input.from, to: input.to, lines, merits }
    const code = codeOf(randomBytes(codeLength))
    await store.addSheet(tx, tenantId, sealer, { id: input.id, projectId, personId, code, facts, by: actor.accountId })
    return yes({ id: input.id, code })
  }),

  route(revokeSheet, async (call) => {
    const found = await sheetFor(call, call.input.id)
    if (!found.ok) return found
    call.note({ reason: call.input.reason })
    const revoked = await store.revokeSheet(call.tx, call.tenantId, call.input.id, call.input.reason, call.actor.accountId)
    return revoked ? yes({}) : no('sheet.revoked', { zh: '这张记录单已经作废。', en: 'This sheet was revoked already.' })
  }),

  route(fetchSheetFile, async (call) => {
    const found = await sheetFor(call, call.input.id)
    if (!found.ok) return found
    const facts = await factsAsIssued(call, found.value)
    if (!facts.ok) return facts
    const code = store.codeOfSheet(call.sealer, call.tenantId, found.value)
    return yes({ fileName: `志愿服务记录单-${code}.json`, bytes: Buffer.from(proofOf([recordOfSheet(facts.value)])) })
  }),

  route(printSheet, async (call) => {
    const { tx, tenantId, sealer, input } = call
    const found = await sheetFor(call, input.id)
    if (!found.ok) return found
    const sheet = found.value
    const issued = await factsAsIssued(call, sheet)
    if (!issued.ok) return issued
    const facts = issued.value
    const code = store.codeOfSheet(sealer, tenantId, sheet)
    const tenant = await store.findTenantCode(tx, tenantId)
    const volunteer = await findOnRoll(tx, tenantId, sheet.project_id, sheet.person_id)
    const project = await findProject(tx, tenantId, sheet.project_id)
    // Without the tenant the page would look among the records of the first one.
    const address = `${input.origin}/verify?tenant=${encodeURIComponent(tenant)}`
    const picture = await toBuffer(`${address}&code=${code}`, { width: 240, margin: 1 })
    return paperFile(
      call,
      input.format,
      `志愿服务记录单-${code}`,
      sheetPaper({
        ...facts,
        number: volunteer?.number ?? null,
        project: project?.name ?? '',
        issuedOn: localTime(sheet.issued_at).day,
        issuedBy: sheet.issued_by_name,
        code,
        address,
        picture: { bytes: picture, mediaType: 'image/png', width: 240, height: 240 },
      }),
    )
  }),

  openRoute(verifySheet, async (call) => {
    const { tx, tenantId, sealer, input } = call
    const code = readCode(input.code)
    const sheet = code === undefined ? undefined : await store.findSheetByCode(tx, tenantId, sealer, code)
    if (sheet === undefined) return unknown
    return yes({
      state: await stateNow(call, sheet),
      name: maskedName(sheet.name),
      issuer: sheet.issuer,
      issuedOn: localTime(sheet.issued_at).day,
      from: sheet.from_day,
      to: sheet.to_day,
      minutes: sheet.minutes,
      shifts: sheet.shifts,
      merits: sheet.merit_ids.length,
    })
  }),
]
