import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'

// Bare node:http serving the very bytes of the public pages, in a thread of its own.

const pages = new Map(
  z
    .array(z.object({ path: z.string(), type: z.string(), encoding: z.string().nullable(), bytes: z.instanceof(Uint8Array) }))
    .parse(workerData)
    .map((page) => [page.path, page]),
)

const server = createServer((asked, reply) => {
  const page = pages.get(asked.url ?? '')
  if (page === undefined) {
    reply.writeHead(404).end()
    return
  }
  reply.writeHead(200, {
    'content-type': page.type,
    'content-length': page.bytes.length,
    ...(page.encoding === null ? {} : { 'content-encoding': page.encoding }),
  })
  reply.end(page.bytes)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  parentPort?.postMessage(typeof address === 'object' && address !== null ? address.port : 0)
})
