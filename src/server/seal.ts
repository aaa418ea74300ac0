import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Seals fields with AES-256-GCM and indexes them with a keyed hash. Behind an interface, so that a buyer who must use
 * SM4 and SM3 can be given another.
 */
export type Sealer = {
  /** Sealed bytes: version, nonce, tag, ciphertext. `bound` names the row and field; elsewhere it does not open. */
  seal(text: string, bound: string): Buffer
  sealBytes(bytes: Uint8Array, bound: string): Buffer
  /** @throws Error when the bytes were changed, moved to another row, or sealed with an unknown key. */
  open(sealed: Uint8Array, bound: string): string
  openBytes(sealed: Uint8Array, bound: string): Buffer
  /** A keyed hash for equality: the same text in the same tenant gives the same bytes. */
  index(text: string, tenantId: number): Buffer
  /** A keyed digest by which something can be told to be what it was; quicker than an index, for thousands of rows. */
  fingerprint(text: string): Buffer
  /** A secret derived from the key for a named purpose, as text. */
  derive(purpose: string): string
}

const version = 1
const nonceBytes = 12
const tagBytes = 16

export function sealerOf(key: Uint8Array): Sealer {
  if (key.length !== 32) throw new Error('NUANYANG_KEY must be 32 bytes in base64.')
  const part = (purpose: string) => Buffer.from(hkdfSync('sha256', key, 'nuanyang', purpose, 32))
  const sealing = part('seal')
  const indexing = createSecretKey(part('index'))
  const marking = part('fingerprint').toString('base64')
  const sealBytes = (bytes: Uint8Array, bound: string): Buffer => {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(bound))
    const body = Buffer.concat([cipher.update(bytes), cipher.final()])
    return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
  }
  const openBytes = (sealed: Uint8Array, bound: string): Buffer => {
    if (sealed[0] !== version) throw new Error(`Sealed with key version ${sealed[0]}, which is not known.`)
    const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 1 + nonceBytes))
    decipher.setAAD(Buffer.from(bound))
    decipher.setAuthTag(sealed.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes))
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceBytes + tagBytes)), decipher.final()])
  }
  return {
    seal: (text, bound) => sealBytes(Buffer.from(text, 'utf8'), bound),
    sealBytes,
    open: (sealed, bound) => openBytes(sealed, bound).toString('utf8'),
    openBytes,
    index: (text, tenantId) => createHmac('sha256', indexing).update(`${tenantId}\n${text}`).digest(),
    fingerprint: (text) => hash('sha256', marking + text, 'buffer'),
    derive: (purpose) => part(`derive:${purpose}`).toString('base64url'),
  }
}

/** The key from the environment or the key file, which is made, readable by its owner alone, at first start. */
export function keyFrom(given: string | undefined, dataFolder: string): Uint8Array {
  if (given !== undefined) return Buffer.from(given, 'base64')
  const file = join(dataFolder, 'key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
}
