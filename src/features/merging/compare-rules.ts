import type { Pair } from './schema.ts'

/** Whether two files agree in something. */
export type Agreement = 'same' | 'differs' | 'onlyOne' | 'neither'

export function agreementOf(first: string | null, second: string | null): Agreement {
  const [a, b] = [first === '' ? null : first, second === '' ? null : second]
  if (a === null && b === null) return 'neither'
  if (a === null || b === null) return 'onlyOne'
  return a === b ? 'same' : 'differs'
}

/** The file that is usually kept: with more services, then with a number that can be relied on, then the first. */
export function usuallyKept({ first, second }: Pick<Pair, 'first' | 'second'>): 'first' | 'second' {
  if (first.services !== second.services) return first.services > second.services ? 'first' : 'second'
  const isSure = (side: Pair['first']) => side.idNumber.state === 'valid'
  return isSure(second) && !isSure(first) ? 'second' : 'first'
}
