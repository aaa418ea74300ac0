import type { Link, Party } from './draft-schema.ts'
import { type AnyRow, type Desk, keyHeld, placeOf } from './plan-desk-rules.ts'

const partyWords: readonly (readonly [Party, RegExp])[] = [
  ['volunteer', /志愿/],
  ['social_organisation', /社会组织/],
  ['social_worker', /社会工作者|社工/],
  ['charity', /慈善|爱心|企业|商户|资源/],
  ['government', /政府|机关|民政|部门|街道办/],
  ['community', /社区|居委|村委|村/],
]

/** The party that a list names in words (五社类别). */
export const partyOf = (written: string | undefined): Party | undefined =>
  written === undefined ? undefined : partyWords.find(([, pattern]) => pattern.test(written))?.[0]

const nameWords: readonly (readonly [Party, RegExp])[] = [
  ['government', /局$|政府|街道办|委员会$|镇政府/],
  ['community', /社区$|村$|居委会|村委会|活动室|文化站/],
  ['volunteer', /志愿|义工|先锋队|家长会/],
  ['social_organisation', /社会工作|社工|协会|促进会|队$|合唱团|艺术团|联谊会|俱乐部/],
]

/** The party that an organisation's name suggests, where no list says it; whoever gives without more being known is a charitable resource. */
const partyByName = (name: string): Party => nameWords.find(([, pattern]) => pattern.test(name))?.[0] ?? 'charity'

/** The organisation of a name: on file, of an earlier row, or to be added. What a list says of its party counts before its name. */
export function organisationOf(desk: Desk, row: AnyRow, written: string, said?: Party): { readonly link: Link; readonly party: Party } {
  const name = written.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const known = desk.facts.organisations.find((organisation) => organisation.name === name)
  const key = keyHeld(known, `organisation:${name}`)
  const earlier = desk.organisations.get(key)
  if (earlier !== undefined) return { link: { table: 'organisation', key }, party: earlier }
  const party = said ?? known?.party ?? partyByName(name)
  desk.organisations.set(key, party)
  desk.drafts.push({
    table: 'organisation',
    key,
    values: { name, party },
    links: {},
    source: placeOf(row),
    ...(known === undefined ? {} : { held: known.id }),
  })
  return { link: { table: 'organisation', key }, party }
}
