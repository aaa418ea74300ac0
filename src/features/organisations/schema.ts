import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, organisationIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { creditCodeSchema } from '../../kernel/credit-code.ts'
import type { Words } from '../../kernel/words.ts'

/** The five parties (五社), and the public bodies that fund and supervise. */
export const organisationPartySchema = z.enum(['community', 'social_organisation', 'social_worker', 'volunteer', 'charity', 'government'])
export type OrganisationParty = z.infer<typeof organisationPartySchema>

export const partyWords: Record<OrganisationParty, Words> = {
  community: { zh: '社区', en: 'Community' },
  social_organisation: { zh: '社会组织', en: 'Social organisation' },
  social_worker: { zh: '社会工作者', en: 'Social workers' },
  volunteer: { zh: '社区志愿者', en: 'Community volunteers' },
  charity: { zh: '社会慈善资源', en: 'Charitable resources' },
  government: { zh: '政府部门', en: 'Public body' },
}

const organisationSchema = z.object({
  id: organisationIdSchema,
  name: z.string().trim().min(1).max(80),
  party: organisationPartySchema,
  kind: z.string().max(40).nullable(),
  creditCode: creditCodeSchema.nullable(),
  phone: z.string().max(40).nullable(),
  divisionCode: divisionCodeSchema.nullable(),
})
export type Organisation = z.infer<typeof organisationSchema>

export const listOrganisations = endpoint({
  name: 'organisations.list',
  kind: 'read',
  summary: { zh: '组织列表', en: 'List organisations' },
  input: z.object({ ...pageSchema.shape, search: z.string().max(40).optional(), party: organisationPartySchema.optional() }),
  output: pageOf(organisationSchema.extend({ version: z.int() })),
  permission: 'organisations.read',
  trail: { unwritten: 'Organisations, no persons.' },
})

export const addOrganisation = endpoint({
  name: 'organisations.add',
  kind: 'write',
  summary: { zh: '新增组织', en: 'Add an organisation' },
  input: organisationSchema,
  output: z.object({ id: organisationIdSchema }),
  permission: 'organisations.manage',
  trail: { writes: 'organisations.add' },
})

export const changeOrganisation = endpoint({
  name: 'organisations.change',
  kind: 'write',
  summary: { zh: '修改组织', en: 'Change an organisation' },
  input: organisationSchema.extend({ version: z.int() }),
  output: z.object({ version: z.int() }),
  permission: 'organisations.manage',
  trail: { writes: 'organisations.change' },
})
