import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { evidenceIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { bulletinIdSchema } from './bulletin-schema.ts'

const pictureSchema = z.object({
  evidenceId: evidenceIdSchema,
  title: z.string().nullable(),
  service: z.string(),
  day: z.string().nullable(),
})
export type DraftPicture = z.output<typeof pictureSchema>

export const listPictures = endpoint({
  name: 'bulletins.pictures',
  kind: 'read',
  summary: { zh: '可以放进简报的照片', en: 'Photos that a bulletin may show' },
  input: z.object({ projectId: projectIdSchema, ...pageSchema.shape }),
  output: pageOf(pictureSchema),
  permission: 'bulletins.read',
  trail: { unwritten: 'Photos that whoever can be recognised in them agreed to publish.' },
})

export const takeDownPicture = endpoint({
  name: 'bulletins.takeDownPicture',
  kind: 'write',
  summary: { zh: '从已发布的简报撤下一张照片', en: 'Take a photo out of a published bulletin' },
  input: z.object({ id: bulletinIdSchema, sha256: z.string().regex(/^[0-9a-f]{64}$/), reason: reasonSchema }),
  output: z.object({}),
  permission: 'bulletins.approve',
  trail: { writes: 'bulletins.takeDownPicture' },
})
