import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

// Random bytes for a thousand ids at once: asked for one by one they cost more than all else about an id.
const pool = new Uint8Array(16 * 1024)
let used = pool.length

function rng(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return pool.slice(used - 16, used)
}

/** A new id: a UUID of version 7, in order of its making. */
export const newId = (): string => v7({ rng })
