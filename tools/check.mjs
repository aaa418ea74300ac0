// Types (twice: for Node without a document, for browsers without Node), lint, format and unused code, two at a time;
// then the tests of rules and endpoints, which take both cores themselves.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const started = performance.now()
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1)
let failed = 0

/** Runs one step to its end and says how it went; what it prints is shown at once, or whole when it has ended. */
async function step(name, program, args, { isShownWhole } = { isShownWhole: true }) {
  const at = performance.now()
  const child = spawn(join(root, 'node_modules/.bin', program), args, {
    cwd: root,
    stdio: isShownWhole ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk))
  const status = await new Promise((resolve) => child.once('error', () => resolve(1)).once('close', resolve))
  if (status !== 0) failed++
  process.stdout.write(Buffer.concat(said))
  console.log(`${status === 0 ? '✓' : '✗'} ${name} ${seconds(at)} s`)
}

// What was found of a file that has not changed is kept from one check to the next.
const types = (side) => [
  `types, ${side}`,
  'tsc',
  ['-p', `tsconfig.${side}.json`, '--incremental', '--tsBuildInfoFile', `node_modules/.cache/types/${side}.json`],
]
const still = [
  types('server'),
  types('web'),
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', '.']],
  ['unused code', 'knip', []],
  ['format', 'oxfmt', ['--check', '.']],
]
const next = async () => {
  for (let one = still.shift(); one !== undefined; one = still.shift()) await step(...one)
}
await Promise.all([next(), next()])
await step('tests', 'vitest', ['run', '--project', 'rules', '--project', 'database', '--reporter=default'], { isShownWhole: false })
console.log(`${failed === 0 ? 'all green' : `${failed} failed`} in ${seconds(started)} s`)
process.exit(failed === 0 ? 0 : 1)
