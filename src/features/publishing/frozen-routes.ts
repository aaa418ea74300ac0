import { maskedName } from '../../kernel/masks.ts'
import { canReachProject, nowhere } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { newId } from '../../server/ids.ts'
import { route, type Route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames, reachOf } from '../identity/role-rules.ts'
import { countCells, nameOf } from '../measures/cell-store.ts'
import { listGiven, type Given } from '../measures/given-store.ts'
import { measureKeys, measures } from '../measures/measure-list-rules.ts'
import { permissionToSee } from '../measures/member-sort-rules.ts'
import type { Seen } from '../measures/member-store.ts'
import { findProject, type ProjectFacts } from '../measures/project-facts-store.ts'
import { memberSortSchema, type MemberSort } from '../measures/schema.ts'
import { communitiesWithin, isCountedFor, mayAsk } from '../measures/scope-rules.ts'
import type { Scope } from '../measures/scope-schema.ts'
import { compareMembers, hasMoved, whyOfAttendance, whyOfPerson, whyOfService, type Direction, type DriftFacts } from './drift-rules.ts'
import { countNow, findDriftFacts } from './drift-store.ts'
import { isListOf, membersOfText } from './figure-record-rules.ts'
import type { FigureRecord } from './figure-record-schema.ts'
import { addFrozen, countForFreezing, countWanted } from './freeze-store.ts'
import {
  correctFrozen,
  freezeFigures,
  listFrozenFigures,
  listFrozenSets,
  openFrozen,
  openFrozenMembers,
  showDrift,
  verifyFrozen,
  type Drifted,
  type FrozenMember,
  type ListedFrozen,
} from './frozen-schema.ts'
import { findFigure, findMembersText, findSet, listCorrections, listFigures, listSets, type Kept } from './frozen-store.ts'
import { namingOf, resolveNames } from './pseudonym-store.ts'
import { verifyPublished } from './verify-published-store.ts'
import { verifyChain } from './verify-store.ts'

const aSet = { zh: '这批定稿数字', en: 'set of frozen figures' }
const aFigure = { zh: '这个定稿数字', en: 'frozen figure' }
const outsideProject = no(
  'figures.outside',
  { zh: '这个项目不在您的负责范围内。', en: 'This project is not among yours.' },
  { sort: 'forbidden' },
)

/** The project, if the caller's permission covers the whole of it. */
async function projectFor(call: SignedInCall<unknown>, projectId: ProjectId): Promise<Verdict<ProjectFacts>> {
  const project = await findProject(call.tx, call.tenantId, projectId)
  if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
  return canReachProject(call.reach, projectId) ? yes(project) : outsideProject
}

type Found = { readonly kept: Kept; readonly project: ProjectFacts }

async function figureFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<Found>> {
  const kept = await findFigure(call.tx, call.tenantId, id)
  if (kept === undefined) return absent(aFigure)
  const project = await projectFor(call, kept.record.project.id)
  return project.ok ? yes({ kept, project: project.value }) : project
}

const isSameRule = (record: FigureRecord): boolean => measures[record.measure].version === record.version

/** Frozen figures of one set beside their values now; only values are compared, so that thousands can be. */
async function besideNow(call: SignedInCall<unknown>, project: ProjectFacts, scope: Scope, kept: readonly Kept[]): Promise<ListedFrozen[]> {
  const groupings = [...new Map(kept.map(({ record }) => [Object.keys(record.at).toSorted().join(), record.at])).values()]
  const cells = await countCells(
    call.tx,
    project,
    [...new Set(kept.map(({ record }) => record.measure))],
    scope,
    groupings.map((at) => dimensionKeys(at)),
  )
  return kept.map(({ record, hash, correctedBy }) => {
    const found = cells.get(record.measure)?.find(({ at }) => nameOf(at) === nameOf(record.at))
    const nothing = ['mean', 'percent'].includes(measures[record.measure].counts) ? null : 0
    return { record, hash, sameRule: isSameRule(record), now: found === undefined ? nothing : found.value, membersMoved: null, correctedBy }
  })
}

