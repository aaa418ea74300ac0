import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { no, yes, type Verdict } from '../kernel/verdict.ts'

/** Where a Chromium is looked for when CHROMIUM names none. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]

const noBrowser = no('paper.noBrowser', {
  zh: '服务器上没有装 Chromium，暂时不能生成 PDF。请系统管理员安装（如 apt install chromium），或用 CHROMIUM 指明它的位置。打印和 Word 不受影响：在打印窗口里也可以选“另存为 PDF”。',
  en: 'The server has no Chromium, which makes the PDFs. Ask the system administrator to install it (apt install chromium) or to name it in CHROMIUM. Printing and Word work without it; the print dialog can save as PDF too.',
})
const tooLong = no('paper.tooLong', {
  zh: '生成 PDF 超过了时限，没有完成。请分成几次，或改用 Word。',
  en: 'Making the PDF took too long and was given up. Ask for less at once, or use Word.',
})
const tooMany = no(
  'paper.tooMany',
  {
    zh: '排队生成 PDF 的人较多，请一分钟后再试，或先用 Word。',
    en: 'Many PDFs are waiting to be made. Try again in a minute, or use Word.',
  },
  { sort: 'too-often' },
)

export const findChromium = (env: Record<string, string | undefined> = process.env): string | undefined => {
  const named = env['CHROMIUM']
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  return places.find((place) => existsSync(place))
}

type Making = { readonly chromium?: string | undefined; readonly deadline?: number }

const mostWaiting = 20
let waiting = 0
let queue: Promise<unknown> = Promise.resolve()

/**
 * HTML of ours as PDF, printed by Chromium: one at a time, without a network, without scripts, in a folder of its own
 * that is gone afterwards.
 */
export async function paperPdf(html: string, making: Making = {}): Promise<Verdict<Buffer>> {
  const { deadline = 60_000 } = making
  const chromium = 'chromium' in making ? making.chromium : findChromium()
  if (chromium === undefined) return noBrowser
  if (waiting >= mostWaiting) return tooMany
  waiting += 1
  const mine = queue.then(() => print(chromium, html, deadline))
  queue = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    waiting -= 1
  }
}

async function print(chromium: string, html: string, deadline: number): Promise<Verdict<Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'nuanyang-paper-'))
  try {
    const page = join(folder, 'paper.html')
    const pdf = join(folder, 'paper.pdf')
    await writeFile(page, html, { mode: 0o600 })
    const ended = await run(chromium, [...options(folder), `--print-to-pdf=${pdf}`, pathToFileURL(page).href], folder, deadline)
    if (ended.late) return tooLong
    if (!existsSync(pdf)) throw new Error(`Chromium made no PDF (exit ${ended.code}): ${ended.said.slice(-800)}`)
    return yes(undated(await readFile(pdf)))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

const options = (folder: string): string[] => [
  '--headless',
  // A sandbox needs user namespaces, which root has not. Nothing is opened but a page of ours, whose policy allows no scripts.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  `--user-data-dir=${join(folder, 'profile')}`,
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
]

function run(
  program: string,
  args: string[],
  home: string,
  deadline: number,
): Promise<{ late: boolean; code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what Chromium starts ends with it.
    const child = spawn(program, args, {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8', TZ: 'UTC' },
    })
    let said = ''
    let late = false
    child.stderr.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-4000)))
    const end = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    const timer = setTimeout(() => {
      late = true
      end()
    }, deadline)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      end()
      resolve({ late, code, said })
    })
  })
}

/** The same papers give the same bytes: the moments at which Chromium made and changed the file are put to a fixed one. */
function undated(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  return Buffer.from(
    text.replaceAll(/\/(CreationDate|ModDate) ?\(D:[^)]*\)/g, (whole) => whole.replaceAll(/\d/g, '0').replace('D:00000000', 'D:20000101')),
    'latin1',
  )
}
