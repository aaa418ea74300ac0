import { limits } from './limit-rules.ts'

/** So many files can be sent at once. */
export const mostFiles = 30
export const mostMegabytes = Math.floor(limits.fileBytes / 1_000_000)

type Chosen = { readonly name: string; readonly size: number }

/** What can be told of a file before it is sent. The server looks inside and decides. */
export function troubleOf({ name, size }: Chosen): 'tooLarge' | 'wrongKind' | 'empty' | undefined {
  if (!/\.(xlsx|csv)$/i.test(name)) return 'wrongKind'
  if (size === 0) return 'empty'
  return size > limits.fileBytes ? 'tooLarge' : undefined
}

/** Files chosen before and now, by their names; a file chosen again takes the place of the former. */
export function together<F extends Chosen>(before: readonly F[], now: readonly F[]): F[] {
  const byName = new Map([...before, ...now].map((file) => [file.name, file]))
  return [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
}

/** Bytes as people say them. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
