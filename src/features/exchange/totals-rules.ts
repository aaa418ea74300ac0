import type { ImportRow } from './schema.ts'

export type Totals = { readonly added: number; readonly changed: number; readonly left: number }

/** What an import would write, or wrote, over all kinds of records. */
export function totalsOf(summary: ImportRow['summary']): Totals {
  const totals = { added: 0, changed: 0, left: 0 }
  for (const { added, changed, left } of summary?.records ?? []) {
    totals.added += added
    totals.changed += changed
    totals.left += left
  }
  return totals
}

/** Doubtful rows: what somebody should look at, notices left aside. */
export const doubtsOf = (summary: ImportRow['summary']): number =>
  summary === null ? 0 : summary.findings.error + summary.findings.warning
