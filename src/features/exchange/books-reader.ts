import { Worker } from 'node:worker_threads'
import type { Book, Cell, Merge, Row } from './book-schema.ts'
import { readingDeadline } from './limit-rules.ts'
import { type Refusal, toRefusal } from './refusal-rules.ts'
import type { Batch, FromWorker, ToWorker } from './reading-worker.ts'
import { makeCellOf } from './workbook-reader.ts'

/**
 * What a worker may use, in megabytes: twice what the limits of reading leave it to need, since an engine that runs out
 * in the wrong place takes the whole process along.
 */
const resourceLimits = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

type FileOfBytes = { readonly name: string; readonly bytes: Uint8Array }
type ReadingProgress = { readonly file: string; /** Of all files together, from 0 to 1, by their bytes. */ readonly share: number }

type OpenSheet = { name?: string; hidden: boolean; date1904?: true; rows: Row[]; merges: Merge[] }

/** Rows back from their flat form. */
function rowsOf(batch: Batch, cellOf: (text: string) => Cell): Row[] {
  let at = 0
  let nextNumeric = 0
  return batch.numbers.map((number, index) => {
    const cells = new Map<number, Cell>()
    for (let left = batch.sizes[index] ?? 0; left > 0; left -= 1, at += 1) {
      const text = batch.texts[at] ?? ''
      const column = batch.columns[at] ?? 0
      if (batch.numeric[nextNumeric] === at) {
        const value = batch.values[nextNumeric] ?? 0
        cells.set(column, batch.dated[nextNumeric] ? { text, number: value, dated: true } : { text, number: value })
        nextNumeric += 1
      } else cells.set(column, cellOf(text))
    }
    return { number, hidden: batch.hidden[index] ?? false, cells }
  })
}

/** Reads one file in a worker. The worker is ended when it is slow, falls over or runs out of memory. */
function readInWorker(worker: Worker, file: FileOfBytes, deadline: number, onShare: (share: number) => void): Promise<Book | Refusal> {
  return new Promise((resolve) => {
    const sheets: OpenSheet[] = []
    const cellOf = makeCellOf()
    const hear = (message: FromWorker) => {
      if (message.say === 'sheet') {
        const { say: _, ...sheet } = message
        sheets.push({ ...sheet, rows: [], merges: [] })
      } else if (message.say === 'rows') for (const row of rowsOf(message.batch, cellOf)) sheets.at(-1)?.rows.push(row)
      else if (message.say === 'merges') for (const merge of message.merges) sheets.at(-1)?.merges.push(merge)
      else if (message.say === 'progress') onShare(message.share)
      else finish(message.refusal ?? { file: file.name, sheets })
    }
    const fall = (error: unknown) => {
      const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (outOfMemory) finish(toRefusal('book.too-large', file.name))
      else
        finish({
          ...toRefusal('book.damaged', file.name),
          fault: error instanceof Error ? error.message : `the reader ended: ${String(error)}`,
        })
    }
    const finish = (result: Book | Refusal) => {
      clearTimeout(timer)
      worker.off('message', hear)
      worker.off('exit', fall)
      worker.off('error', fall)
      resolve(result)
    }
    const timer = setTimeout(() => finish(toRefusal('book.too-slow', file.name)), deadline)
    worker.on('error', fall)
    worker.on('exit', fall)
    worker.on('message', hear)
    const copy = new Uint8Array(file.bytes)
    const request: ToWorker = { name: file.name, bytes: copy }
    worker.postMessage(request, [copy.buffer])
  })
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { resourceLimits })
  // Heard for the worker's whole life, so that one that falls over while it is being ended harms nobody.
  worker.on('error', () => undefined)
  return worker
}

/**
 * Reads files away from the caller's thread, one after the other. A file that cannot be read becomes a refusal and
 * harms neither the caller nor the files after it.
 */
export async function readBooks(
  files: readonly FileOfBytes[],
  onProgress: (progress: ReadingProgress) => void = () => undefined,
  deadline: number = readingDeadline,
): Promise<{ books: Book[]; refusals: Refusal[] }> {
  const books: Book[] = []
  const refusals: Refusal[] = []
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0)
  let before = 0
  let worker: Worker | undefined
  try {
    for (const file of files) {
      const size = file.bytes.length
      worker ??= startWorker()
      const result = await readInWorker(worker, file, deadline, (share) =>
        onProgress({ file: file.name, share: total === 0 ? 1 : (before + size * share) / total }),
      )
      before += size
      if ('sheets' in result) books.push(result)
      else {
        refusals.push(result)
        // Whatever a refused file left behind goes with its worker.
        void worker.terminate()
        worker = undefined
      }
      onProgress({ file: file.name, share: total === 0 ? 1 : before / total })
    }
  } finally {
    await worker?.terminate()
  }
  return { books, refusals }
}
