import { sha256 } from '../../kernel/sha256.ts'
import { canReachProject } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { newId } from '../../server/ids.ts'
import { shrunk } from '../../server/pictures.ts'
import { route, type Route, type SignedInCall } from '../../server/route.ts'
import { findTenantCode } from '../identity/tenant-store.ts'
import { findProject, type ProjectFacts } from '../measures/project-facts-store.ts'
import { findAgencyName, findBulletinFacts } from './bulletin-facts-store.ts'
import { mayApprove, mayChange, mayPublish, mayReturn, mayWithdraw } from './bulletin-rules.ts'
import {
  approveBulletin,
  composeBulletin,
  correctBulletin,
  listBulletins,
  openBulletin,
  publishBulletin,
  publishCorrection,
  returnBulletin,
  saveBulletin,
  showBulletinFacts,
  submitBulletin,
  withdrawBulletin,
  type BulletinId,
  type BulletinRow,
  type Content,
  type DraftFigure,
  type FrozenIn,
  type Token,
} from './bulletin-schema.ts'
import * as bulletins from './bulletin-store.ts'
import { keyOf, mapTokens, pastsOf, picturesOf, tableTokensOf, tokensOf } from './bulletin-text-rules.ts'
import { compose } from './compose-rules.ts'
import { fitness } from './fitness-routes.ts'
import { countNow } from './drift-store.ts'
import { frozenIdSchema, frozenSetIdSchema } from './figure-record-schema.ts'
import { addFrozen, countWanted } from './freeze-store.ts'
import { findFigures, listCorrections } from './frozen-store.ts'
import * as pictures from './picture-store.ts'
import { namingOf } from './pseudonym-store.ts'
import { textOfBulletin, toPublic } from './publish-rules.ts'
import * as published from './published-store.ts'
import { isHidden } from './small-number-rules.ts'
import { findHidden, mayAllBeSaid } from './small-number-store.ts'

const aBulletin = { zh: '这份简报', en: 'bulletin' }
const outside = no(
  'bulletins.outside',
  { zh: '这个项目不在您的负责范围内。', en: 'This project is not among yours.' },
  { sort: 'forbidden' },
)

async function projectFor({ tx, tenantId, reach }: SignedInCall<unknown>, id: ProjectId): Promise<Verdict<ProjectFacts>> {
  const project = await findProject(tx, tenantId, id)
  if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
  return canReachProject(reach, id) ? yes(project) : outside
}

async function bulletinFor(call: SignedInCall<unknown>, id: BulletinId): Promise<Verdict<bulletins.StoredBulletin>> {
  const found = await bulletins.findBulletin(call.tx, call.tenantId, id)
  if (found === undefined) return absent(aBulletin)
  if (!canReachProject(call.reach, found.projectId)) return outside
  call.note({ subject: `bulletin:${id}` })
  return yes(found)
}

const rowOf = (one: bulletins.StoredBulletin, drifted: number): BulletinRow => ({
  id: one.id,
  title: one.content.title,
  state: one.state,
  edition: one.edition,
  superseded: one.superseded,
  by: one.by,
  changedAt: one.changedAt,
  publishedAt: one.publishedAt,
  drifted,
})

/** The live value of each figure, by measure and scope. */
const valuesOf = (figures: readonly DraftFigure[]) => new Map(figures.map(({ measure, scope, value }) => [keyOf(measure, scope), value]))

/** The frozen figures of a published bulletin, beside what the ledger says now. */
async function frozenOf(call: SignedInCall<unknown>, ids: readonly string[], live: ReadonlyMap<string, number>): Promise<FrozenIn[]> {
  const { tx, tenantId } = call
  const found = await findFigures(tx, tenantId, ids)
  const all: FrozenIn[] = []
  for (const id of ids) {
    const kept = found.get(id)
    if (kept === undefined) continue
    const last = kept.correctedBy === null ? undefined : (await listCorrections(tx, tenantId, kept.record.id)).at(-1)
    const isPublic = last === undefined ? new Set<string>() : await published.listPublished(tx, tenantId, [last.record.id])
    const project = await findProject(tx, tenantId, kept.record.project.id)
    const key = keyOf(kept.record.measure, kept.record.scope)
    const now =
      live.get(key) ?? (project === undefined ? null : (await countNow(tx, project, kept.record, namingOf(call.sealer, tenantId))).value)
    all.push({
      record: kept.record,
      hash: kept.hash,
      now,
      correction: last === undefined ? null : { record: last.record, hash: last.hash, published: isPublic.has(last.record.id) },
    })
  }
  return all
}

