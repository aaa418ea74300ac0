import { absent, yes, type Verdict } from '../../kernel/verdict.ts'
import { newId } from '../../server/ids.ts'
import type { SignedInCall } from '../../server/route.ts'
import { findProject, type ProjectFacts } from '../measures/project-facts-store.ts'
import { findBulletinFacts } from './bulletin-facts-store.ts'
import { isFit } from './bulletin-rules.ts'
import type { Content, DraftFigure } from './bulletin-schema.ts'
import type { StoredBulletin } from './bulletin-store.ts'
import { findingsOf, picturesOf, tableTokensOf, tokensOf } from './bulletin-text-rules.ts'
import { mustBeSettled } from './claim-rules.ts'
import { listShowable } from './picture-store.ts'
import type { Hidden } from './small-number-rules.ts'
import { findHidden, mayAllBeSaid } from './small-number-store.ts'

type Fit = {
  readonly project: ProjectFacts
  readonly content: Content
  readonly backing: readonly { id: string; measure: DraftFigure['measure']; scope: DraftFigure['scope'] }[]
  /** What its tables leave blank. */
  readonly hidden: Hidden
}

/** Whether a bulletin may be read by the public as the ledger stands now, with the figures that its typed numbers lean on. */
export async function fitness(call: SignedInCall<unknown>, one: StoredBulletin): Promise<Verdict<Fit>> {
  const { tx, tenantId } = call
  const project = await findProject(tx, tenantId, one.projectId)
  if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
  const facts = await findBulletinFacts(tx, tenantId, project)
  const findings = findingsOf(one.content, facts)
  const photos = picturesOf(one.content.blocks).map(({ evidenceId }) => evidenceId)
  const fit = isFit(one.content, findings, facts.hosts, await listShowable(tx, tenantId, one.projectId, photos))
  if (!fit.ok) return fit
  const backing = findings.flatMap(({ claim }) => {
    if (claim.is === 'foreign' || mustBeSettled(claim)) return []
    const { measure, at } = claim.figure
    const figure = facts.figures.find((each) => each.measure === measure && each.at === at)
    return figure === undefined ? [] : [{ id: newId(), measure, scope: figure.scope }]
  })
  const inTables = tableTokensOf(one.content.blocks)
  const inText = [...tokensOf(one.content.blocks).filter((token) => !inTables.includes(token)), ...backing]
  const hidden = await findHidden(tx, project, [...inTables, ...inText])
  if (!hidden.ok) return hidden
  const safe = await mayAllBeSaid(tx, tenantId, inText, hidden.value)
  return safe.ok ? yes({ project, content: one.content, backing, hidden: hidden.value }) : safe
}
