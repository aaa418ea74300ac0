// FIPS 180-4, in plain arithmetic: a page without a network, opened from a disk, has no other SHA-256.

const primes = (() => {
  const found: number[] = []
  for (let n = 2; found.length < 64; n++) if (found.every((prime) => n % prime !== 0)) found.push(n)
  return found
})()
const fraction = (root: number): number => ((root - Math.floor(root)) * 0x1_0000_0000) | 0
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))
const initial = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
const at = (words: Int32Array, index: number): number => words[index] ?? 0

/** The message, a one bit, zeros, and its length in bits: whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 0x2000_0000))
  view.setUint32(whole.length - 4, (bytes.length * 8) >>> 0)
  return view
}

function addBlock(state: Int32Array, view: DataView, from: number, w: Int32Array): void {
  for (let i = 0; i < 16; i++) w[i] = view.getInt32(from + i * 4)
  for (let i = 16; i < 64; i++) {
    const [early, late] = [at(w, i - 15), at(w, i - 2)]
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    w[i] = (at(w, i - 16) + s0 + at(w, i - 7) + s1) | 0
  }
  const v = Int32Array.from(state)
  for (let i = 0; i < 64; i++) {
    const [a, b, c, e, f, g] = [at(v, 0), at(v, 1), at(v, 2), at(v, 4), at(v, 5), at(v, 6)]
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const first = (at(v, 7) + s1 + ((e & f) ^ (~e & g)) + at(constants, i) + at(w, i)) | 0
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
    v.copyWithin(1, 0, 7)
    v[0] = (first + s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    v[4] = (at(v, 4) + first) | 0
  }
  for (const [i, word] of v.entries()) state[i] = (at(state, i) + word) | 0
}

/** SHA-256 of bytes, or of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(message: Uint8Array | string): string {
  const view = padded(typeof message === 'string' ? new TextEncoder().encode(message) : message)
  const state = Int32Array.from(initial)
  const w = new Int32Array(64)
  for (let from = 0; from < view.byteLength; from += 64) addBlock(state, view, from, w)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
