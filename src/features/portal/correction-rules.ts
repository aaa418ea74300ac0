import type { PublishedFigure } from './portal-schema.ts'

/** What stands in for a figure, by the id of the one that was corrected. */
export const byCorrected = (figures: readonly PublishedFigure[]): Map<string, PublishedFigure> =>
  new Map(figures.flatMap((figure) => (figure.record.corrects === null ? [] : [[figure.record.corrects.id, figure]])))

/** The corrections of one figure, in their order. */
export function correctionsOf(id: string, corrections: ReadonlyMap<string, PublishedFigure>): PublishedFigure[] {
  const chain: PublishedFigure[] = []
  for (let next = corrections.get(id); next !== undefined && !chain.includes(next); next = corrections.get(next.record.id)) chain.push(next)
  return chain
}
