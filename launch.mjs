// The two commands, on whatever Node is there (18 or later): installs what package-lock.json names when it is not there,
// then goes on with the Node that the project itself pins.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const bin = join(root, 'node_modules/.bin')
const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')
const env = {
  ...process.env,
  PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  // Compiled modules are kept from one start to the next: half the time of a command is else spent compiling.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/node'),
  // Threads that come and go for heavy work else leave memory behind, an arena of it each.
  MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? '2',
}
// What dies young fits into a few megabytes. Left to itself the engine keeps a hundred for it, and does not give them back.
const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8']
const [task, ...rest] = process.argv.slice(2)

/** Runs a command to its end; a failure ends us with its exit code. */
function run(command, args, more = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env, ...more })
  if (done.error) throw done.error
  if (done.status !== 0) process.exit(done.status ?? 1)
}

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules/.nuanyang-installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('· installing packages')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (!existsSync(node))
    throw new Error(
      'The pinned Node was not installed: this platform has no package of it. Install Node 24 and run src/cli/main.ts with it.',
    )
  writeFileSync(stamp, wanted)
}

/** A hash of names, sizes and times of all that the web application is made of. */
function sourcesOf(folder) {
  const hash = createHash('sha256')
  const walk = (at) => {
    for (const entry of readdirSync(join(root, at), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(at, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (!/\.test\.tsx?$/.test(entry.name)) {
        const { size, mtimeMs } = statSync(join(root, path))
        hash.update(`${path} ${size} ${mtimeMs}\n`)
      }
    }
  }
  for (const one of folder) walk(one)
  for (const file of ['vite.config.ts', 'index.html', 'package-lock.json']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function buildWeb() {
  const wanted = sourcesOf(['src/web', 'src/features', 'src/kernel'])
  const stamp = join(root, 'dist/web.stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(join(root, 'dist/web/index.html'))) return
  console.log('· building the web application')
  run(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'])
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, wanted)
}

install()
if (task === 'start') {
  buildWeb()
  run(node, [...flags, 'src/cli/main.ts', 'serve', ...(process.env.NODE_ENV === 'production' ? [] : ['--demo']), ...rest])
} else if (task === 'test') {
  buildWeb()
  run(node, ['tools/test.mjs', ...rest])
} else if (task === 'run') {
  run(node, [...flags, ...rest])
} else {
  console.error('node launch.mjs start | test | run <file>')
  process.exit(2)
}
