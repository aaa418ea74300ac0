import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../server/embedded.ts'
import { migrate } from '../server/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
    template: string
  }
}

/** The password that the app's role has in tests. */
export const testPassword = 'for tests alone'

const memory = '/dev/shm'
const muchRoom = 4 * 1024 ** 3

/** Where the databases of a run lie: in memory where there is plenty, since hundreds of them come and go. */
function workplace(): string {
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > muchRoom && freemem() > 2 * muchRoom ? memory : tmpdir()
}

/**
 * One PostgreSQL for the whole run, of our own or the one DATABASE_URL names, with one migrated database that every
 * test file copies.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(workplace(), 'nuanyang-test-'))
  chmodSync(folder, 0o755)
  const given = process.env['DATABASE_URL']
  const embedded =
    given === undefined ? await startEmbedded(folder, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }) : undefined
  const url = given ?? embedded?.url ?? ''
  const template = `nuanyang_template_${process.pid}`
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${template}`)
  const templateUrl = new URL(url)
  templateUrl.pathname = `/${template}`
  await migrate(templateUrl.toString(), { app: testPassword, portal: testPassword })
  project.provide('ownerUrl', url)
  project.provide('template', template)
  return async () => {
    await client.query(`drop database if exists ${template} with (force)`)
    await client.end()
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
