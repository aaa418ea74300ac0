import { v7 } from 'uuid'
import { daySchema } from '../kernel/day.ts'
import { organisationIdSchema, projectIdSchema, type DivisionCode, type ProjectId } from '../kernel/ids.ts'
import { addDivisions } from '../features/places/store.ts'
import { shuangtaizi } from '../features/places/shuangtaizi-schema.ts'
import { addOrganisation } from '../features/organisations/store.ts'
import { addProject, saveLists } from '../features/projects/list-store.ts'
import type { TestHouse } from './house.ts'

/** The code of a community of 双台子区 by its name. */
export function community(name: string): DivisionCode {
  const found = shuangtaizi.find((division) => division.name === name)
  if (found === undefined) throw new Error(`No community ${name}.`)
  return found.code
}

/** A project of an agency of its own, from September 2024 to 1 May 2025, in these communities. */
export async function addProjectTo(house: TestHouse, communities: readonly DivisionCode[], tenantId = house.tenantId): Promise<ProjectId> {
  const id = projectIdSchema.parse(v7())
  await house.write(async (tx) => {
    await addDivisions(tx, tenantId, shuangtaizi)
    const agency = organisationIdSchema.parse(v7())
    await addOrganisation(tx, tenantId, {
      id: agency,
      name: `机构${id.slice(-6)}`,
      party: 'social_organisation',
      kind: null,
      creditCode: null,
      phone: null,
      divisionCode: null,
    })
    await addProject(tx, tenantId, {
      id,
      name: `项目${id.slice(-6)}`,
      agencyId: agency,
      funderId: null,
      startsOn: daySchema.parse('2024-09-01'),
      endsOn: daySchema.parse('2025-05-01'),
      served: null,
      budgetFen: null,
    })
    await saveLists(tx, tenantId, id, {
      communities: communities.map((communityCode) => ({ communityCode, programmeName: null, programmeFor: null })),
    })
  }, tenantId)
  return id
}
