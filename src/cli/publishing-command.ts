import type { Command } from 'commander'
import { readFileSync, writeFileSync } from 'node:fs'
import { verifyFrozen } from '../features/publishing/frozen-schema.ts'
import { isWhole, listTampered, manifestOf, manifestSchema } from './manifest.ts'
import { withCaller, withPages, type CallerOptions, type PagesOptions } from './with-house.ts'

const faults = {
  hash: 'its text does not have its hash',
  form: 'its text is not a figure in canonical form',
  columns: 'a column says something else than its text',
  order: 'it does not follow the one before',
  chain: 'it does not name the hash of the one before',
  members: 'its list of members is not the one it was counted from',
  set: 'its set is not the one it was frozen in',
  missing: 'it is missing',
} as const

export function addPublishingCommand(program: Command): void {
  const publishing = program.command('publishing').description('What was published, and the figures frozen for it.')
  publishing
    .command('verify')
    .description('Recompute every frozen figure and its list of members; exit code 1 when one is not what was frozen.')
    .requiredOption('--as <account>', 'the account that asks: a bureau officer, a manager or the audit administrator')
    .option('--tenant <code>', 'the tenant, when there are several')
    .action((options: CallerOptions) =>
      withCaller(options, async (caller) => {
        const { figures, sets, lastHash, broken, bulletins, published, altered } = await caller.ask(verifyFrozen, {})
        if (broken === null) console.log(`${figures} frozen figures in ${sets} sets, all as frozen. The last has the hash ${lastHash}.`)
        else console.error(`Frozen figure ${broken.seq}: ${faults[broken.fault]}.`)
        if (altered === null) console.log(`${bulletins} bulletins and ${published} figures are public, all as published.`)
        else console.error(`The public ${altered.kind} ${altered.id} is not what was published.`)
        if (broken !== null || altered !== null) process.exitCode = 1
      }),
    )
  publishing
    .command('manifest')
    .description('Write the hash of every public page, to be kept elsewhere and compared with later.')
    .requiredOption('--at <origin>', 'where the pages are read, such as https://nuanyang.example')
    .option('--tenant <code>', 'the tenant, when there are several')
    .option('-o, --out <file>', 'where to write it; otherwise it is printed')
    .action(async ({ at, out, tenant }: PagesOptions & { out?: string }) => {
      const text = `${JSON.stringify(await withPages({ at, ...(tenant === undefined ? {} : { tenant }) }, manifestOf), null, 1)}\n`
      if (out === undefined) process.stdout.write(text)
      else writeFileSync(out, text)
    })
  publishing
    .command('pages')
    .description('Read every public page as a reader does, and name each that is not what it should be; exit code 1 when there is one.')
    .requiredOption('--at <origin>', 'where the pages are read, such as https://nuanyang.example')
    .option('--tenant <code>', 'the tenant, when there are several')
    .option('--manifest <file>', 'compare with a manifest that was written earlier, instead of with the records')
    .action(async ({ at, manifest: file, tenant }: PagesOptions & { manifest?: string }) => {
      const expected =
        file === undefined
          ? await withPages({ at, ...(tenant === undefined ? {} : { tenant }) }, manifestOf)
          : manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      if (!isWhole(expected)) throw new Error(`${file} is not a manifest as it was written.`)
      const tampered = await listTampered(expected, async (path) => {
        const answered = await fetch(new URL(path, at))
        return { status: answered.status, bytes: new Uint8Array(await answered.arrayBuffer()) }
      })
      if (tampered.length === 0) console.log(`${expected.pages.length} pages, all as they should be.`)
      else {
        for (const path of tampered) console.error(`${path} is not what it should be.`)
        process.exitCode = 1
      }
    })
}
