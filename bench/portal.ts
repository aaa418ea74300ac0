import { Worker } from 'node:worker_threads'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { z } from 'zod'
import { canonical } from '../src/kernel/canonical.ts'
import { sha256 } from '../src/kernel/sha256.ts'
import { logTo } from '../src/server/log.ts'
import { serverOf, type House } from '../src/server/main.ts'
import { portal, routes } from '../src/server/routes.ts'

/** A bulletin of the usual length, as it stands in the database. */
function bulletin(tenant: string, number: number) {
  const id = v7()
  const text = '社工上门看望独居老人，量血压、聊家常，把困难记下来，再和社区一起想办法。'.repeat(8)
  const record = {
    format: 'nuanyang-bulletin-1',
    tenant,
    id,
    series: id,
    edition: 1,
    corrects: null,
    project: { id: v7(), name: '为老服务项目' },
    publisher: '光点社会工作服务中心',
    title: `第${number}期简报`,
    blocks: Array.from({ length: 12 }, (_, at) =>
      at % 4 === 0 ? { is: 'heading', text: `第${at / 4 + 1}部分` } : { is: 'paragraph', line: [{ is: 'text', text }] },
    ),
    publishedAt: new Date(Date.UTC(2025, 4, number)).toISOString(),
    figures: [],
  }
  const body = canonical(record)
  return { id, record, body, hash: sha256(body) }
}

export type Compare = (
  name: string,
  bar: string,
  product: number,
  floor: number,
  pages: string[],
  headers: Record<string, string>,
) => Promise<void>

/** Public pages from one process beside bare node:http with the same bytes, as a browser asks (gzip) and without. */
export async function portalPages(house: House, tenantId: number, tenant: string, compare: Compare): Promise<void> {
  const owner = new Client({ connectionString: house.ownerUrl })
  await owner.connect()
  const all = Array.from({ length: 20 }, (_, i) => bulletin(tenant, i + 1))
  for (const { id, record, body, hash } of all)
    await owner.query(
      'insert into published_bulletin (tenant_id, id, series_id, edition, title, body, hash, published_at) values ($1, $2, $2, 1, $3, $4, $5, $6)',
      [tenantId, id, record.title, body, hash, record.publishedAt],
    )
  await owner.end()
  const app = await serverOf(house.services, routes, logTo(process.stderr, 'silent'), {
    portal: { database: house.portalDatabase, site: portal },
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const paths = [`/public/${tenant}/`, ...all.map(({ id }) => `/public/${tenant}/bulletins/${id}`)]
  for (const headers of [{ 'accept-encoding': 'gzip' }, { 'accept-encoding': 'identity' }]) {
    const pages = await Promise.all(
      paths.map(async (path) => {
        const { headers: said, rawPayload } = await app.inject({ url: path, headers })
        return {
          path,
          type: String(said['content-type']),
          encoding: z
            .string()
            .nullable()
            .parse(said['content-encoding'] ?? null),
          bytes: new Uint8Array(rawPayload),
        }
      }),
    )
    const floor = new Worker(new URL('./portal-worker.ts', import.meta.url), { workerData: pages })
    const floorPort = await new Promise<number>((resolve) => floor.once('message', (message) => resolve(z.number().parse(message))))
    const size = Math.round(pages.reduce((sum, { bytes }) => sum + bytes.length, 0) / pages.length / 100) / 10
    await compare(`public pages, ${headers['accept-encoding']} (${size} kB each)`, 'at least 0.33', port, floorPort, paths, headers)
    await floor.terminate()
  }
  await app.close()
}
