import type { DivisionCode } from '../../kernel/ids.ts'
import { toSimplified } from './header-rules.ts'
import type { KnownDivision } from './plan-schema.ts'

/** The communities and villages as people write them. */
export type Places = {
  /** The one community that is meant, the project's own before others. */
  readonly find: (written: string) => KnownDivision | undefined
  /** The one community that a title, a sheet's or a file's name speaks of. */
  readonly within: (text: string) => KnownDivision | undefined
  readonly byCode: (code: string) => KnownDivision | undefined
  readonly nameOf: (code: DivisionCode | undefined) => string
  /** Whether the project works there; without a list of its communities, everywhere. */
  readonly isOfProject: (code: DivisionCode) => boolean
}

const endings =
  /(社区居民委员会|社区居委会|居民委员会|居委会|社区服务站|党群服务中心|社区|村民委员会|行政村村委会|村委会|行政村|自然村|村)$/
const plain = (written: string): string => toSimplified(written.normalize('NFKC')).replace(/\s/g, '')
const stem = (name: string): string => plain(name).replace(endings, '')

export function placesOf(divisions: readonly KnownDivision[], ofProject: readonly DivisionCode[]): Places {
  const own = new Set<string>(ofProject)
  const byCode = new Map<string, KnownDivision>(divisions.map((division) => [division.code, division]))
  const above = divisions.filter(({ level }) => level !== 'community' && level !== 'village')
  const communities = divisions.filter((division) => !above.includes(division))
  const circles = [communities.filter(({ code }) => own.has(code)), communities]

  const withoutStreet = (written: string): { rest: string; under?: KnownDivision } => {
    let rest = plain(written)
    let under: KnownDivision | undefined
    for (const division of above) {
      if (rest.startsWith(division.name) && rest.length > division.name.length) {
        rest = rest.slice(division.name.length)
        under = division
      }
    }
    return under === undefined ? { rest } : { rest, under }
  }

  const search = (written: string): KnownDivision | undefined => {
    const { rest, under } = withoutStreet(written)
    for (const name of new Set([plain(written), rest])) {
      for (const circle of circles) {
        for (const isMeant of [
          (division: KnownDivision) => division.name === name,
          (division: KnownDivision) => stem(division.name) === stem(name) && stem(name) !== '',
        ]) {
          const meant = circle.filter((division) => isMeant(division) && (under === undefined || division.parent === under.code))
          if (meant.length === 1) return meant[0]
        }
      }
    }
    return undefined
  }

  const searchWithin = (text: string): KnownDivision | undefined => {
    const { rest } = withoutStreet(text)
    for (const circle of circles) {
      for (const nameOf of [({ name }: KnownDivision) => name, ({ name }: KnownDivision) => stem(name)]) {
        const meant = circle.filter((division) => nameOf(division).length >= 2 && rest.includes(nameOf(division)))
        if (meant.length === 1) return meant[0]
      }
    }
    return undefined
  }

  return {
    find: remembered(search),
    within: remembered(searchWithin),
    byCode: (code) => byCode.get(code),
    nameOf: (code) => (code === undefined ? '' : (byCode.get(code)?.name ?? code)),
    isOfProject: (code) => own.size === 0 || own.has(code),
  }
}

/** A name is written thousands of times in a book: its meaning is worked out once. */
function remembered(search: (text: string) => KnownDivision | undefined) {
  const found = new Map<string, KnownDivision | undefined>()
  return (text: string): KnownDivision | undefined => {
    if (!found.has(text)) found.set(text, search(text))
    return found.get(text)
  }
}
