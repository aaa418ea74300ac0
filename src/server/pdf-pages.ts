/**
 * The page, from one, on which each named place of a PDF begins. Reads what Chromium writes: its objects are plain, its
 * pages in a tree.
 */
export function pagesOf(pdf: Buffer): ReadonlyMap<string, number> {
  const text = pdf.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id, body] of text.matchAll(/(?:^|\n)(\d+) 0 obj\s*(<<[\s\S]*?)endobj/g))
    if (id !== undefined && body !== undefined) objects.set(id, body)
  const referred = (body: string | undefined, key: string): string | undefined => new RegExp(`/${key} (\\d+) 0 R`).exec(body ?? '')?.[1]
  const catalog = [...objects.values()].find((body) => /\/Type ?\/Catalog/.test(body))
  const pages: string[] = []
  const walk = (id: string, depth: number): void => {
    const kids = /\/Kids ?\[([^\]]*)\]/.exec(objects.get(id) ?? '')?.[1]
    if (kids === undefined) pages.push(id)
    else if (depth < 50) for (const [, kid] of kids.matchAll(/(\d+) 0 R/g)) walk(kid ?? '', depth + 1)
  }
  const root = referred(catalog, 'Pages')
  if (root !== undefined) walk(root, 0)
  const places = objects.get(referred(catalog, 'Dests') ?? '') ?? ''
  const found = [...places.matchAll(/\/([\w-]+) ?\[(\d+) 0 R/g)].map(([, name, page]): [string, number] => [
    name ?? '',
    pages.indexOf(page ?? '') + 1,
  ])
  return new Map(found.filter(([, page]) => page > 0))
}
