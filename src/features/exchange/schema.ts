import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, importIdSchema, personIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'

const wordsSchema = z.object({ zh: z.string(), en: z.string() })
/** received: being read; read: the dry run is there; accepted: written; undone: written and taken back; refused: a file could not be read. */
export const importStateSchema = z.enum(['received', 'read', 'accepted', 'undone', 'refused'])

const countsSchema = z.object({ added: z.int(), changed: z.int(), left: z.int() })

/** What an import would do, or did: rows of each kind of record added, changed, left as they are. */
const summarySchema = z.object({
  /** By table of the database; `title` is what people call its records. */
  records: z.array(countsSchema.extend({ table: z.string(), title: wordsSchema })),
  findings: z.object({ error: z.int(), warning: z.int(), notice: z.int() }),
  unresolved: z.int(),
  rows: z.int(),
})

const importRowSchema = z.object({
  id: importIdSchema,
  projectId: projectIdSchema,
  state: importStateSchema,
  files: z.array(z.object({ name: z.string(), bytes: z.int() })),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  undoReason: z.string().nullable(),
  summary: summarySchema.nullable(),
  /** Why files were refused, one for each. */
  refusals: z.array(z.object({ file: z.string(), because: wordsSchema })),
})
export type ImportRow = z.infer<typeof importRowSchema>

export const listImports = endpoint({
  name: 'imports.list',
  kind: 'read',
  summary: { zh: '导入历史', en: 'Imports of a project' },
  input: z.object({ ...pageSchema.shape, projectId: projectIdSchema }),
  output: pageOf(importRowSchema),
  permission: 'imports.read',
  trail: { unwritten: 'Names of files and counts.' },
})

/** Reads the files and says what they would do. Nothing is written to the project. */
export const receiveImport = endpoint({
  name: 'imports.receive',
  kind: 'write',
  summary: { zh: '上传工作簿并预览', en: 'Receive workbooks and try them out' },
  input: z.object({ id: importIdSchema, projectId: projectIdSchema }),
  output: importRowSchema,
  permission: 'imports.run',
  trail: { writes: 'imports.receive' },
  takesFiles: true,
  heavy: true,
})

const tableSchema = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  /** Of a ledger of many kinds of services: the kinds that these rows are of. */
  part: z.string().nullable(),
  headerRow: z.int(),
  signature: z.string(),
  form: z.string().nullable(),
  formTitle: z.string().nullable(),
  /** Of a table that was not recognised: the form it is most like, by which its columns are shown. */
  guess: z.string().nullable(),
  confidence: z.number(),
  rowCount: z.int(),
  columns: z.array(z.object({ column: z.int(), header: z.string(), field: z.string().nullable(), example: z.string().nullable() })),
})
export type ImportTable = z.infer<typeof tableSchema>

export const openImport = endpoint({
  name: 'imports.open',
  kind: 'read',
  summary: { zh: '打开一次导入：预览、列的含义、可选的表与字段', en: 'Open an import: what it would do, and which column means what' },
  input: z.object({ id: importIdSchema }),
  output: importRowSchema.extend({
    tables: z.array(tableSchema),
    /** Every form that a table may be, with its fields. */
    forms: z.array(z.object({ form: z.string(), title: z.string(), fields: z.array(z.object({ field: z.string(), title: wordsSchema })) })),
    findingCounts: z.array(
      z.object({ code: z.string(), title: wordsSchema, severity: z.enum(['error', 'warning', 'notice']), count: z.int() }),
    ),
  }),
  permission: 'imports.read',
  trail: { unwritten: 'Headers and counts; what stands in the rows is listed by its own endpoints.' },
})

const findingRowSchema = z.object({
  position: z.int(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'notice']),
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  field: z.string().nullable(),
  column: z.string().nullable(),
  /** What stands in the cell, an identity number masked. */
  seen: z.string().nullable(),
  wrong: wordsSchema,
  toDo: wordsSchema,
})
export type FindingRow = z.infer<typeof findingRowSchema>

