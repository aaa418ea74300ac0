import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { z } from 'zod'
import { fetchPack, makePack } from '../src/features/acceptance/pack-schema.ts'
import { listProjects } from '../src/features/projects/schema.ts'
import { listTenants } from '../src/features/identity/tenant-store.ts'
import { callerAs } from '../src/cli/caller.ts'
import { addDemo } from '../src/cli/demo.ts'
import { daySchema } from '../src/kernel/day.ts'
import { configFrom } from '../src/server/config.ts'
import { openHouse } from '../src/server/main.ts'

const fileSchema = z.object({ bytes: z.instanceof(Uint8Array) })

/** The acceptance pack of the reference project, twice: seconds, and whether the bytes are the same. */
export async function packing(say: (text: string) => void, keepAt?: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nuanyang-bench-'))
  chmodSync(folder, 0o755)
  const house = await openHouse(configFrom({ ...process.env, NUANYANG_DATA: folder }))
  try {
    await addDemo(house, () => undefined)
    const [tenant] = await house.services.database.outside(listTenants)
    const manager = await callerAs(house, tenant?.tenant_id ?? 0, 'zhuguan')
    const [project] = (await manager.ask(listProjects, {})).projects
    if (project === undefined) throw new Error('The demonstration has no project.')
    const seconds: number[] = []
    const hashes = new Set<string>()
    let files = 0
    let bytes = 0
    for (let round = 0; round < 2; round++) {
      const started = performance.now()
      const made = await manager.ask(makePack, { id: v7(), projectId: project.id, day: daySchema.parse('2025-05-01'), named: true })
      seconds.push((performance.now() - started) / 1000)
      hashes.add(made.sha256)
      ;({ files, bytes } = made)
      if (keepAt !== undefined) writeFileSync(keepAt, fileSchema.parse(await manager.fetch(fetchPack, { id: made.id })).bytes)
    }
    await manager.end()
    say(
      `\nacceptance pack of the reference project: ${seconds.map((one) => one.toFixed(1)).join(', ')} s, ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${hashes.size === 1 ? 'the same bytes' : 'DIFFERENT BYTES'}   bar: at most 60 s`,
    )
  } finally {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
