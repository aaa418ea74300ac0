import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'
import { kindSchema } from '../ledger/kind-schema.ts'
import { measureKeySchema, wordsSchema } from '../measures/measure-schema.ts'
import { scopeSchema } from '../measures/scope-schema.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const slotStateSchema = z.object({ is: z.enum(['filed', 'listed', 'few', 'missing', 'none']), files: z.int() })

export const showAcceptance = endpoint({
  name: 'acceptance.show',
  kind: 'read',
  summary: { zh: '验收准备：指标、活动材料、需要说明的情况', en: 'How ready a project is to be checked' },
  input: z.object({ projectId: projectIdSchema, day: daySchema }),
  output: z.object({
    from: daySchema,
    to: daySchema,
    elapsedPercent: z.number(),
    targets: z.array(
      z.object({
        wording: z.string(),
        measure: measureKeySchema.nullable(),
        asked: z.number(),
        unit: z.string(),
        value: z.number().nullable(),
        percent: z.number().nullable(),
        rule: wordsSchema.nullable(),
        version: z.int().nullable(),
      }),
    ),
    gatherings: z.array(
      z.object({
        id: serviceIdSchema,
        kind: kindSchema,
        day: daySchema.nullable(),
        number: z.string().nullable(),
        title: z.string().nullable(),
        community: z.string().nullable(),
        attendances: z.int(),
        slots: z.object({
          plan: slotStateSchema,
          notice: slotStateSchema,
          roll: slotStateSchema,
          photos: slotStateSchema,
          record: slotStateSchema,
          satisfaction: slotStateSchema,
          goods: slotStateSchema,
          vouchers: slotStateSchema,
          press: slotStateSchema,
        }),
      }),
    ),
    /** Whether the caller may have a pack that names persons. */
    mayName: z.boolean(),
    scope: scopeSchema,
    exceptions: z.array(z.object({ code: z.string(), count: z.int(), text: wordsSchema, address: z.string().nullable() })),
  }),
  permission: 'acceptance.read',
  trail: { unwritten: 'Figures and lists of papers; nobody is named.' },
})
export type Readiness = z.infer<typeof showAcceptance.output>

export const printIndex = endpoint({
  name: 'acceptance.printIndex',
  kind: 'read',
  summary: { zh: '打印验收资料目录', en: 'The index of an acceptance pack, to print' },
  input: z.object({ projectId: projectIdSchema, day: daySchema, format: paperFormatSchema }),
  output: z.any().meta({ description: 'The index as HTML, PDF or Word.' }),
  permission: 'acceptance.read',
  trail: { writes: 'acceptance.printIndex' },
  answers: paperAnswers,
})

const packSchema = z.object({
  id: z.uuid(),
  day: daySchema,
  /** Whether persons are named in it; a masked one has no originals that bear names. */
  named: z.boolean(),
  files: z.int(),
  bytes: z.int(),
  sha256,
  manifestSha256: sha256,
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
})

/** The same records, the same day and the same masking give the same bytes. */
export const makePack = endpoint({
  name: 'acceptance.makePack',
  kind: 'write',
  summary: { zh: '生成验收资料包', en: 'Make an acceptance pack' },
  input: z.object({ id: z.uuid(), projectId: projectIdSchema, day: daySchema, named: z.boolean() }),
  output: packSchema,
  permission: 'acceptance.make',
  trail: { writes: 'acceptance.makePack' },
  heavy: { megabytes: 512 },
})

export const listPacks = endpoint({
  name: 'acceptance.packs',
  kind: 'read',
  summary: { zh: '做过的验收资料包', en: 'Acceptance packs that were made' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({ packs: z.array(packSchema.extend({ mayFetch: z.boolean() })) }),
  permission: 'acceptance.read',
  trail: { unwritten: 'Packs by their day and hash; nobody is named.' },
})

export const fetchPack = endpoint({
  name: 'acceptance.fetchPack',
  kind: 'read',
  summary: { zh: '下载验收资料包', en: 'Download an acceptance pack' },
  input: z.object({ id: z.uuid() }),
  output: z.any().meta({ description: 'A .zip file with a manifest of hashes.' }),
  permission: 'acceptance.read',
  trail: { writes: 'acceptance.fetchPack' },
  answers: 'application/zip',
})
