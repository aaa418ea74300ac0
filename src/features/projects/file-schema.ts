import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'

/** What a file shows: an expense, by its voucher, or a duty that was done, by its key. */
const fileAboutSchema = z.union([
  z.object({ expenseId: z.uuid() }),
  z.object({ projectId: projectIdSchema, dutyKey: z.string().min(1).max(80) }),
])
export type FileAbout = z.infer<typeof fileAboutSchema>

export const addProjectFile = endpoint({
  name: 'projectFiles.add',
  kind: 'write',
  takesFiles: true,
  summary: { zh: '上传凭证或材料（图片或PDF）', en: 'Add a voucher or a document: a picture or PDF' },
  input: z.object({ id: z.uuid(), about: fileAboutSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'projectFiles.add' },
})

export const removeProjectFile = endpoint({
  name: 'projectFiles.remove',
  kind: 'write',
  summary: { zh: '移除传错的文件', en: 'Remove a file that was added by mistake' },
  input: z.object({ id: z.uuid(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'projectFiles.remove' },
})

export const openProjectFile = endpoint({
  name: 'projectFiles.open',
  kind: 'read',
  summary: { zh: '打开凭证或材料', en: 'Open a voucher or a document' },
  input: z.object({ id: z.uuid() }),
  output: z.unknown(),
  permission: 'projects.read',
  trail: { writes: 'projectFiles.open' },
  answers: ['image/jpeg', 'application/pdf'],
})
