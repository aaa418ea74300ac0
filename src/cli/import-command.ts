import type { Command } from 'commander'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { v7 } from 'uuid'
import { acceptImport, listFindings, openImport, receiveImport } from '../features/exchange/schema.ts'
import { importIdSchema, type ProjectId } from '../kernel/ids.ts'
import { projectValue } from './option-values.ts'
import { progressLine } from './progress-line.ts'
import { withCaller, type CallerOptions } from './with-house.ts'

type Options = CallerOptions & { project: ProjectId; accept?: true; findings?: true }

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('Try workbooks out against a project, and with --accept write them: all in one go, or nothing.')
    .argument('<files...>', 'workbooks (.xlsx, .csv) or folders of them')
    .requiredOption('--project <id>', 'the project', projectValue)
    .requiredOption('--as <account>', 'the account that imports')
    .option('--tenant <code>', 'the tenant, when there are several')
    .option('--accept', 'write what the dry run says')
    .option('--findings', 'list every doubtful row')
    .action(runImport)
}

async function runImport(paths: string[], options: Options): Promise<void> {
  const absent = paths.find((path) => !existsSync(path))
  if (absent !== undefined) throw new Error(`There is no file “${absent}”.`)
  // A file that is named is read or refused; of a folder only its workbooks are meant.
  const books = paths
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path).flatMap((name) => (/^[^~.].*\.(xlsx|xlsm|xls|et|csv|tsv|txt)$/i.test(name) ? [join(path, name)] : []))
        : [path],
    )
    .toSorted()
  if (books.length === 0) throw new Error('There is no workbook among these files.')
  await withCaller(options, async (caller, house) => {
    const line = progressLine()
    const watch = () => {
      const operationId = v7()
      const timer = setInterval(() => {
        const state = house.services.board.find(operationId)
        if (state !== undefined) line.step(state.step, state.done, state.of)
      }, 100)
      return { operationId, stop: () => clearInterval(timer) }
    }
    const id = importIdSchema.parse(v7())
    const reading = watch()
    const tried = await caller
      .ask(
        receiveImport,
        { id, projectId: options.project },
        { files: books.map((file) => ({ name: basename(file), bytes: readFileSync(file) })), operationId: reading.operationId },
      )
      .finally(reading.stop)
    line.end()
    for (const refusal of tried.refusals) console.error(`${refusal.file}: ${refusal.because.zh}`)
    if (tried.refusals.length > 0) {
      process.exitCode = 1
      return
    }
    const { summary } = tried
    for (const record of summary?.records ?? [])
      console.log(`${record.title.zh}\t新增 ${record.added}\t修改 ${record.changed}\t不变 ${record.left}`)
    console.log(
      `疑点：错误 ${summary?.findings.error ?? 0}，警告 ${summary?.findings.warning ?? 0}，提示 ${summary?.findings.notice ?? 0}；待认领姓名 ${summary?.unresolved ?? 0}`,
    )
    if (options.findings === true)
      for (let offset = 0; ; offset += 200) {
        const { rows, total } = await caller.ask(listFindings, { id, offset, limit: 200 })
        for (const row of rows)
          console.log([row.code, row.file, row.sheet ?? '', row.row ?? '', row.column ?? '', row.wrong.zh, row.toDo.zh].join('\t'))
        if (offset + rows.length >= total) break
      }
    const { tables } = await caller.ask(openImport, { id })
    const unread = tables.filter((table) => table.form === null)
    for (const { file, sheet, rowCount } of unread)
      console.error(
        `${file}${sheet === null ? '' : `，${sheet}`}：没有认出是什么表，${rowCount} 行没有读入。请在浏览器的导入页面指定表和各列的含义。`,
      )
    if (unread.length > 0 && options.accept === true) {
      console.error('没有写入。这次导入保留在浏览器的导入历史里，指定之后可以在那里确认。')
      process.exitCode = 1
      return
    }
    if (options.accept !== true) {
      console.log('预览完成，没有写入。加上 --accept 再运行即可导入。')
      return
    }
    const writing = watch()
    await caller.ask(acceptImport, { id }, { operationId: writing.operationId }).finally(writing.stop)
    line.end()
    console.log('已导入。')
  })
}