export const listFindings = endpoint({
  name: 'imports.findings',
  kind: 'read',
  summary: { zh: '导入的疑点', en: 'What was doubtful in an import' },
  input: z.object({
    ...pageSchema.shape,
    id: importIdSchema,
    code: z.string().max(60).optional(),
    severity: z.enum(['error', 'warning', 'notice']).optional(),
    file: z.string().max(200).optional(),
  }),
  output: pageOf(findingRowSchema),
  permission: 'imports.read',
  trail: { writes: 'imports.findings' },
})

const candidateSchema = z.object({
  /** The person on file, or the key of one that this import adds. */
  person: z.union([z.object({ id: personIdSchema }), z.object({ key: z.string() })]),
  name: z.string(),
  community: divisionCodeSchema.nullable(),
  because: wordsSchema,
})

const unresolvedRowSchema = z.object({
  subject: z.string(),
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  name: z.string(),
  community: divisionCodeSchema.nullable(),
  hints: z.string(),
  about: z.string(),
  candidates: z.array(candidateSchema),
  /** What somebody decided: a person, or nobody on file. */
  decision: z.union([z.object({ id: personIdSchema }), z.object({ key: z.string() }), z.literal('nobody')]).nullable(),
})
export type UnresolvedRow = z.infer<typeof unresolvedRowSchema>

export const listUnresolved = endpoint({
  name: 'imports.unresolved',
  kind: 'read',
  summary: { zh: '待认领的姓名', en: 'Names to be resolved' },
  input: z.object({ id: importIdSchema }),
  output: z.object({ rows: z.array(unresolvedRowSchema) }),
  permission: 'imports.read',
  trail: { writes: 'imports.unresolved' },
})

/** Says who a name means, in a dry run or after it was accepted; `null` takes the decision back. */
export const decideName = endpoint({
  name: 'imports.decide',
  kind: 'write',
  summary: { zh: '认领一个姓名', en: 'Say who a name means' },
  input: z.object({
    id: importIdSchema,
    subject: z.string().max(300),
    decision: z.union([z.object({ id: personIdSchema }), z.object({ key: z.string().max(300) }), z.literal('nobody')]).nullable(),
  }),
  output: z.object({}),
  permission: 'imports.run',
  trail: { writes: 'imports.decide' },
})

/** Keeps what the columns of tables with these headers mean, and tries the import out again. */
export const saveMapping = endpoint({
  name: 'imports.saveMapping',
  kind: 'write',
  summary: { zh: '更正列的含义并记住', en: 'Correct and keep what columns mean' },
  input: z.object({
    id: importIdSchema,
    signature: z.string().max(2000),
    /** Null: a table to be left out. */
    form: z.string().max(40).nullable(),
    columns: z.array(z.object({ header: z.string().max(200), field: z.string().max(40).nullable() })).max(400),
  }),
  output: importRowSchema,
  permission: 'imports.run',
  trail: { writes: 'imports.saveMapping' },
  heavy: true,
})

/** Writes all of it in one go, or nothing. */
export const acceptImport = endpoint({
  name: 'imports.accept',
  kind: 'write',
  summary: { zh: '确认导入', en: 'Accept an import' },
  input: z.object({ id: importIdSchema }),
  output: importRowSchema,
  permission: 'imports.run',
  trail: { writes: 'imports.accept' },
  heavy: true,
})

export const undoImport = endpoint({
  name: 'imports.undo',
  kind: 'write',
  summary: { zh: '撤销整次导入', en: 'Undo a whole import' },
  input: z.object({ id: importIdSchema, reason: reasonSchema, evenIfEdited: z.boolean().default(false) }),
  output: importRowSchema,
  permission: 'imports.undo',
  trail: { writes: 'imports.undo' },
  heavy: true,
})

export const discardImport = endpoint({
  name: 'imports.discard',
  kind: 'write',
  summary: { zh: '放弃未确认的导入', en: 'Discard an import that was not accepted' },
  input: z.object({ id: importIdSchema }),
  output: z.object({}),
  permission: 'imports.run',
  trail: { writes: 'imports.discard' },
})
