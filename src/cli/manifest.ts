import { hash } from 'node:crypto'
import { z } from 'zod'
import { addresses, readAs } from '../features/portal/address-rules.ts'
import { canonical } from '../kernel/canonical.ts'
import { languages } from '../kernel/words.ts'

/** Asks for a page as a reader does. */
export type ReadPage = (path: string) => Promise<{ readonly status: number; readonly bytes: Uint8Array }>

const pageSchema = z.strictObject({ path: z.string(), bytes: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const pagesSchema = z.array(pageSchema)
/** Every public page with the hash of what it says, and a hash over the list. */
export const manifestSchema = z.strictObject({
  format: z.literal('nuanyang-manifest-1'),
  tenant: z.string(),
  pages: pagesSchema,
  sha256: z.string(),
})
export type Manifest = z.infer<typeof manifestSchema>

const sha = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex')
const hashOfPages = (pages: Manifest['pages']): string => sha(canonical(pages))

const idsSchema = z.array(z.object({ id: z.string() }))

/** The addresses of every public page: in each script and language, with records, files and what the pages look like. */
async function listPages(tenant: string, read: ReadPage): Promise<string[]> {
  const to = addresses(tenant)
  const figures = idsSchema.parse(JSON.parse(textOf(await read(to.figuresJson))))
  const sitemap = textOf(await read(to.sitemap))
  const bulletins = [...sitemap.matchAll(/\/bulletins\/([0-9a-f-]{36})/g)].map((found) => found[1] ?? '')
  const texts = [
    to.start,
    to.figures,
    to.verify(),
    to.data,
    to.checker,
    ...bulletins.map((id) => to.bulletin(id)),
    ...figures.map(({ id }) => to.figure(id)),
  ]
  return [
    ...languages.flatMap((language) => texts.map((path) => readAs(path, { language, large: false }))),
    ...bulletins.flatMap((id) => [to.bulletinData(id), to.bulletinProof(id)]),
    ...figures.flatMap(({ id }) => [to.figureData(id), to.figureProof(id)]),
    to.figuresJson,
    to.figuresCsv,
    to.dictionary,
    to.feed,
    to.sitemap,
    '/public/portal.css',
    '/public/portal.js',
  ]
}

const textOf = ({ bytes }: { bytes: Uint8Array }): string => new TextDecoder().decode(bytes)

export async function manifestOf(tenant: string, read: ReadPage): Promise<Manifest> {
  const pages: Manifest['pages'] = []
  for (const path of await listPages(tenant, read)) {
    const { bytes } = await read(path)
    pages.push({ path, bytes: bytes.length, sha256: sha(bytes) })
  }
  return { format: 'nuanyang-manifest-1', tenant, pages, sha256: hashOfPages(pages) }
}

/** Whether a manifest is as it was written. */
export const isWhole = ({ pages, sha256 }: Manifest): boolean => hashOfPages(pages) === sha256

/** The pages that say something else than a manifest, or nothing. */
export async function listTampered({ pages }: Manifest, read: ReadPage): Promise<string[]> {
  const tampered: string[] = []
  for (const page of pages) {
    const { status, bytes } = await read(page.path)
    if (status !== 200 || bytes.length !== page.bytes || sha(bytes) !== page.sha256) tampered.push(page.path)
  }
  return tampered
}
