import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Locator, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { v7 } from 'uuid'
import { z } from 'zod'
import { password } from './staff.ts'

const root = join(import.meta.dirname, '..')
const startedSchema = z.object({ port: z.number(), ownerUrl: z.string() })

type Server = { address: string; ownerUrl: string }

/** The servers of one worker: one at a time, over a fresh database for each file of journeys. */
type Servers = { serverFor(file: string): Promise<Server> }

/** Journeys against the real server. The journeys of one file share it, so each leaves the others of its file in peace. */
export const test = base.extend<{ server: Server; office: Office }, { servers: Servers }>({
  servers: [
    // The first argument is where fixtures are named that this one needs: none.
    async ({}, use) => {
      if (!existsSync(join(process.env['NUANYANG_WEB'] ?? join(root, 'dist/web'), 'index.html')))
        throw new Error('The web application is not built. Run: npm test, or npx vite build.')
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'e2e/serve.ts'], {
        cwd: root,
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const answers = createInterface({ input: child.stdout })
      let open: { file: string; server: Server } | undefined
      await use({
        serverFor: async (file) => {
          if (open?.file === file) return open.server
          const answer = once(answers, 'line')
          child.stdin.write('next\n')
          const [line] = await answer
          const { port, ownerUrl } = startedSchema.parse(JSON.parse(String(line)))
          open = { file, server: { address: `http://localhost:${port}`, ownerUrl } }
          return open.server
        },
      })
      child.stdin.end()
      await once(child, 'exit')
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  server: [
    async ({ servers }, use, { file }) => {
      await use(await servers.serverFor(file))
    },
    { timeout: 120_000 },
  ],
  office: async ({ page, server }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await use(officeAt(page, server.address))
    expect(faults, 'nothing on the pages threw').toEqual([])
  },
})

export { expect }

export type Office = {
  /** Opens an address of the office. */
  open(path: string): Promise<void>
  /** Fills the sign-in form and sends it. */
  enter(name: string, secret?: string): Promise<void>
  /** Signs in and waits for the office to open. */
  signIn(name: string, secret?: string): Promise<void>
  /** What axe finds, as one line each. A page in a frame without scripts is none that it can ask. */
  faults(): Promise<string[]>
}

function officeAt(page: Page, address: string): Office {
  const enter = async (name: string, secret = password) => {
    await page.getByLabel('登录名').fill(name)
    await page.getByLabel('密码', { exact: true }).fill(secret)
    await page.getByRole('button', { name: '登录' }).click()
  }
  return {
    open: async (path) => {
      await page.goto(`${address}${path}`)
    },
    enter,
    signIn: async (name, secret) => {
      await page.goto(`${address}/`)
      await enter(name, secret)
      await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
    },
    faults: async () => {
      // What is found while a page is still arriving is looked for again: a fault is one that stays.
      let found = await axe(page)
      for (let again = 0; found.length > 0 && again < 3; again++) {
        await page.waitForTimeout(1_000)
        found = await axe(page)
      }
      return found
    },
  }
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe[sandbox]').exclude('.ant-message').analyze()
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`)
}

/** Chooses an option of a list that drops down, typing it first where one can, and sees the list close unless it takes several. */
export async function choose(page: Page, field: Locator | string, option: string | RegExp): Promise<void> {
  const box = typeof field === 'string' ? page.getByRole('combobox', { name: field, exact: true }) : field
  let dropdown = page.locator('.ant-select-dropdown')
  // A page that has just come takes the focus to its title, and closes a list that was opened before it could.
  await expect(async () => {
    await box.click({ timeout: 10_000 })
    if (typeof option === 'string' && (await box.isEditable())) await box.fill(option, { timeout: 10_000 })
    const list = await box.getAttribute('aria-controls')
    dropdown = page.locator('.ant-select-dropdown', { has: page.locator(`[id="${list}"]`) })
    await dropdown.locator('.ant-select-item-option', { hasText: option }).first().click({ timeout: 10_000 })
  }).toPass({ timeout: 90_000 })
  if ((await page.locator('.ant-select-multiple', { has: box }).count()) === 0) await expect(dropdown).toBeHidden()
}

/** Finds somebody by name and takes the first. */
export async function pick(page: Page, search: Locator, name: string): Promise<void> {
  await search.click()
  await page.keyboard.type(name)
  await expect(page.locator('.ant-select-item-option:visible', { hasText: name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

/** Asks an endpoint as whoever is signed in: for what a journey finds there when it begins. */
export async function ask(page: Page, name: string, input: object): Promise<unknown> {
  const answer = await page.request.post(new URL(`/api/${name}`, page.url()).toString(), {
    data: input,
    headers: { 'operation-id': v7() },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  return answer.json()
}

/** Keeps pictures of the page, as a telephone and as a desk have it, in the folder that NUANYANG_SHOTS names. */
export async function photograph(page: Page, name: string): Promise<void> {
  const to = process.env['NUANYANG_SHOTS']
  if (to === undefined) return
  for (const size of [
    { width: 360, height: 780 },
    { width: 1280, height: 860 },
  ]) {
    await page.setViewportSize(size)
    await page.screenshot({ path: `${to}/${name}-${size.width}.png`, fullPage: true })
  }
}
