/** The stages of something that takes a while, in their order. */
export type StageName = 'upload' | 'reading' | 'planning' | 'comparing' | 'writing'

export type Stage = {
  readonly name: StageName
  readonly is: 'waiting' | 'busy' | 'done'
  /** Between 0 and 1; undefined while nobody can say how far it is. */
  readonly share?: number
}

export type Sent = { readonly bytes: number; readonly of: number }
export type Told = { readonly step: string; readonly done: number; readonly of: number }

const shareOf = (done: number, of: number): number => (of <= 0 ? 1 : Math.max(0, Math.min(1, done / of)))

/**
 * Where a long operation stands. `sent` are the bytes that have left, while files are on their way; `told` is what the
 * server says. What the server has not spoken of yet waits; a step without parts (0 of 1) says no share.
 */
export function stagesOf(names: readonly StageName[], sent: Sent | undefined, told: Told | undefined): Stage[] {
  const isSending = names.includes('upload') && told === undefined && (sent === undefined || sent.bytes < sent.of)
  const at = isSending
    ? 0
    : Math.max(names.includes('upload') ? 1 : 0, told === undefined ? 0 : names.findIndex((name) => name === told.step))
  return names.map((name, index): Stage => {
    if (index < at) return { name, is: 'done', share: 1 }
    if (index > at) return { name, is: 'waiting' }
    if (name === 'upload') return sent === undefined ? { name, is: 'busy' } : { name, is: 'busy', share: shareOf(sent.bytes, sent.of) }
    return told === undefined || told.step !== name || (told.of === 1 && told.done === 0)
      ? { name, is: 'busy' }
      : { name, is: 'busy', share: shareOf(told.done, told.of) }
  })
}