const dimensionKeys = (at: FigureRecord['at']) => dimensionsOfCells.filter((dimension) => at[dimension] !== undefined)
const dimensionsOfCells = ['community', 'town', 'home', 'month', 'line', 'kind', 'label', 'grade'] as const

function seenBy(call: SignedInCall<unknown>, sort: MemberSort, projectId: ProjectId): Seen {
  const reach = reachOf(call.actor.grants, permissionToSee[sort]) ?? nowhere
  const communities = communitiesWithin(reach, projectId)
  return communities === 'all' ? 'all' : { reach, communities }
}

function toMember(call: SignedInCall<unknown>, name: string, given: Given | undefined, amount: number | null): FrozenMember {
  const named = maySeeNames(call.actor.grants)
  const shown = (text: string | null) => (text === null || named ? text : maskedName(text))
  return {
    name,
    known: given?.known ?? false,
    personId: given?.mergedInto?.id ?? given?.personId ?? null,
    serviceId: given?.serviceId ?? null,
    title: given?.title ?? null,
    person: shown(given?.name ?? null),
    mergedInto:
      given === undefined || given.mergedInto === null ? null : { id: given.mergedInto.id, name: shown(given.mergedInto.name) ?? '' },
    community: given?.community ?? null,
    day: given?.day ?? null,
    amount,
  }
}

function whyOf(sort: MemberSort, direction: Direction, id: string, facts: DriftFacts) {
  if (direction === 'changed') return { reason: 'amount' as const, said: whyOfService(direction, id, facts).said }
  if (sort === 'person') return whyOfPerson(direction, id, facts)
  if (sort === 'attendance') return whyOfAttendance(direction, id, facts)
  return whyOfService(direction, id, facts)
}

