import { createHash } from 'node:crypto'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { fileSortOf } from '../../server/file-sort.ts'
import { pictureMediaType, toPicture } from '../../server/pictures.ts'
import { route, type Incoming } from '../../server/route.ts'
import { addProjectFile, openProjectFile, removeProjectFile } from './file-schema.ts'
import * as store from './file-store.ts'
import { expenseFor, projectFor } from './open-routes.ts'
import { listSignatures } from './signature-store.ts'
import { addStep } from './step-store.ts'

const aFile = { zh: '这个文件', en: 'file' }
const oneFile = no('projectFiles.one', { zh: '请选一个文件再上传。', en: 'Choose one file.' }, { field: 'files', sort: 'invalid' })
const voided = no('expenses.voided', {
  zh: '这笔支出已经作废，先恢复才能改动。',
  en: 'This expense is voided. Restore it before changing anything.',
})

/** A PDF as it came; a picture is made anew, without what it knows of place and telephone. */
async function contentOf(file: Incoming): Promise<Verdict<{ content: Buffer; mediaType: string }>> {
  if (fileSortOf(file.bytes) === 'pdf') return yes({ content: file.bytes, mediaType: 'application/pdf' })
  const picture = await toPicture(file.bytes)
  return picture.ok ? yes({ content: picture.value.full.bytes, mediaType: pictureMediaType }) : picture
}

/** A name without folders or letters that say more than they show. */
const shownName = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replaceAll(/[\p{C}<>:"|?*]/gu, '')
    .slice(-80)

export const fileRoutes = [
  route(addProjectFile, async (call) => {
    const { tx, tenantId, sealer, input, files, actor } = call
    const expense = 'expenseId' in input.about ? await expenseFor(call, input.about.expenseId, 'change') : undefined
    if (expense?.ok === false) return expense
    if (expense?.ok === true && expense.value.expense.voidedAt !== null) return voided
    const project = 'projectId' in input.about ? await projectFor(call, input.about.projectId, 'change') : undefined
    if (project?.ok === false) return project
    const projectId = expense?.ok === true ? expense.value.project.id : project?.ok === true ? project.value.id : undefined
    const [file] = files
    if (file === undefined || files.length > 1 || projectId === undefined) return oneFile
    const content = await contentOf(file)
    if (!content.ok) return content
    const expenseId = 'expenseId' in input.about ? input.about.expenseId : null
    const dutyKey = 'dutyKey' in input.about ? input.about.dutyKey : null
    const fileName = shownName(file.name)
    const sha256 = createHash('sha256').update(content.value.content).digest('hex')
    await store.addFile(
      tx,
      tenantId,
      sealer,
      { id: input.id, projectId, expenseId, dutyKey, fileName, sha256, ...content.value },
      actor.accountId,
    )
    const about = expenseId === null ? 'duty' : 'expense'
    await addStep(
      tx,
      tenantId,
      { projectId, about, key: expenseId ?? dutyKey ?? '' },
      { step: 'fileAdded', reason: fileName },
      actor.accountId,
    )
    call.note({ subject: `project:${projectId}`, details: { file: input.id } })
    return yes({})
  }),

  route(openProjectFile, async (call) => {
    const { tx, tenantId, sealer, input } = call
    const facts = await store.findFileFacts(tx, tenantId, input.id)
    if (facts === undefined || facts.isRemoved) return absent(aFile)
    const project = await projectFor(call, facts.projectId, 'look')
    if (!project.ok) return project
    call.note({ subject: `project:${facts.projectId}`, details: { file: input.id } })
    const file = await store.getFile(tx, tenantId, sealer, input.id)
    return yes({ ...file, ...(file.mediaType === pictureMediaType ? { shown: true as const } : {}) })
  }),

  route(removeProjectFile, async (call) => {
    const { tx, tenantId, input, actor } = call
    const file = await store.findFileFacts(tx, tenantId, input.id)
    if (file === undefined) return absent(aFile)
    const project = await projectFor(call, file.projectId, 'change')
    if (!project.ok) return project
    if (file.isRemoved) return no('projectFiles.removed', { zh: '这个文件已经移除。', en: 'This file was removed already.' })
    if (file.expenseId !== null) {
      const expense = await expenseFor(call, file.expenseId, 'change')
      if (!expense.ok) return expense
      if (expense.value.expense.voidedAt !== null) return voided
      const signatures = await listSignatures(tx, tenantId, [expense.value.expense])
      if (signatures.some(({ part, stands }) => stands && part !== 'handled'))
        return no('expenses.fileSeen', {
          zh: '证明人已经看过凭证签了字，请先撤回证明、审批签字，再移除凭证。',
          en: 'It was verified by this voucher. Take the later signatures back first.',
        })
    }
    await store.removeFile(tx, tenantId, input.id, input.reason)
    const about = file.expenseId === null ? 'duty' : 'expense'
    const key = file.expenseId ?? file.dutyKey ?? ''
    await addStep(tx, tenantId, { projectId: file.projectId, about, key }, { step: 'fileRemoved', reason: input.reason }, actor.accountId)
    call.note({ subject: `project:${file.projectId}`, reason: input.reason, details: { file: input.id } })
    return yes({})
  }),
]
