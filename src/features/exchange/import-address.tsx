import type { ImportId } from '../../kernel/ids.ts'

/** The parts of an import's page, in the order in which a person works through them. */
export const importSteps = ['overview', 'tables', 'findings', 'names', 'accept'] as const
export type ImportStep = (typeof importSteps)[number]

/** Where a part of an import is shown. */
export function importAddress(id: ImportId, step?: ImportStep, more: Readonly<Record<string, string>> = {}): string {
  const parts = new URLSearchParams({ ...(step === undefined ? {} : { step }), ...more }).toString()
  return parts === '' ? `/imports/${id}` : `/imports/${id}?${parts}`
}
