import type { DivisionCode } from '../../kernel/ids.ts'
import { type AnyRow, type Desk, report } from './plan-desk-rules.ts'

type PlacedRow = AnyRow & {
  readonly cells: { readonly community?: { readonly value?: string; readonly written: string; readonly column: string } }
  readonly columns: { readonly community?: string }
}

/**
 * The community that a row speaks of. Lists that are kept community by community may say it in the sheet's or the file's
 * name alone. A name that is nowhere to be found is reported where it stands first.
 */
export function communityOf(desk: Desk, row: PlacedRow, from: 'cell' | 'of-the-sheet' = 'cell'): DivisionCode | undefined {
  const written = row.cells.community?.value
  if (written !== undefined) {
    const division = desk.places.find(written)
    if (division === undefined) reportOnce(desk, row, 'community_unknown', written)
    else if (!desk.places.isOfProject(division.code)) reportOnce(desk, row, 'community_not_in_project', written)
    return division?.code
  }
  if (from === 'cell') return undefined
  return ((row.sheet === undefined ? undefined : desk.places.within(row.sheet)) ?? desk.places.within(row.file))?.code
}

function reportOnce(desk: Desk, row: PlacedRow, code: 'community_unknown' | 'community_not_in_project', community: string) {
  const already = desk.findings.some(
    (finding) =>
      finding.code === code && finding.params['community'] === community && finding.file === row.file && finding.sheet === row.sheet,
  )
  if (!already) report(desk, row, code, 'community', { community })
}
