import { parentPort, workerData } from 'node:worker_threads'
import { answer } from './answer.ts'
import { openDatabase } from './db.ts'
import type { HeavyNews, HeavyTask } from './heavy.ts'
import { findRoute } from './find-route.ts'
import { progressBoard } from './progress.ts'
import { sealerOf } from './seal.ts'

const tell = (news: HeavyNews): void => parentPort?.postMessage(news)

/** Progress goes to the thread that watches, at most twenty times a second. */
function tellingBoard() {
  let last = 0
  return {
    ...progressBoard(),
    of: () => ({
      report: (step: string, done: number, of: number) => {
        const now = performance.now()
        if (now - last < 50 && done < of) return
        last = now
        tell({ say: 'progress', step, done, of })
      },
    }),
  }
}

async function work(task: HeavyTask): Promise<void> {
  const route = await findRoute(task.endpoint)
  const database = openDatabase(task.appUrl, 2)
  try {
    // Bytes arrive as plain arrays of bytes: the clone knows no Buffer.
    const files = task.asked.files.map((file) => ({
      name: file.name,
      bytes: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength),
    }))
    const services = { database, sealer: sealerOf(task.key), board: tellingBoard(), clock: () => new Date() }
    tell({ say: 'answer', answer: await answer(route, { ...task.asked, files }, services) })
  } finally {
    await database.close()
  }
}

const task: HeavyTask = workerData
work(task).catch((error: unknown) =>
  tell({
    say: 'fault',
    message: error instanceof Error ? error.message : String(error),
    stack: error instanceof Error ? error.stack : undefined,
  }),
)
