/** What somebody last tried to do, and under which operation id. */
export type Intention = { readonly operationId: string; readonly about: string; readonly settled: boolean }

/**
 * The intention behind a call. The same input again, while nobody knows whether the first try arrived, is the same
 * intention and keeps its operation id: the server then answers what it answered first. Anything else is a new one.
 */
export function intentionFor(last: Intention | undefined, about: string, newId: () => string): Intention {
  const same = last !== undefined && !last.settled && last.about === about
  return same ? last : { operationId: newId(), about, settled: false }
}

/** The input and files of a call, as one text to compare. */
export const aboutOf = (input: unknown, files: readonly { name: string; size: number; lastModified: number }[] = []): string =>
  JSON.stringify([input, files.map(({ name, size, lastModified }) => [name, size, lastModified])])
