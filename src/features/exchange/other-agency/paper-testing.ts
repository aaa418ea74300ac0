import type { Chance } from './chance-testing.ts'
import { type Finds, type Page, type TableHand, line, newPage } from './page-testing.ts'
import type { Pen } from './pen-testing.ts'
import type { Traits, World } from './world-testing.ts'

/** What somebody writes a project's books on, and with. */
export type Paper = {
  readonly world: World
  readonly traits: Traits
  readonly pen: Pen
  readonly chance: Chance
  readonly finds: Finds
  /** How tables are laid out in these books, where a book does not say otherwise. */
  readonly hand: TableHand
  /** The sheet of a file, begun when first asked for. */
  readonly page: (file: string, sheet: string | undefined) => Page
  /** A sheet that may as well have no telling name. */
  readonly sheet: (file: string, name: string) => Page
  /** Says over a table what it is; where nobody cares to, nothing is said. */
  readonly title: (page: Page, text: string, at?: Parameters<typeof line>[2]) => void
  readonly files: ReadonlyMap<string, readonly Page[]>
}

/** How much the names and the lines around tables tell. */
export type Telling = { readonly titles: boolean; readonly sheets: boolean }

export function newPaper(parts: Omit<Paper, 'page' | 'sheet' | 'title' | 'files' | 'finds'>, telling: Telling): Paper {
  const files = new Map<string, Page[]>()
  const page = (file: string, sheet: string | undefined): Page => {
    const pages = files.get(file) ?? []
    files.set(file, pages)
    const known = pages.find(({ name }) => name === sheet)
    if (known !== undefined) return known
    const fresh = newPage(sheet)
    pages.push(fresh)
    return fresh
  }
  return {
    ...parts,
    finds: { spots: [], records: [] },
    files,
    page,
    sheet: (file, name) => page(file, telling.sheets ? name : `Sheet${(files.get(file)?.length ?? 0) + 1}`),
    title: (on, text, at) => {
      if (telling.titles) line(on, text, at)
    },
  }
}
