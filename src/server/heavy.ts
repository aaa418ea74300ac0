import { Worker } from 'node:worker_threads'
import type { Endpoint } from '../kernel/endpoint.ts'
import { no } from '../kernel/verdict.ts'
import type { Answer, Asked } from './answer.ts'
import { problemOf } from './problem.ts'
import type { ProgressBoard } from './progress.ts'

/** What a thread of its own needs to carry an endpoint out. */
export type HeavyTask = { readonly endpoint: string; readonly asked: Asked; readonly appUrl: string; readonly key: Uint8Array }
export type HeavyNews =
  | { readonly say: 'progress'; readonly step: string; readonly done: number; readonly of: number }
  | { readonly say: 'answer'; readonly answer: Answer }
  | { readonly say: 'fault'; readonly message: string; readonly stack: string | undefined }

export type Heavy = ((endpoint: Endpoint, asked: Asked) => Promise<Answer>) & {
  /** Ends an operation that waits or is under way: nothing of it is written. False when there is none of this id. */
  stop(operationId: string): boolean
}

// A book's rows as objects are what fills it; the rest of the server is not in this heap.
const resourceLimits = { maxOldGenerationSizeMb: 180, maxYoungGenerationSizeMb: 16 }

const tooMuch = no(
  'work.tooMuch',
  {
    zh: '这一次的内容太多，处理不下，什么都没有写入。请把工作簿分成几次上传。',
    en: 'This is too much to work on at once; nothing was written. Please upload the workbooks in several goes.',
  },
  { sort: 'invalid' },
)

export const stopped = no('work.stopped', {
  zh: '已按您的要求停止，什么都没有写入。',
  en: 'Stopped as you asked; nothing was written.',
})

/**
 * Carries heavy endpoints out in threads of their own, one after the other: the server goes on answering, and a thread
 * that runs out of memory ends alone, its transaction rolled back.
 */
export function heavyThreads(appUrl: string, key: Uint8Array, board: ProgressBoard, limits = resourceLimits): Heavy {
  let queue: Promise<unknown> = Promise.resolve()
  const stops = new Map<string, AbortController>()
  const carryOut = (endpoint: Endpoint, asked: Asked): Promise<Answer> => {
    const id = asked.operationId ?? ''
    const stop = new AbortController()
    stops.set(id, stop)
    const mine = queue
      .then(() =>
        stop.signal.aborted
          ? stoppedFor(asked)
          : runThread({ endpoint: endpoint.name, asked, appUrl, key }, board, limitsFor(endpoint, limits), stop.signal),
      )
      .finally(() => {
        if (stops.get(id) === stop) stops.delete(id)
      })
    queue = mine.catch(() => undefined)
    return mine
  }
  return Object.assign(carryOut, {
    stop: (operationId: string) => {
      const found = stops.get(operationId)
      found?.abort()
      return found !== undefined
    },
  })
}

const limitsFor = (endpoint: Endpoint, limits: typeof resourceLimits): typeof resourceLimits =>
  endpoint.kind === 'write' && typeof endpoint.heavy === 'object' ? { ...limits, maxOldGenerationSizeMb: endpoint.heavy.megabytes } : limits

const stoppedFor = (asked: Asked): Answer => ({ ok: false, problem: problemOf(stopped, asked.language) })

function runThread(task: HeavyTask, board: ProgressBoard, limits: typeof resourceLimits, signal: AbortSignal): Promise<Answer> {
  const worker = new Worker(new URL('./heavy-worker.ts', import.meta.url), { workerData: task, resourceLimits: limits })
  const progress = board.of(task.asked.operationId)
  return new Promise<Answer>((resolve, reject) => {
    worker.on('message', (news: HeavyNews) => {
      if (news.say === 'progress') progress.report(news.step, news.done, news.of)
      else if (news.say === 'answer') resolve(news.answer)
      else reject(Object.assign(new Error(news.message), { stack: news.stack ?? '' }))
    })
    worker.once('error', (error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve({ ok: false, problem: problemOf(tooMuch, task.asked.language) })
      else reject(error)
    })
    // Its connection closes with it, and the database undoes what it had begun. An answer that is on its way is heard first.
    signal.addEventListener('abort', () => void worker.terminate())
    worker.once('exit', () =>
      signal.aborted ? resolve(stoppedFor(task.asked)) : reject(new Error(`The thread of ${task.endpoint} ended without an answer.`)),
    )
  })
}
