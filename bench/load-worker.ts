import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'

// Asks as fast as it is answered, over a number of connections, for a while; in a thread of its own.

const task = z
  .object({
    port: z.number(),
    path: z.string(),
    headers: z.record(z.string(), z.string()),
    bodies: z.array(z.string()),
    connections: z.number(),
    seconds: z.number(),
    operation: z.boolean(),
    /** Reads pages instead of sending bodies: which of them in turn. */
    pages: z.array(z.string()).optional(),
  })
  .parse(workerData)

const agent = new Agent({ keepAlive: true, maxSockets: task.connections })
let answered = 0
let failed = 0
const latencies: number[] = []

function ask(body: string): Promise<void> {
  return new Promise((resolve) => {
    const started = performance.now()
    const headers = {
      ...task.headers,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(task.operation ? { 'operation-id': crypto.randomUUID() } : {}),
    }
    const way =
      task.pages === undefined
        ? { path: task.path, method: 'POST', headers }
        : { path: task.pages[answered % task.pages.length] ?? '/', method: 'GET', headers: task.headers }
    const asked = request({ host: '127.0.0.1', port: task.port, agent, ...way }, (reply) => {
      reply.resume()
      reply.on('end', () => {
        if (reply.statusCode === 200) answered++
        else failed++
        latencies.push(performance.now() - started)
        resolve()
      })
    })
    asked.on('error', () => {
      failed++
      resolve()
    })
    if (task.pages === undefined) asked.end(body)
    else asked.end()
  })
}

const until = performance.now() + task.seconds * 1000
let next = 0
const connection = async (): Promise<void> => {
  while (performance.now() < until)
    await ask((task.bodies[next++ % task.bodies.length] ?? '{}').replace(/%ID%/g, () => crypto.randomUUID()))
}
await Promise.all(Array.from({ length: task.connections }, connection))
latencies.sort((a, b) => a - b)
parentPort?.postMessage({
  answered,
  failed,
  perSecond: answered / task.seconds,
  median: latencies[Math.floor(latencies.length / 2)] ?? 0,
  p99: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
})
