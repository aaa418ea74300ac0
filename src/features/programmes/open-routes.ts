import type { Day } from '../../kernel/day.ts'
import { canReach, canReachInto, nowhere } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { reachOf } from '../identity/role-rules.ts'
import { countCells } from '../measures/cell-store.ts'
import { findProject } from '../measures/project-facts-store.ts'
import { listCommunities } from '../projects/store.ts'
import { figuresToShow, isLate, programmeMeasures } from './programme-rules.ts'
import { compareProgrammes, listProgrammes, lookAtMark, openProgramme, type ListedProgramme, type Programme } from './schema.ts'
import * as store from './store.ts'

export const aProgramme = { zh: '这个一社一品', en: 'programme' }
export const aProject = { zh: '这个项目', en: 'project' }
export const outside = no(
  'programmes.outside',
  { zh: '这个一社一品不在您负责的社区或项目内。', en: 'This programme is not in your communities or projects.' },
  { sort: 'forbidden' },
)

const placeOf = (row: store.ProgrammeRow) => ({ projectId: row.project_id, communityCode: row.community_code })

/** A programme within the caller's reach. */
export async function programmeFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<store.ProgrammeRow>> {
  const found = await store.findProgramme(call.tx, call.tenantId, id)
  if (found === undefined) return absent(aProgramme)
  call.note({ subject: `project:${found.project_id}`, details: { programme: id } })
  return canReach(call.reach, placeOf(found)) ? yes(found) : outside
}

const asOfIn = (row: { ends_on: Day }, today: Day): Day => (row.ends_on < today ? row.ends_on : today)

/** What a programme came to, counted by the measures over the services that belong to it. */
async function figuresOf({ tx, tenantId }: SignedInCall<unknown>, row: store.ProgrammeRow) {
  const project = await findProject(tx, tenantId, row.project_id)
  if (project === undefined) return []
  const cells = await countCells(tx, project, programmeMeasures, { programmes: [row.id] }, [[]])
  return programmeMeasures.map((key) => ({ key, value: cells.get(key)?.[0]?.value ?? null }))
}

/** A programme with its figures and its partners' names. */
export async function programmeOf(call: SignedInCall<unknown>, row: store.ProgrammeRow): Promise<Programme> {
  const { tx, tenantId, today } = call
  const { partners, ...content } = row.content
  const names = await store.listOrganisationNames(
    tx,
    tenantId,
    partners.flatMap(({ organisationId }) => organisationId ?? []),
  )
  return {
    ...content,
    partners: partners.map((partner) => ({ ...partner, organisation: names.get(partner.organisationId ?? '') ?? null })),
    id: row.id,
    version: row.version,
    state: row.state,
    projectId: row.project_id,
    communityCode: row.community_code,
    communityName: row.community_name,
    townName: row.town_name,
    figures: figuresToShow(await figuresOf(call, row)),
    asOf: asOfIn(row, today),
  }
}

async function listedOf(call: SignedInCall<unknown>, row: store.ProgrammeRow): Promise<ListedProgramme> {
  const figures = row.services === 0 ? [] : await figuresOf(call, row)
  const valueOf = (key: string) => figures.find((figure) => figure.key === key)?.value ?? null
  const { steps, name, forWhom, markId } = row.content
  return {
    communityCode: row.community_code,
    communityName: row.community_name,
    townName: row.town_name,
    standing: row.state,
    id: row.id,
    name,
    forWhom,
    steps: steps.length,
    stepsDone: steps.filter((step) => step.doneOn !== null).length,
    stepsLate: row.state === 'active' ? steps.filter((step) => isLate(step, asOfIn(row, call.today))).length : 0,
    services: row.services,
    persons: valueOf('direct_persons'),
    times: valueOf('direct_times'),
    markId,
  }
}

const nothing = { id: null, steps: 0, stepsDone: 0, stepsLate: 0, services: 0, persons: null, times: null, markId: null }

export const openRoutes = [
  route(listProgrammes, async (call) => {
    const { tx, tenantId, input, reach } = call
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReachInto(reach, input.projectId)) return outside
    const written = (await store.listProgrammes(tx, tenantId, input.projectId)).filter((row) => canReach(reach, placeOf(row)))
    const current = new Set(written.filter((row) => row.state !== 'ended').map((row) => row.community_code))
    const named = (await listCommunities(tx, tenantId, input.projectId))
      .filter(({ communityCode }) => !current.has(communityCode) && canReach(reach, { projectId: input.projectId, communityCode }))
      .map((community): ListedProgramme => ({
        ...nothing,
        communityCode: community.communityCode,
        communityName: community.name,
        townName: community.townName,
        standing: community.programmeName === null ? 'none' : 'named',
        name: community.programmeName,
        forWhom: community.programmeFor,
      }))
    const rows = [...named]
    for (const row of written) rows.push(await listedOf(call, row))
    return yes({ rows: rows.toSorted((a, b) => a.communityCode.localeCompare(b.communityCode, 'en')) })
  }),

  route(openProgramme, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await programmeFor(call, input.id)
    if (!found.ok) return found
    const source = found.value.copied_from === null ? undefined : await store.findProgramme(tx, tenantId, found.value.copied_from)
    const versions = await store.listVersions(tx, tenantId, input.id)
    return yes({
      ...(await programmeOf(call, found.value)),
      services: await store.listServices(tx, tenantId, input.id),
      copiedFrom: source === undefined ? null : { id: source.id, name: source.content.name, communityName: source.community_name },
      versions: versions.map(({ content, at, ...version }) => ({ ...version, name: content.name, at: at.toISOString() })),
      mayChange: canReach(reachOf(actor.grants, 'programmes.write') ?? nowhere, placeOf(found.value)),
    })
  }),

  route(compareProgrammes, async (call) => {
    const programmes = []
    for (const id of call.input.ids) {
      const found = await programmeFor(call, id)
      if (!found.ok) return found
      programmes.push({ ...(await programmeOf(call, found.value)), services: found.value.services })
    }
    return yes({ programmes })
  }),

  route(lookAtMark, async (call) => {
    const { tx, tenantId, sealer, input } = call
    const found = await programmeFor(call, input.id)
    if (!found.ok) return found
    const bytes = await store.findMark(tx, tenantId, sealer, input.id, input.markId)
    return bytes === undefined ? absent({ zh: '这个标志', en: 'mark' }) : yes({ fileName: `${input.markId}.jpg`, bytes, shown: true })
  }),
]
