import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { addOrganisation, changeOrganisation, listOrganisations } from './schema.ts'
import * as store from './store.ts'

const taken = no('organisation.taken', { zh: '已有同名的组织。', en: 'There is an organisation of this name.' }, { field: 'name' })

export const organisationRoutes = [
  route(listOrganisations, async ({ tx, tenantId, input }) =>
    yes(
      await store.listOrganisations(tx, tenantId, {
        offset: input.offset,
        limit: input.limit,
        search: input.search ?? '',
        party: input.party,
      }),
    ),
  ),

  route(addOrganisation, async ({ tx, tenantId, input, note }) => {
    if ((await store.findOrganisationByName(tx, tenantId, input.name)) !== undefined) return taken
    await store.addOrganisation(tx, tenantId, input)
    note({ subject: `organisation:${input.id}` })
    return yes({ id: input.id })
  }),

  route(changeOrganisation, async ({ tx, tenantId, input, note }) => {
    if (!(await store.isOrganisation(tx, tenantId, input.id))) return absent({ zh: '这个组织', en: 'organisation' })
    const same = await store.findOrganisationByName(tx, tenantId, input.name)
    if (same !== undefined && same !== input.id) return taken
    note({ subject: `organisation:${input.id}` })
    const changed = await store.changeOrganisation(tx, tenantId, input, input.version)
    return changed ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),
]
