import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { evidenceIdSchema, personIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'

/** What proves a service. A sheet is a photographed or scanned list, such as one that people signed. */
const evidenceKindSchema = z.enum(['photo', 'signature', 'sheet', 'document'])
export type EvidenceKind = z.infer<typeof evidenceKindSchema>

/** Whether somebody can be recognised in a photo; null while nobody has looked. */
export const facesSchema = z.enum(['none', 'recognisable'])
export type Faces = z.infer<typeof facesSchema>

/** How somebody agreed to be shown: by the guardian for a child or for whoever cannot decide. */
export const consentMethodSchema = z.enum(['signed', 'fingerprint', 'recorded', 'witnessed', 'guardian'])

/** Who agreed to be shown. Somebody with a file is `personId`; anybody else is named in words. */
const consentInputSchema = z.object({
  id: z.uuid(),
  personId: personIdSchema.nullable(),
  named: z.string().trim().min(1).max(60).nullable(),
  method: consentMethodSchema,
  givenOn: daySchema,
  withdrawnOn: daySchema.nullable(),
})
export type ConsentInput = z.output<typeof consentInputSchema>

const consentSchema = consentInputSchema.extend({ name: z.string() })

const evidenceSchema = z.object({
  id: evidenceIdSchema,
  kind: evidenceKindSchema,
  title: z.string().nullable(),
  fileName: z.string().nullable(),
  mediaType: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  takenBy: z.string().nullable(),
  takenAt: z.iso.datetime().nullable(),
  addedAt: z.iso.datetime(),
  version: z.int(),
  faces: facesSchema.nullable(),
  consents: z.array(consentSchema),
  coversAll: z.boolean(),
  publishable: z.boolean(),
  /** Whether the caller may open it: what shows or names people is not for those to whom persons are masked. */
  canOpen: z.boolean(),
  removed: z.object({ at: z.iso.datetime(), by: z.string().nullable(), reason: z.string() }).nullable(),
})
export type Evidence = z.output<typeof evidenceSchema>

export const listEvidence = endpoint({
  name: 'evidence.list',
  kind: 'read',
  summary: { zh: '一次服务的照片和材料', en: 'Photos and documents of a service' },
  input: z.object({ serviceId: serviceIdSchema, removed: z.boolean().default(false) }),
  output: z.object({ rows: z.array(evidenceSchema) }),
  permission: 'services.read',
  trail: { writes: 'evidence.list' },
})

export const addEvidence = endpoint({
  name: 'evidence.add',
  kind: 'write',
  summary: { zh: '为一次服务添加照片或材料，可一次多件', en: 'Add photos or documents to a service, several at once' },
  input: z.object({
    serviceId: serviceIdSchema,
    kind: evidenceKindSchema,
    /** One for each file, in their order. */
    items: z
      .array(
        z.object({
          id: evidenceIdSchema,
          title: z.string().trim().max(80).nullable().default(null),
          takenAt: z.iso.datetime().nullable().default(null),
        }),
      )
      .min(1)
      .max(20),
  }),
  output: z.object({
    added: z.array(z.object({ id: evidenceIdSchema, sha256: z.string() })),
    /** Files that were not taken, and why; the others were. */
    refused: z.array(z.object({ id: evidenceIdSchema, code: z.string(), because: z.object({ zh: z.string(), en: z.string() }) })),
  }),
  permission: 'evidence.write',
  trail: { writes: 'evidence.add' },
  takesFiles: true,
})

export const noteSignature = endpoint({
  name: 'evidence.noteSignature',
  kind: 'write',
  summary: { zh: '登记纸上的签名，写明原件存放处', en: 'Note a signature on paper and where the paper is kept' },
  input: z.object({
    serviceId: serviceIdSchema,
    id: evidenceIdSchema,
    signedBy: z.string().trim().min(1).max(40),
    keptAt: z.string().trim().min(1).max(80),
  }),
  output: z.object({ id: evidenceIdSchema }),
  permission: 'evidence.write',
  trail: { writes: 'evidence.noteSignature' },
})

export const lookAtThumbnail = endpoint({
  name: 'evidence.thumbnail',
  kind: 'read',
  summary: { zh: '照片的缩略图', en: 'A photo made small' },
  input: z.object({ id: evidenceIdSchema }),
  output: z.unknown(),
  permission: 'services.read',
  trail: { unwritten: 'Small pictures of a service whose list of evidence stands in the trail.' },
  answers: 'image/jpeg',
})

export const openEvidence = endpoint({
  name: 'evidence.open',
  kind: 'read',
  summary: { zh: '打开照片，或下载材料', en: 'Open a photo or download a document' },
  input: z.object({ id: evidenceIdSchema }),
  output: z.unknown(),
  permission: 'services.read',
  trail: { writes: 'evidence.open' },
  answers: 'application/octet-stream',
})

export const describeEvidence = endpoint({
  name: 'evidence.describe',
  kind: 'write',
  summary: {
    zh: '说明一张照片：标题、有无可辨认的人、谁同意、能否公开',
    en: 'Describe a photo: title, faces, who agreed, whether it may be published',
  },
  input: z.object({
    id: evidenceIdSchema,
    version: z.int(),
    title: z.string().trim().max(80).nullable(),
    faces: facesSchema.nullable(),
    consents: z.array(consentInputSchema).max(60),
    coversAll: z.boolean(),
    publishable: z.boolean(),
  }),
  output: z.object({ version: z.int() }),
  permission: 'evidence.write',
  trail: { writes: 'evidence.describe' },
})

export const removeEvidence = endpoint({
  name: 'evidence.remove',
  kind: 'write',
  summary: { zh: '删除照片或材料，或在三十天内恢复', en: 'Remove a photo or document, or bring it back within thirty days' },
  input: z.object({ id: evidenceIdSchema, version: z.int(), removed: z.boolean(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'evidence.write',
  trail: { writes: 'evidence.remove' },
})