export const frozenRoutes: readonly Route[] = [
  route(freezeFigures, async (call) => {
    const { tx, tenantId, input, actor, sealer, progress, note, now } = call
    const asked = mayAsk(input.scope)
    if (!asked.ok) return asked
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const keys = (input.measures ?? measureKeys).filter((key) => isCountedFor(measures[key], input.scope))
    if (keys.length === 0)
      return no(
        'frozen.nothing',
        {
          zh: '所选指标都不按这个范围统计，请放宽范围或另选指标。',
          en: 'None of these measures is counted by this scope; please widen it.',
        },
        { field: 'scope', sort: 'invalid' },
      )
    const counted = await countForFreezing(
      tx,
      project.value,
      namingOf(sealer, tenantId),
      { keys, scope: input.scope, by: input.by, newId },
      progress.report,
    )
    const { id, purpose, title, scope } = input
    const frozen = await addFrozen(
      tx,
      project.value,
      { id, purpose, title, scope, by: actor.accountId, asOf: now },
      counted,
      progress.report,
    )
    const [first, last] = [frozen[0], frozen.at(-1)]
    if (first === undefined || last === undefined) throw new Error('A measure that is counted by a scope has a value for it.')
    const firstSeq = first.record.seq
    const lastSeq = last.record.seq
    note({ subject: `frozen-set:${id}`, details: { purpose, figures: frozen.length, firstSeq, lastSeq, lastHash: last.hash } })
    return yes({ id, figures: frozen.length, firstSeq, lastSeq, lastHash: last.hash })
  }),

  route(listFrozenSets, async (call) => {
    const project = await projectFor(call, call.input.projectId)
    return project.ok ? yes(await listSets(call.tx, call.tenantId, call.input.projectId, call.input)) : project
  }),

  route(listFrozenFigures, async (call) => {
    const { tx, tenantId, input } = call
    const found = await findSet(tx, tenantId, input.setId)
    if (found === undefined) return absent(aSet)
    const project = await projectFor(call, found.projectId)
    if (!project.ok) return project
    const { rows, total } = await listFigures(tx, tenantId, input.setId, { ...input, measure: input.measure })
    // A bulletin's figures and corrections have scopes of their own; each is counted for itself.
    const shared = rows.every(({ record }) => Object.keys(record.at).length > 0 || nameOfScope(record.scope) === nameOfScope(found.scope))
    const listed: ListedFrozen[] = []
    if (shared) listed.push(...(await besideNow(call, project.value, found.scope, rows)))
    else for (const kept of rows) listed.push(...(await besideNow(call, project.value, kept.record.scope, [kept])))
    return yes({ rows: listed, total, set: { ...found.set, projectId: found.projectId } })
  }),

  route(openFrozen, async (call) => {
    const { tx, tenantId, input, sealer } = call
    const found = await figureFor(call, input.id)
    if (!found.ok) return found
    const { kept, project } = found.value
    const { record } = kept
    const now = await countNow(tx, project, record, namingOf(sealer, tenantId))
    const text = record.members === null ? undefined : await findMembersText(tx, tenantId, record.members.sha256)
    const membersMoved = text === undefined ? null : hasMoved(compareMembers(membersOfText(text), now.members))
    const corrections = await listCorrections(tx, tenantId, record.id)
    return yes({
      record,
      hash: kept.hash,
      sameRule: isSameRule(record),
      now: now.value,
      membersMoved,
      correctedBy: kept.correctedBy,
      corrections: corrections.map(({ record, hash }) => ({ record, hash })),
    })
  }),

  route(openFrozenMembers, async (call) => {
    const { tx, tenantId, input, sealer, note } = call
    const found = await figureFor(call, input.id)
    if (!found.ok) return found
    const { record } = found.value.kept
    if (record.members === null)
      return no(
        'frozen.percentage',
        {
          zh: '百分比由两个数字相除得出，没有名单；请打开那两个数字。',
          en: 'A percentage has no list; open the two figures it is made of.',
        },
        { field: 'id', sort: 'invalid' },
      )
    const sort = memberSortSchema.parse(record.members.sort)
    const text = (await findMembersText(tx, tenantId, record.members.sha256)) ?? '[]'
    const members = membersOfText(text)
    const ids = await resolveNames(tx, tenantId, namingOf(sealer, tenantId), sort, members.keys())
    const nameOfId = new Map([...ids].map(([name, id]) => [id, name]))
    const given = await listGiven(tx, sort, found.value.project, [...ids.values()], seenBy(call, sort, record.project.id))
    const inside = given.filter((one) => one.inside)
    const shown = inside.slice(input.offset, input.offset + input.limit)
    note({ subject: `frozen-figure:${record.id}`, details: { measure: record.measure, shown: shown.length, inside: inside.length } })
    return yes({
      sort,
      intact: isListOf(text, record.members),
      inside: inside.length,
      outside: members.size - inside.length,
      rows: shown.map((one) => {
        const name = nameOfId.get(one.id) ?? one.id
        return toMember(call, name, one, members.get(name) ?? null)
      }),
    })
  }),

  route(showDrift, async (call) => {
    const { tx, tenantId, input, sealer, note } = call
    const found = await figureFor(call, input.id)
    if (!found.ok) return found
    const { record } = found.value.kept
    const { project } = found.value
    const naming = namingOf(sealer, tenantId)
    const now = await countNow(tx, project, record, naming)
    const text = record.members === null ? undefined : await findMembersText(tx, tenantId, record.members.sha256)
    const then = membersOfText(text ?? '[]')
    const moved = now.sort === null ? { came: [], went: [], changed: [] } : compareMembers(then, now.members)
    note({ subject: `frozen-figure:${record.id}`, details: { came: moved.came.length, went: moved.went.length } })
    const common = { frozen: record.value, now: now.value, sameRule: isSameRule(record) }
    if (now.sort === null || !hasMoved(moved)) return yes({ ...common, sort: now.sort, came: [], went: [], changed: [], outside: [] })
    const { sort } = now
    const facts = await findDriftFacts(tx, tenantId, record.project.id, record.asOf)
    const gone = await resolveNames(tx, tenantId, naming, sort, moved.went)
    const idOf = (name: string) => now.ids.get(name) ?? gone.get(name)
    const all = [...moved.came, ...moved.went, ...moved.changed]
    const seen = seenBy(call, sort, record.project.id)
    const given = new Map(
      (
        await listGiven(
          tx,
          sort,
          project,
          all.flatMap((name) => idOf(name) ?? []),
          seen,
        )
      ).map((one) => [one.id, one] as const),
    )
    const outside = new Map<string, { direction: Direction; reason: Drifted['reason']; count: number }>()
    const drifted = (direction: Direction): Drifted[] =>
      moved[direction].flatMap((name) => {
        const id = idOf(name)
        const one = id === undefined ? undefined : given.get(id)
        const why = whyOf(sort, direction, id ?? name, facts)
        if (one?.inside === true || (seen === 'all' && one === undefined))
          return [{ ...toMember(call, name, one, now.members.get(name) ?? null), ...why, was: then.get(name) ?? null }]
        const key = `${direction} ${why.reason}`
        const counted = outside.get(key) ?? { direction, reason: why.reason, count: 0 }
        outside.set(key, { ...counted, count: counted.count + 1 })
        return []
      })
    return yes({
      ...common,
      sort,
      came: drifted('came'),
      went: drifted('went'),
      changed: drifted('changed'),
      outside: [...outside.values()],
    })
  }),

  route(correctFrozen, async (call) => {
    const { tx, tenantId, input, actor, sealer, note, now } = call
    const found = await figureFor(call, input.id)
    if (!found.ok) return found
    const { kept, project } = found.value
    const { record } = kept
    if (kept.correctedBy !== null)
      return no('frozen.corrected', {
        zh: '这个数字已经更正过，请打开最后一次更正，在它上面再更正。',
        en: 'This figure was corrected before; correct the latest correction.',
      })
    const naming = namingOf(sealer, tenantId)
    const corrects = {
      id: record.id,
      seq: record.seq,
      hash: kept.hash,
      value: record.value,
      asOf: record.asOf,
      reason: input.reason,
      note: input.note,
    }
    const [counted] = await countWanted(tx, project, naming, [
      { id: input.newId, measure: record.measure, scope: record.scope, at: record.at, corrects },
    ])
    if (counted === undefined) throw new Error('One figure was wanted, and none was counted.')
    const text = record.members === null ? undefined : await findMembersText(tx, tenantId, record.members.sha256)
    if (counted.value === record.value && (text ?? null) === (counted.members?.text ?? null) && isSameRule(record))
      return no('frozen.unmoved', {
        zh: '台账现在得出的数和名单与定稿时一样，没有可更正的。请先改台账。',
        en: 'The ledger gives the same value and the same members as when it was frozen: there is nothing to correct.',
      })
    const set = {
      id: input.setId,
      purpose: 'correction' as const,
      title: record.set.title,
      scope: record.scope,
      by: actor.accountId,
      asOf: now,
    }
    const [frozen] = await addFrozen(tx, project, set, [counted])
    if (frozen === undefined) throw new Error('One figure was counted, and none was frozen.')
    note({
      subject: `frozen-set:${input.setId}`,
      reason: input.note,
      details: { corrects: record.id, reason: input.reason, lastSeq: frozen.record.seq, lastHash: frozen.hash },
    })
    return yes({ id: frozen.record.id, value: frozen.record.value, hash: frozen.hash })
  }),

  route(verifyFrozen, async ({ tx, tenantId, note }) => {
    const verified = { ...(await verifyChain(tx, tenantId)), ...(await verifyPublished(tx, tenantId)) }
    note({ details: { figures: verified.figures, broken: verified.broken?.seq ?? null, altered: verified.altered?.id ?? null } })
    return yes(verified)
  }),
]

const nameOfScope = (scope: Scope): string => JSON.stringify(Object.entries(scope).toSorted(([a], [b]) => a.localeCompare(b, 'en')))
