import { parentPort } from 'node:worker_threads'
import type { Cell, Merge, Row } from './book-schema.ts'
import type { BookSink } from './book-reader.ts'
import { readFileInto } from './file-reader.ts'
import type { Refusal } from './refusal-rules.ts'

/** Rows on their way to the main thread: flat, because a million small objects cost more to send than to read. */
export type Batch = {
  readonly numbers: number[]
  readonly hidden: boolean[]
  readonly sizes: number[]
  readonly columns: number[]
  readonly texts: string[]
  /** By position in `texts`: the cells that hold a number. */
  readonly numeric: number[]
  readonly values: number[]
  readonly dated: boolean[]
}

export type FromWorker =
  | { readonly say: 'sheet'; readonly name?: string; readonly hidden: boolean; readonly date1904?: true }
  | { readonly say: 'rows'; readonly batch: Batch }
  | { readonly say: 'merges'; readonly merges: Merge[] }
  | { readonly say: 'progress'; readonly share: number }
  | { readonly say: 'done'; readonly refusal?: Refusal }

export type ToWorker = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

const batchCells = 20_000
const emptyBatch = (): Batch => ({ numbers: [], hidden: [], sizes: [], columns: [], texts: [], numeric: [], values: [], dated: [] })

function addCell(batch: Batch, column: number, cell: Cell): void {
  if (cell.number !== undefined) {
    batch.numeric.push(batch.texts.length)
    batch.values.push(cell.number)
    batch.dated.push(cell.dated === true)
  }
  batch.columns.push(column)
  batch.texts.push(cell.text)
}

function addRow(batch: Batch, row: Row): void {
  batch.numbers.push(row.number)
  batch.hidden.push(row.hidden)
  batch.sizes.push(row.cells.size)
  for (const [column, cell] of row.cells) addCell(batch, column, cell)
}

/** A sink that sends what it is given on, in batches. */
function makeSendingSink(send: (message: FromWorker) => void): BookSink & { flush: () => void } {
  let batch = emptyBatch()
  let merges: Merge[] = []
  let sent = 0
  const flush = () => {
    if (batch.numbers.length > 0) send({ say: 'rows', batch })
    if (merges.length > 0) send({ say: 'merges', merges })
    batch = emptyBatch()
    merges = []
  }
  return {
    flush,
    sheet: (sheet) => {
      flush()
      send({ say: 'sheet', ...sheet })
    },
    row: (row) => {
      addRow(batch, row)
      if (batch.texts.length >= batchCells) flush()
    },
    merge: (merge) => merges.push(merge),
    progress: (share) => {
      if (share - sent < 0.02 && share < 1) return
      sent = share
      send({ say: 'progress', share })
    },
  }
}

const port = parentPort
port?.on('message', (file: ToWorker) => {
  const sink = makeSendingSink((message) => port.postMessage(message))
  const { buffer, byteOffset, byteLength } = file.bytes
  void readFileInto(file.name, Buffer.from(buffer, byteOffset, byteLength), sink).then((refusal) => {
    if (refusal === undefined) sink.flush()
    port.postMessage(refusal === undefined ? { say: 'done' } : { say: 'done', refusal })
    return undefined
  })
})
