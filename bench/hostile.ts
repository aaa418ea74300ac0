import { readBooks } from '../src/features/exchange/books-reader.ts'
import { good, hostile } from '../src/features/exchange/hostile-testing.ts'

/** How long it takes to refuse each file that was made to exhaust the reader, with a good one read behind it. */
export async function hostileFiles(say: (text: string) => void): Promise<void> {
  const times: { what: string; ms: number }[] = []
  for (const [what, name, make] of hostile) {
    const bytes = make()
    const started = performance.now()
    await readBooks([{ name, bytes }, good])
    times.push({ what, ms: performance.now() - started })
  }
  const slowest = times.toSorted((a, b) => b.ms - a.ms)
  say(
    `\nhostile files refused, ${times.length} of them\n  slowest ${slowest
      .slice(0, 3)
      .map(({ what, ms }) => `${what} ${(ms / 1000).toFixed(2)} s`)
      .join(', ')}   bar: at most 2 s each`,
  )
}
