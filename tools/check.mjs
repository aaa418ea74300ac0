// Types (twice: for Node without a document, for browsers without Node), lint, format, unused code, tests of rules and endpoints.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const bin = (name) => join(root, 'node_modules/.bin', name)
const steps = [
  ['types, server', bin('tsc'), ['-p', 'tsconfig.server.json']],
  ['types, web', bin('tsc'), ['-p', 'tsconfig.web.json']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings', '.']],
  ['format', bin('oxfmt'), ['--check', '.']],
  ['unused code', bin('knip'), []],
  ['tests', bin('vitest'), ['run', '--project', 'rules', '--project', 'database', '--reporter=default']],
]
const started = performance.now()
let failed = 0
for (const [name, command, args] of steps) {
  const at = performance.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  console.log(`${status === 0 ? '✓' : '✗'} ${String(name)} ${((performance.now() - at) / 1000).toFixed(1)} s`)
  if (status !== 0) failed++
}
console.log(`${failed === 0 ? 'all green' : `${failed} failed`} in ${((performance.now() - started) / 1000).toFixed(0)} s`)
process.exit(failed === 0 ? 0 : 1)
