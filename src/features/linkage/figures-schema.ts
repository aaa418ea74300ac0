import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { givenSchema, kindSchema, partySchema } from '../ledger/kind-schema.ts'

export const readLinkFigures = endpoint({
  name: 'linkage.figures',
  kind: 'read',
  summary: { zh: '链接的数字', en: 'Figures of linkage' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({
    linkages: z.int(),
    pending: z.int(),
    /** Linkages in which a party gave something of a kind; one linkage may be in several. */
    byPartyAndKind: z.array(z.object({ party: partySchema, given: givenSchema, linkages: z.int() })),
    /** Services by how many of the five parties have a recorded part in them. */
    byParties: z.array(z.object({ parties: z.int().min(0).max(5), services: z.int() })),
    /** Services of a community in which a party has a recorded part. */
    byCommunity: z.array(z.object({ communityCode: divisionCodeSchema, communityName: z.string(), party: partySchema, services: z.int() })),
  }),
  permission: 'figures.read',
  trail: { unwritten: 'Numbers of services.' },
})

export const listFigureRecords = endpoint({
  name: 'linkage.records',
  kind: 'read',
  summary: { zh: '链接数字的名单', en: 'The services that a figure of linkage was counted from' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    of: z.discriminatedUnion('figure', [
      z.object({ figure: z.literal('linkages'), party: partySchema.optional(), given: givenSchema.optional() }),
      z.object({ figure: z.literal('pending') }),
      z.object({ figure: z.literal('parties'), parties: z.int().min(0).max(5) }),
      z.object({ figure: z.literal('community'), communityCode: divisionCodeSchema, party: partySchema }),
    ]),
  }),
  output: pageOf(
    z.object({
      id: serviceIdSchema,
      kind: kindSchema,
      title: z.string().nullable(),
      day: daySchema.nullable(),
      communityName: z.string().nullable(),
      parties: z.array(partySchema),
    }),
  ),
  permission: 'figures.read',
  trail: { unwritten: 'Services, without persons.' },
})
