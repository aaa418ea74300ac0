import type { UnresolvedRow } from './schema.ts'

type Decision = UnresolvedRow['decision']
type Candidate = UnresolvedRow['candidates'][number]

/** The candidate that a decision means, where it is one of those offered. */
export const candidateOf = (row: UnresolvedRow, decision: Decision): Candidate | undefined =>
  decision === null || decision === 'nobody' ? undefined : row.candidates.find(({ person }) => isSame(person, decision))

function isSame(a: Candidate['person'], b: Exclude<Decision, null | 'nobody'>): boolean {
  if ('id' in a) return 'id' in b && a.id === b.id
  return 'key' in b && a.key === b.key
}

/** The next name that is still open after one, going round; undefined when all are resolved. */
export function nextOpen(rows: readonly UnresolvedRow[], after: string): string | undefined {
  const at = rows.findIndex((row) => row.subject === after)
  const round = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))]
  return round.find((row) => row.decision === null)?.subject
}
