import { formOf } from './entry-rules.ts'
import type { CaseDetail } from './schema.ts'
import type { CaseSession } from './session-schema.ts'

/** Somebody or something around the elder. `tie`: together at home, family elsewhere, somebody met at sessions, a referral. */
export type EcoNode = {
  readonly key: string
  readonly name: string
  readonly says: string
  readonly tie: 'together' | 'family' | 'met' | 'referral'
}

/** Who and what is around the elder, from what is written already: the family of the intake, who came to sessions, referrals. */
export function ecoOf(
  found: Pick<CaseDetail, 'forms' | 'referrals'> & { readonly caseSessions: readonly Pick<CaseSession, 'attended'>[] },
): EcoNode[] {
  const family = formOf(found, 'intake')?.form.content.family ?? []
  const own = family.map((one): EcoNode => ({ key: one.id, name: one.name, says: one.relation, tie: one.together ? 'together' : 'family' }))
  const met = new Map(
    found.caseSessions
      .flatMap((session) => session.attended)
      .filter((one) => one.part === 'carer' && !own.some((other) => other.name === one.name))
      .map((one): [string, EcoNode] => [one.name, { key: `met ${one.name}`, name: one.name, says: '', tie: 'met' }]),
  )
  const referred = new Map(
    found.referrals
      .filter((one) => one.state !== 'withdrawn' && one.state !== 'refused')
      .map((one): [string, EcoNode] => [one.organisation, { key: one.id, name: one.organisation, says: '', tie: 'referral' }]),
  )
  return [...own, ...met.values(), ...referred.values()].slice(0, 12)
}

/** Where the nodes stand around the middle of a picture of this size, the first at the top. */
export function ringOf(count: number, width: number, height: number): { x: number; y: number }[] {
  const [rx, ry] = [width / 2 - 70, height / 2 - 30]
  return Array.from({ length: count }, (_none, at) => {
    const angle = (at / count) * 2 * Math.PI - Math.PI / 2
    return { x: Math.round(width / 2 + rx * Math.cos(angle)), y: Math.round(height / 2 + ry * Math.sin(angle)) }
  })
}
