import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { hsdsServiceSchema } from './hsds-rules.ts'

export const listDirectory = endpoint({
  name: 'directory.list',
  kind: 'read',
  summary: { zh: '对外公开目录：哪些资源已公开', en: 'Which resources are in the public directory' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({
    /** Where others read it, below this server's address. */
    address: z.string(),
    rows: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        organisation: z.string().nullable(),
        phone: z.string().nullable(),
        version: z.int(),
        publishedAt: z.iso.datetime().nullable(),
        /** The resource was changed since: what is public is as it was. */
        isOld: z.boolean(),
        agreedBy: z.string().nullable(),
        agreedOn: daySchema.nullable(),
      }),
    ),
  }),
  permission: 'directory.publish',
  trail: { unwritten: 'Resources of organisations.' },
})

export const previewEntry = endpoint({
  name: 'directory.preview',
  kind: 'read',
  summary: { zh: '公开前看看对外是什么样', en: 'A resource as it would be published' },
  input: z.object({ id: z.uuid(), phone: z.string().trim().max(40).nullable() }),
  output: z.object({ service: hsdsServiceSchema }),
  permission: 'directory.publish',
  trail: { unwritten: 'A resource of an organisation.' },
})

export const publishEntry = endpoint({
  name: 'directory.publish',
  kind: 'write',
  summary: { zh: '把一项资源公开到目录', en: 'Publish a resource in the directory' },
  input: z.object({
    id: z.uuid(),
    version: z.int(),
    /** The organisation's telephone, when it is to be shown. */
    phone: z.string().trim().min(5).max(40).nullable(),
    /** Who agreed for the organisation, and when. */
    agreedBy: z.string().trim().min(2).max(40),
    agreedOn: daySchema,
  }),
  output: z.object({}),
  permission: 'directory.publish',
  trail: { writes: 'directory.publish' },
})

export const withdrawEntry = endpoint({
  name: 'directory.withdraw',
  kind: 'write',
  summary: { zh: '从公开目录撤下', en: 'Take a resource out of the directory' },
  input: z.object({ id: z.uuid(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'directory.publish',
  trail: { writes: 'directory.withdraw' },
})
