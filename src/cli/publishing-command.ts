import type { Command } from 'commander'
import { verifyFrozen } from '../features/publishing/frozen-schema.ts'
import { withCaller, type CallerOptions } from './with-house.ts'

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
        const { figures, sets, lastHash, broken } = await caller.ask(verifyFrozen, {})
        if (broken === null) console.log(`${figures} frozen figures in ${sets} sets, all as frozen. The last has the hash ${lastHash}.`)
        else {
          console.error(`Frozen figure ${broken.seq}: ${faults[broken.fault]}.`)
          process.exitCode = 1
        }
      }),
    )
}
