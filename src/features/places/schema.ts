import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'

export const divisionSchema = z.object({
  code: divisionCodeSchema,
  name: z.string(),
  level: z.enum(['district', 'street', 'town', 'community', 'village']),
  parentCode: divisionCodeSchema.nullable(),
  validFrom: daySchema,
  validTo: daySchema.nullable(),
})
export type Division = z.infer<typeof divisionSchema>

export const listPlaces = endpoint({
  name: 'places.list',
  kind: 'read',
  summary: { zh: '区划列表', en: 'List divisions' },
  input: z.object({}),
  output: z.object({ divisions: z.array(divisionSchema) }),
  permission: 'places.read',
  trail: { unwritten: 'Public codes of the statistics bureau.' },
})

export const addPlace = endpoint({
  name: 'places.add',
  kind: 'write',
  summary: { zh: '新增区划', en: 'Add a division' },
  input: z.object({
    code: divisionCodeSchema,
    name: z.string().trim().min(1).max(40),
    level: z.enum(['district', 'street', 'town', 'community', 'village']),
    parentCode: divisionCodeSchema.nullable(),
    validFrom: daySchema,
  }),
  output: z.object({}),
  permission: 'places.manage',
  trail: { writes: 'places.add' },
})

export const endPlace = endpoint({
  name: 'places.end',
  kind: 'write',
  summary: { zh: '区划停用', en: 'End a division' },
  input: z.object({ code: divisionCodeSchema, validTo: daySchema }),
  output: z.object({}),
  permission: 'places.manage',
  trail: { writes: 'places.end' },
})
