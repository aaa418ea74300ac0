// Every test: rules, endpoints over HTTP on a real PostgreSQL, journeys in a real Chromium. The last line counts them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const results = mkdtempSync(join(tmpdir(), 'nuanyang-results-'))
const [node] = process.argv

function run(args, env = {}) {
  return spawnSync(node, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1
}

/** Debian's Chromium and a font with Chinese characters; installed when missing and we may. */
function prepareBrowser() {
  const hasFont = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() !== ''
  if (existsSync('/usr/bin/chromium') && hasFont) return
  const command = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk'
  if (process.getuid?.() === 0) {
    console.log('· installing Chromium and a Chinese font')
    if (
      spawnSync('sh', ['-c', command], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    )
      return
  }
  console.error(`The journeys need Debian's Chromium and a Chinese font. Run once:\n\n  sudo sh -c '${command}'\n`)
  process.exit(1)
}

prepareBrowser()
const unitsFile = join(results, 'vitest.json')
const journeysFile = join(results, 'playwright.json')
const units = run(['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitsFile}`])
const journeys = run(['node_modules/@playwright/test/cli.js', 'test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: journeysFile })

const count = { passed: 0, failed: 0, skipped: 0 }
if (existsSync(unitsFile)) {
  const read = JSON.parse(readFileSync(unitsFile, 'utf8'))
  count.passed += read.numPassedTests
  count.failed +=
    read.numFailedTests + read.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  count.skipped += read.numPendingTests + (read.numTodoTests ?? 0)
} else count.failed += 1
if (existsSync(journeysFile)) {
  const { stats } = JSON.parse(readFileSync(journeysFile, 'utf8'))
  count.passed += stats.expected + stats.flaky
  count.failed += stats.unexpected
  count.skipped += stats.skipped
} else count.failed += 1
if ((units !== 0 || journeys !== 0) && count.failed === 0) count.failed = 1
console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
process.exit(count.failed === 0 ? 0 : 1)
