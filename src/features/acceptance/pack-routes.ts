import type { Day } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { canReachProject } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type Route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { listVouchers } from '../projects/file-store.ts'
import { findProject } from '../projects/store.ts'
import type { Facts } from './facts-schema.ts'
import { findFacts } from './facts-store.ts'
import { indexPaper } from './index-paper-rules.ts'
import { packFiles, packName } from './pack-make-routes.ts'
import { fetchPack, listPacks, makePack, printIndex, showAcceptance } from './pack-schema.ts'
import * as store from './pack-store.ts'
import { writePack } from './pack-writer.ts'
import { periodUpTo } from './period-rules.ts'
import { slotStates } from './slot-rules.ts'

const aProject = absent({ zh: '这个项目', en: 'project' })
const outside = no(
  'acceptance.outside',
  { zh: '这个项目不在您的负责范围内。', en: 'This project is not among yours.' },
  { sort: 'forbidden' },
)
const namesKept = no(
  'acceptance.namesKept',
  { zh: '您的角色只能使用打码版资料包。', en: 'Your role may have the masked pack only.' },
  { field: 'named', sort: 'forbidden' },
)
/** What a browser takes, and what fits a server's memory beside everything else. */
const mostBytes = 400_000_000
const tooLarge = no(
  'acceptance.tooLarge',
  {
    zh: '照片和文件超过400MB，一个资料包放不下。请先用较早的日期分期生成，或删去重复的照片。',
    en: 'Pictures and files are more than 400 MB, too much for one pack. Make it for an earlier day first, or remove pictures that repeat.',
  },
  { sort: 'too-large' },
)

/** Whether the caller reaches the whole of a project; another tenant's is absent. */
export async function mayUseProject(
  call: SignedInCall<unknown>,
  projectId: ProjectId,
): Promise<Verdict<{ startsOn: Day; endsOn: Day; name: string }>> {
  const project = await findProject(call.tx, call.tenantId, projectId)
  if (project === undefined) return aProject
  return canReachProject(call.reach, projectId) ? yes(project) : outside
}

async function factsFor(call: SignedInCall<unknown>, projectId: ProjectId, day: Day): Promise<Verdict<Facts>> {
  const project = await mayUseProject(call, projectId)
  if (!project.ok) return project
  const period = periodUpTo(project.value, day)
  if (!period.ok) return period
  const facts = await findFacts(call.tx, call.tenantId, projectId, period.value, 'closing')
  return facts === undefined ? aProject : yes(facts)
}

export const packRoutes: readonly Route[] = [
  route(showAcceptance, async (call) => {
    const facts = await factsFor(call, call.input.projectId, call.input.day)
    if (!facts.ok) return facts
    const { period, elapsedPercent, targets, gatherings, exceptions } = facts.value
    return yes({
      from: period.from,
      to: period.to,
      elapsedPercent,
      targets: [...targets],
      gatherings: gatherings.map((one) => ({
        id: one.id,
        kind: one.kind,
        day: one.day,
        number: one.number,
        title: one.title,
        community: one.community,
        attendances: one.attendances,
        slots: slotStates({ evidence: one.evidence, hasRoll: one.attendances > 0 }),
      })),
      mayName: maySeeNames(call.actor.grants),
      scope: period.scope,
      exceptions: [...exceptions],
    })
  }),

  route(printIndex, async (call) => {
    call.note({ subject: `project:${call.input.projectId}` })
    const facts = await factsFor(call, call.input.projectId, call.input.day)
    if (!facts.ok) return facts
    return paperFile(
      call,
      call.input.format,
      `验收资料目录-${facts.value.period.to}`,
      indexPaper(facts.value, maySeeNames(call.actor.grants)),
    )
  }),

  route(makePack, async (call) => {
    const { tx, tenantId, sealer, input, actor, now } = call
    call.note({ subject: `project:${input.projectId}`, details: { day: input.day, named: input.named } })
    if (input.named && !maySeeNames(actor.grants)) return namesKept
    call.progress.report('reading', 0, 1)
    const facts = await factsFor(call, input.projectId, input.day)
    if (!facts.ok) return facts
    const vouchers = input.named ? await listVouchers(tx, tenantId, input.projectId) : []
    const filed = [...facts.value.gatherings.flatMap((one) => one.evidence), ...vouchers]
    const weight = filed.reduce((sum, file) => sum + file.bytes, 0)
    if (weight > mostBytes) return tooLarge
    const { project, period } = facts.value
    const files = await packFiles(call, { facts: facts.value, named: input.named }, vouchers)
    const pack = await writePack(files, { project: project.name, from: period.from, to: period.to, named: input.named })
    await store.addPack(
      tx,
      tenantId,
      sealer,
      { id: input.id, projectId: input.projectId, day: period.to, named: input.named, ...pack },
      actor.accountId,
      now,
    )
    call.note({ details: { day: period.to, named: input.named, files: pack.files, sha256: pack.sha256 } })
    return yes({
      id: input.id,
      day: period.to,
      named: input.named,
      files: pack.files,
      bytes: pack.zip.length,
      sha256: pack.sha256,
      manifestSha256: pack.manifestSha256,
      madeBy: actor.displayName,
      madeAt: now.toISOString(),
    })
  }),

  route(listPacks, async (call) => {
    const project = await mayUseProject(call, call.input.projectId)
    if (!project.ok) return project
    const sees = maySeeNames(call.actor.grants)
    const packs = await store.listPacks(call.tx, call.tenantId, call.input.projectId)
    return yes({
      packs: packs.map(({ projectId: _project, madeAt, ...pack }) => ({
        ...pack,
        madeAt: madeAt.toISOString(),
        mayFetch: sees || !pack.named,
      })),
    })
  }),

  route(fetchPack, async (call) => {
    const { tx, tenantId, sealer, input, actor } = call
    const pack = await store.findPack(tx, tenantId, input.id)
    if (pack === undefined) return absent({ zh: '这个资料包', en: 'pack' })
    call.note({ subject: `project:${pack.projectId}`, details: { pack: pack.id, named: pack.named } })
    const project = await mayUseProject(call, pack.projectId)
    if (!project.ok) return project
    if (pack.named && !maySeeNames(actor.grants)) return namesKept
    return yes({
      fileName: packName(project.value.name, pack.day, pack.named),
      bytes: await store.getPackBytes(tx, tenantId, sealer, pack.id),
    })
  }),
]
