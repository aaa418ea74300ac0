import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { fileSafe } from '../../server/paper.ts'
import { inLanguage } from '../../server/problem.ts'
import { rezipped } from '../../server/rezip.ts'
import { route, type Outgoing, type Route } from '../../server/route.ts'
import { fillBook, readCells } from './book-template-reader.ts'
import { findFacts } from './facts-store.ts'
import { reportValues } from './field-rules.ts'
import { mayUseProject } from './pack-routes.ts'
import { sha256Of } from './pack-writer.ts'
import { periodBetween, periodUpTo } from './period-rules.ts'
import {
  addTemplate,
  fetchTemplate,
  listTemplates,
  makeReport,
  removeTemplate,
  templateFormatSchema,
  type TemplateFormat,
} from './report-schema.ts'
import { reportWords } from './report-words.ts'
import { guardTemplate } from './template-guard-reader.ts'
import { bookFaults, wordFaults } from './template-rules.ts'
import * as store from './template-store.ts'
import { fillWord, readParagraphs } from './word-template-reader.ts'

const aTemplate = absent({ zh: '这个模板', en: 'template' })
const oneFile = no(
  'template.oneFile',
  { zh: '请选一个 .docx 或 .xlsx 文件。', en: 'Choose one .docx or .xlsx file.' },
  { field: 'files', sort: 'invalid' },
)
const otherFormat = no(
  'template.otherFormat',
  { zh: '所选模板不是这种格式，请换一个模板或格式。', en: 'The template is of the other format; choose another.' },
  { field: 'templateId', sort: 'invalid' },
)

const endings: Record<TemplateFormat, string> = { word: 'docx', excel: 'xlsx' }
const mediaTypes: Record<TemplateFormat, string> = {
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  excel: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const ours = async (format: TemplateFormat): Promise<Buffer> => {
  const { defaultBook, defaultWord } = await import('./default-template-writer.ts')
  return format === 'word' ? defaultWord() : defaultBook()
}
const fileOf = (name: string, format: TemplateFormat, bytes: Buffer): Verdict<Outgoing> =>
  yes({ fileName: `${fileSafe(name)}.${endings[format]}`, mediaType: mediaTypes[format], bytes })

export const reportRoutes: readonly Route[] = [
  route(makeReport, async (call) => {
    const { tx, tenantId, input, language } = call
    call.note({ subject: `project:${input.projectId}`, details: { report: input.report, from: input.from, to: input.to } })
    const project = await mayUseProject(call, input.projectId)
    if (!project.ok) return project
    const period = input.report === 'monthly' ? periodBetween(project.value, input.from, input.to) : periodUpTo(project.value, input.to)
    if (!period.ok) return period
    const own = input.templateId === undefined ? undefined : await store.findTemplate(tx, tenantId, input.templateId)
    if (input.templateId !== undefined && own === undefined) return aTemplate
    if (own !== undefined && own.format !== input.format) return otherFormat
    const facts = await findFacts(tx, tenantId, input.projectId, period.value, input.report)
    if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
    const title = inLanguage(reportWords[input.report], language)
    const values = reportValues(facts, title, (words) => inLanguage(words, language))
    const template = own === undefined ? await ours(input.format) : Buffer.from(own.content)
    const made = await (input.format === 'word' ? fillWord(template, values) : fillBook(template, values))
    return fileOf(`${project.value.name}-${title}-${period.value.to}`, input.format, await rezipped(made))
  }),

  route(listTemplates, async ({ tx, tenantId }) => {
    const templates = await store.listTemplates(tx, tenantId)
    return yes({
      templates: templates.map(({ addedAt, format, ...template }) => ({
        ...template,
        format: templateFormatSchema.parse(format),
        addedAt: addedAt.toISOString(),
      })),
    })
  }),

  route(addTemplate, async (call) => {
    const { tx, tenantId, input, files, actor, now } = call
    const [file] = files
    if (file === undefined || files.length !== 1) return oneFile
    const guarded = await guardTemplate(file.bytes)
    if (!guarded.ok) return guarded
    const { format, zip } = guarded.value
    const faults = format === 'word' ? wordFaults(await readParagraphs(zip)) : bookFaults(await readCells(file.bytes))
    call.note({ subject: `template:${input.id}`, details: { format, faults: faults.length } })
    if (faults.length > 0) return yes({ added: false, format, faults: faults.slice(0, 200) })
    await store.addTemplate(
      tx,
      tenantId,
      { id: input.id, name: input.name, format, content: file.bytes, sha256: sha256Of(file.bytes) },
      actor.accountId,
      now,
    )
    return yes({ added: true, format, faults: [] })
  }),

  route(removeTemplate, async ({ tx, tenantId, input, now, note }) => {
    note({ subject: `template:${input.id}`, reason: input.reason })
    return (await store.removeTemplate(tx, tenantId, input.id, input.reason, now)) ? yes({}) : aTemplate
  }),

  route(fetchTemplate, async ({ tx, tenantId, input }) => {
    if (input.id === undefined) return fileOf(reportWords.ourTemplate.zh, input.format, await rezipped(await ours(input.format)))
    const own = await store.findTemplate(tx, tenantId, input.id)
    return own === undefined ? aTemplate : fileOf(own.name, templateFormatSchema.parse(own.format), Buffer.from(own.content))
  }),
]