/** Whether a frozen figure, or what corrected it last, is no longer what the ledger says. */
const hasDrifted = ({ record, now, correction }: FrozenIn): boolean => (correction?.record ?? record).value !== now

/** New names for the figures of a text that is begun anew: no two bulletins share a frozen figure. */
const withNewIds = (content: Content): Content => ({
  ...content,
  blocks: mapTokens(content.blocks, (token) => ({ ...token, id: frozenIdSchema.parse(newId()) })),
})

export const bulletinRoutes: readonly Route[] = [
  route(listBulletins, async (call) => {
    const { tx, tenantId, input } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const { rows, total } = await bulletins.listBulletins(tx, tenantId, input.projectId, input)
    const out = rows.filter(({ state }) => state === 'published').map(({ id }) => id)
    const ids = await published.listFigureIds(tx, tenantId, out)
    const live = out.length === 0 ? new Map<string, number>() : valuesOf((await findBulletinFacts(tx, tenantId, project.value)).figures)
    const listed: BulletinRow[] = []
    for (const row of rows) listed.push(rowOf(row, (await frozenOf(call, ids.get(row.id) ?? [], live)).filter(hasDrifted).length))
    return yes({ rows: listed, total })
  }),

  route(showBulletinFacts, async (call) => {
    const project = await projectFor(call, call.input.projectId)
    return project.ok ? yes(await findBulletinFacts(call.tx, call.tenantId, project.value)) : project
  }),

  route(composeBulletin, async (call) => {
    const { tx, tenantId, input } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const { figures } = await findBulletinFacts(tx, tenantId, project.value)
    const agency = await findAgencyName(tx, tenantId, input.projectId)
    const before = await bulletins.findLastPublished(tx, tenantId, input.projectId)
    const ids = before === undefined ? [] : ((await published.listFigureIds(tx, tenantId, [before.id])).get(before.id) ?? [])
    const records = [...(await findFigures(tx, tenantId, ids)).values()].map(({ record }) => record)
    return yes(
      compose({
        project: { name: project.value.name, agency, from: project.value.period.from, to: project.value.period.to },
        figures,
        last: before === undefined ? undefined : { title: before.title, figures: records },
        newId,
      }),
    )
  }),

  route(openBulletin, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await bulletinFor(call, input.id)
    if (!found.ok) return found
    const one = found.value
    const isOut = one.publishedAt !== null
    const ids = isOut ? ((await published.listFigureIds(tx, tenantId, [one.id])).get(one.id) ?? []) : []
    const project = await findProject(tx, tenantId, one.projectId)
    const live =
      isOut && project !== undefined ? valuesOf((await findBulletinFacts(tx, tenantId, project)).figures) : new Map<string, number>()
    const figures = await frozenOf(call, ids, live)
    const hidden = isOut || project === undefined ? undefined : await findHidden(tx, project, tokensOf(one.content.blocks))
    // A figure that is said twice was frozen once.
    const printed = new Set(figures.map(({ record }) => keyOf(record.measure, record.scope)))
    const isBlank = isOut
      ? ({ measure, scope }: Token) => !printed.has(keyOf(measure, scope))
      : (token: Token) => hidden?.ok === true && isHidden(token, hidden.value)
    const earlier = await bulletins.findEarlier(tx, tenantId, one)
    const shown = isOut ? await pictures.listPublishedPictures(tx, tenantId, one.id) : []
    const agreed = await pictures.listShowable(
      tx,
      tenantId,
      one.projectId,
      shown.map(({ evidenceId }) => evidenceId),
    )
    return yes({
      ...rowOf(one, figures.filter(hasDrifted).length),
      projectId: one.projectId,
      version: one.version,
      content: one.content,
      isAuthor: one.editors.includes(actor.accountId),
      submittedBy: one.submittedBy,
      approvedBy: one.approvedBy,
      reason: one.reason,
      hash: one.hash,
      figures,
      pictures: shown.map((picture) => ({ ...picture, agreed: agreed.has(picture.evidenceId) })),
      hidden: tableTokensOf(one.content.blocks).flatMap((token) => (isBlank(token) ? [keyOf(token.measure, token.scope)] : [])),
      earlier: earlier === undefined ? null : { id: earlier.id, edition: earlier.edition },
      previous: (await bulletins.findNeighbour(tx, tenantId, one, one.publishedAt, 'previous')) ?? null,
      next: one.publishedAt === null ? null : ((await bulletins.findNeighbour(tx, tenantId, one, one.publishedAt, 'next')) ?? null),
    })
  }),

  route(saveBulletin, async (call) => {
    const { tx, tenantId, input, actor } = call
    if (input.version === 0) {
      const project = await projectFor(call, input.projectId)
      if (!project.ok) return project
      call.note({ subject: `bulletin:${input.id}` })
      const { id, projectId, content } = input
      await bulletins.addBulletin(tx, tenantId, { id, projectId, seriesId: id, edition: 1, content, reason: null }, actor.accountId)
      return yes({ version: 1 })
    }
    const found = await bulletinFor(call, input.id)
    if (!found.ok) return found
    const may = mayChange(found.value)
    if (!may.ok) return may
    const saved = await bulletins.saveContent(tx, tenantId, input.id, input.version, input.content, actor.accountId)
    return saved ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(submitBulletin, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await bulletinFor(call, input.id)
    if (!found.ok) return found
    const may = mayChange(found.value)
    if (!may.ok) return may
    const fit = await fitness(call, found.value)
    if (!fit.ok) return fit
    const moved = await bulletins.moveOn(tx, tenantId, input.id, input.version, { to: 'submitted', by: actor.accountId })
    return moved ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(returnBulletin, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await bulletinFor(call, input.id)
    if (!found.ok) return found
    const may = mayReturn(found.value)
    if (!may.ok) return may
    call.note({ reason: input.reason })
    const step = { to: 'draft' as const, by: actor.accountId, reason: input.reason }
    return (await bulletins.moveOn(tx, tenantId, input.id, input.version, step)) ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(approveBulletin, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await bulletinFor(call, input.id)
    if (!found.ok) return found
    const may = mayApprove(found.value, actor.accountId)
    if (!may.ok) return may
    const fit = await fitness(call, found.value)
    if (!fit.ok) return fit
    const moved = await bulletins.moveOn(tx, tenantId, input.id, input.version, { to: 'approved', by: actor.accountId })
    return moved ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(publishBulletin, async (call) => {
    const { tx, tenantId, input, actor, now, note } = call
    const found = await bulletinFor(call, input.id)
    if (!found.ok) return found
    const may = mayPublish(found.value)
    if (!may.ok) return may
    const fit = await fitness(call, found.value)
    if (!fit.ok) return fit
    const { project, content, backing, hidden } = fit.value
    const wanted = new Map(
      [...tokensOf(content.blocks), ...backing]
        .filter((one) => !isHidden(one, hidden))
        .map((one) => [keyOf(one.measure, one.scope), { ...one, at: {}, corrects: null }]),
    )
    const counted = await countWanted(tx, project, namingOf(call.sealer, tenantId), [...wanted.values()])
    const set = {
      id: frozenSetIdSchema.parse(newId()),
      purpose: 'bulletin' as const,
      title: content.title,
      scope: {},
      by: actor.accountId,
      asOf: now,
    }
    const frozen = counted.length === 0 ? [] : await addFrozen(tx, project, set, counted)
    const past = [
      ...(
        await findFigures(
          tx,
          tenantId,
          pastsOf(content.blocks).map(({ id }) => id),
        )
      ).values(),
    ]
    const earlier = await bulletins.findEarlier(tx, tenantId, found.value)
    const agency = await findAgencyName(tx, tenantId, project.projectId)
    const photos = await pictures.readPictures(
      tx,
      tenantId,
      call.sealer,
      picturesOf(content.blocks).map(({ evidenceId }) => evidenceId),
      shrunk,
    )
    const record = toPublic({
      content,
      pictures: photos,
      frozen: new Map(frozen.map((one) => [keyOf(one.record.measure, one.record.scope), one])),
      past,
      head: {
        tenant: await findTenantCode(tx, tenantId),
        id: found.value.id,
        series: found.value.seriesId,
        edition: found.value.edition,
        corrects:
          earlier === undefined || earlier.hash === null ? null : { id: earlier.id, hash: earlier.hash, reason: found.value.reason ?? '' },
        project: { id: project.projectId, name: project.name },
        publisher: agency ?? '',
        publishedAt: now.toISOString(),
      },
    })
    const text = textOfBulletin(record)
    const hash = sha256(text)
    await published.publishBulletin(tx, tenantId, { record, text, hash }, [...frozen, ...past], now)
    await pictures.publishPictures(tx, tenantId, record.id, photos.values())
    const step = { to: 'published' as const, by: actor.accountId, at: now, hash, content }
    if (!(await bulletins.moveOn(tx, tenantId, input.id, input.version, step))) return changedMeanwhile
    const last = frozen.at(-1)
    note({
      subject: last === undefined ? `bulletin:${input.id}` : `frozen-set:${set.id}`,
      details: {
        bulletin: input.id,
        hash,
        figures: frozen.length,
        ...(last === undefined ? {} : { lastSeq: last.record.seq, lastHash: last.hash }),
      },
    })
    return yes({ version: input.version + 1, hash, figures: frozen.length })
  }),

  route(withdrawBulletin, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await bulletinFor(call, input.id)
    if (!found.ok) return found
    const may = mayWithdraw(found.value)
    if (!may.ok) return may
    call.note({ reason: input.reason })
    const step = { to: 'withdrawn' as const, by: actor.accountId, reason: input.reason }
    if (!(await bulletins.moveOn(tx, tenantId, input.id, input.version, step))) return changedMeanwhile
    await published.addNotice(tx, tenantId, { bulletinId: input.id, kind: 'withdrawn', reason: input.reason, successorId: null })
    await pictures.takeDown(tx, tenantId, input.id)
    return yes({ version: input.version + 1 })
  }),

  route(correctBulletin, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await bulletinFor(call, input.id)
    if (!found.ok) return found
    const may = mayWithdraw(found.value)
    if (!may.ok) return may
    call.note({ reason: input.reason })
    const { projectId, seriesId, edition, content } = found.value
    const next = { id: input.newId, projectId, seriesId, edition: edition + 1, content: withNewIds(content), reason: input.reason }
    await bulletins.addBulletin(tx, tenantId, next, actor.accountId)
    return yes({ id: input.newId })
  }),

  route(publishCorrection, async (call) => {
    const { tx, tenantId, input, actor, now, note } = call
    const kept = (await findFigures(tx, tenantId, [input.figureId])).get(input.figureId)
    if (kept === undefined) return absent({ zh: '这个更正', en: 'correction' })
    const { record } = kept
    if (!canReachProject(call.reach, record.project.id)) return outside
    note({ subject: `frozen-figure:${record.id}` })
    if (record.corrects === null || !(await published.listPublished(tx, tenantId, [record.corrects.id])).has(record.corrects.id))
      return no('correction.unpublished', {
        zh: '这不是对已公布数字的更正，不用公布。',
        en: 'This corrects no published figure: there is nothing to publish.',
      })
    if (record.set.by === actor.accountId)
      return no('correction.ownWork', {
        zh: '这个更正是您做的，须由另一个人核对后公布。',
        en: 'You made this correction: somebody else must look at it and publish it.',
      })
    const project = await projectFor(call, record.project.id)
    if (!project.ok) return project
    const hidden = await findHidden(tx, project.value, [record])
    if (!hidden.ok) return hidden
    const safe = await mayAllBeSaid(tx, tenantId, [record], hidden.value)
    if (!safe.ok) return safe
    await published.publishFigures(tx, tenantId, [kept], now)
    return yes({})
  }),
]
