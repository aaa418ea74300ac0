import { defineConfig } from '@playwright/test'

/** Debian's Chromium, and an office that keeps Chinese. Every worker has a server and a database of its own. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [['list']] : [['list'], ['json']],
  forbidOnly: true,
  // A journey that failed is walked once more from a fresh database; one that then passes is named as unsteady.
  retries: 1,
  use: {
    actionTimeout: 60_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A list that is still fading is no fault of the page, and no journey waits for it.
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1280, height: 860 },
    trace: 'retain-on-first-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-quic', '--disable-background-networking', '--no-first-run'],
    },
  },
})
