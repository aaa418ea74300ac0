import { Argument, type Command } from 'commander'
import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { exportListSchema, makeExport } from '../features/exchange/export-schema.ts'
import type { ProjectId } from '../kernel/ids.ts'
import { projectValue } from './option-values.ts'
import { withCaller, type CallerOptions } from './with-house.ts'

const fileSchema = z.object({ fileName: z.string(), bytes: z.instanceof(Buffer) })

export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('Write a list of a project to an .xlsx file.')
    .addArgument(new Argument('<list>', 'what to write').choices(exportListSchema.options))
    .requiredOption('--project <id>', 'the project', projectValue)
    .requiredOption('--as <account>', 'the account that exports')
    .option('--tenant <code>', 'the tenant, when there are several')
    .option('-o, --out <file>', 'the file to write; by default one named after the project')
    .action(async (list: z.output<typeof exportListSchema>, options: CallerOptions & { project: ProjectId; out?: string }) => {
      await withCaller(options, async (caller) => {
        const { fileName, bytes } = fileSchema.parse(await caller.fetch(makeExport, { list, projectId: options.project }))
        const out = options.out ?? fileName
        writeFileSync(out, bytes)
        console.log(out)
      })
    })
}
