import { Worker } from 'node:worker_threads'
import type { Answer, Asked } from './answer.ts'
import type { ProgressBoard } from './progress.ts'

/** What a thread of its own needs to carry an endpoint out. */
export type HeavyTask = { readonly endpoint: string; readonly asked: Asked; readonly appUrl: string; readonly key: Uint8Array }
export type HeavyNews =
  | { readonly say: 'progress'; readonly step: string; readonly done: number; readonly of: number }
  | { readonly say: 'answer'; readonly answer: Answer }
  | { readonly say: 'fault'; readonly message: string; readonly stack: string | undefined }

export type Heavy = (endpoint: string, asked: Asked) => Promise<Answer>

// A book's rows as objects are what fills it; the rest of the server is not in this heap.
const resourceLimits = { maxOldGenerationSizeMb: 180, maxYoungGenerationSizeMb: 16 }

/**
 * Carries heavy endpoints out in threads of their own, one after the other: the server goes on answering, and a thread
 * that runs out of memory ends alone, its transaction rolled back.
 */
export function heavyThreads(appUrl: string, key: Uint8Array, board: ProgressBoard): Heavy {
  let queue: Promise<unknown> = Promise.resolve()
  return (endpoint, asked) => {
    const mine = queue.then(() => runThread({ endpoint, asked, appUrl, key }, board))
    queue = mine.catch(() => undefined)
    return mine
  }
}

function runThread(task: HeavyTask, board: ProgressBoard): Promise<Answer> {
  const worker = new Worker(new URL('./heavy-worker.ts', import.meta.url), { workerData: task, resourceLimits })
  const progress = board.of(task.asked.operationId)
  return new Promise<Answer>((resolve, reject) => {
    worker.on('message', (news: HeavyNews) => {
      if (news.say === 'progress') progress.report(news.step, news.done, news.of)
      else if (news.say === 'answer') resolve(news.answer)
      else reject(Object.assign(new Error(news.message), { stack: news.stack ?? '' }))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error(`The thread of ${task.endpoint} ended without an answer.`)))
  })
}
