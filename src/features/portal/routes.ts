import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { checkProof, proofOf } from '../../kernel/proof.ts'
import { sha256 } from '../../kernel/sha256.ts'
import { directoryPages } from '../linkage/directory-routes.ts'
import type { PublicAnswer, PublicAsked, PublicPage, PublicSite } from '../../server/public-page.ts'
import { addresses, digitsOf, readingOf } from './address-rules.ts'
import { bulletinPage } from './bulletin-page-rules.ts'
import { byCorrected, correctionsOf } from './correction-rules.ts'
import { csvOf, dictionary, rowOf } from './data-rules.ts'
import { atomFeed, sitemap } from './feed-rules.ts'
import { figurePage, figuresPage } from './figure-page-rules.ts'
import type { View } from './frame-rules.ts'
import { jsonOf } from '../publishing/figure-record-rules.ts'
import { checkerPage } from './checker-page-rules.ts'
import { checkerScript, checkerStyle } from './checker-reader.ts'
import { absentPage, dataPage, startPage, verifyPage, type Verification } from './list-page-rules.ts'
import type { PublishedFigure } from './portal-schema.ts'
import * as store from './store.ts'
import { wishesPage } from './wish-page-rules.ts'

const viewOf = ({ tenant, path, query }: PublicAsked): View => ({ tenant, path, reading: readingOf(query) })

const page = (body: string, status: 200 | 404 = 200): PublicAnswer => ({ status, type: 'text/html', body })
const nothing = (asked: PublicAsked): PublicAnswer => page(absentPage(viewOf(asked)), 404)
const json = (body: string, fileName: string): PublicAnswer => ({ status: 200, type: 'application/json', body, fileName })

const idIn = ({ params }: PublicAsked): string | undefined => z.uuid().safeParse(params['id']).data

const readable = (stored: readonly store.StoredFigure[]): PublishedFigure[] => stored.flatMap((each) => store.asFigure(each) ?? [])

async function showBulletin(asked: PublicAsked): Promise<PublicAnswer> {
  const { tx, tenantId } = asked
  const id = idIn(asked)
  const stored = id === undefined ? undefined : await store.findStoredBulletin(tx, tenantId, id)
  const bulletin = stored === undefined ? undefined : store.asBulletin(stored)
  if (id === undefined || bulletin === undefined) return nothing(asked)
  const ids = bulletin.record.figures.map((figure) => figure.id)
  return page(
    bulletinPage(viewOf(asked), bulletin, {
      hosts: await store.listHosts(tx, tenantId),
      pictures: await store.listPictures(tx, tenantId, id),
      corrections: byCorrected(readable(await store.listCorrections(tx, tenantId, ids))),
      ...(await store.listNeighbours(tx, tenantId, id)),
    }),
  )
}

async function showPicture(asked: PublicAsked): Promise<PublicAnswer> {
  const id = idIn(asked)
  const sha = /^([0-9a-f]{64})\.jpg$/.exec(asked.params['name'] ?? '')?.[1]
  const bytes = id === undefined || sha === undefined ? undefined : await store.findPicture(asked.tx, asked.tenantId, id, sha)
  // A photo that is not the one that was published is not shown.
  return bytes === undefined || sha256(bytes) !== sha ? nothing(asked) : { status: 200, type: 'image/jpeg', body: bytes }
}

async function showFigure(asked: PublicAsked): Promise<PublicAnswer> {
  const { tx, tenantId } = asked
  const id = idIn(asked)
  if (id === undefined) return nothing(asked)
  const [figure] = readable(await store.findStoredFigures(tx, tenantId, [id]))
  if (figure === undefined) return nothing(asked)
  return page(figurePage(viewOf(asked), figure, correctionsOf(id, byCorrected(readable(await store.listCorrections(tx, tenantId, [id]))))))
}

const checker = (asked: PublicAsked): Promise<PublicAnswer> =>
  Promise.resolve({
    status: 200,
    type: 'text/html',
    body: checkerPage(viewOf(asked), checkerScript(), checkerStyle()),
    fileName: 'nuanyang-checker.html',
  })

async function verify(asked: PublicAsked): Promise<PublicAnswer> {
  const typed = (asked.query['code'] ?? '').slice(0, 100)
  return page(verifyPage(viewOf(asked), { typed, result: typed.trim() === '' ? undefined : await verified(asked, typed) }))
}

async function verified({ tx, tenantId }: PublicAsked, typed: string): Promise<Verification['result']> {
  const digits = digitsOf(typed)
  if (digits === undefined) return 'form'
  const { bulletin, figure } = await store.findByDigits(tx, tenantId, digits)
  if (bulletin !== undefined)
    return {
      found: 'bulletin',
      id: bulletin.id,
      title: bulletin.title,
      publishedAt: bulletin.publishedAt,
      hash: bulletin.hash,
      intact: sha256(bulletin.body) === bulletin.hash && store.asBulletin(bulletin)?.record.title === bulletin.title,
      notices: bulletin.notices,
    }
  const read = figure === undefined ? undefined : store.asFigure(figure)
  if (figure === undefined || read === undefined) return 'none'
  const corrections = byCorrected(readable(await store.listCorrections(tx, tenantId, [figure.id])))
  return {
    found: 'figure',
    figure: read,
    intact: sha256(figure.body) === figure.hash && read.record.id === figure.id,
    later: correctionsOf(figure.id, corrections).at(-1),
  }
}

/** Figures that stand: not those that were corrected. */
async function standing({ tx, tenantId }: PublicAsked): Promise<PublishedFigure[]> {
  const all = readable(await store.listStoredFigures(tx, tenantId))
  const corrected = byCorrected(all)
  return all.filter(({ record }) => !corrected.has(record.id))
}

async function openData(asked: PublicAsked) {
  const all = readable(await store.listStoredFigures(asked.tx, asked.tenantId))
  const corrected = byCorrected(all)
  return all.map((figure) => rowOf(figure, corrected.get(figure.record.id)?.record.id ?? null))
}

async function record(asked: PublicAsked, kind: 'bulletin' | 'figure'): Promise<PublicAnswer> {
  const id = idIn(asked)
  if (id === undefined) return nothing(asked)
  const found =
    kind === 'bulletin'
      ? await store.findStoredBulletin(asked.tx, asked.tenantId, id)
      : (await store.findStoredFigures(asked.tx, asked.tenantId, [id]))[0]
  return found === undefined ? nothing(asked) : json(found.body, `${kind}-${id}.json`)
}

/** A file that shows by itself that it is what was published: the record, its figures, and what these correct. */
async function proof(asked: PublicAsked, kind: 'bulletin' | 'figure'): Promise<PublicAnswer> {
  const { tx, tenantId } = asked
  const id = idIn(asked)
  const stored = id === undefined || kind === 'figure' ? undefined : await store.findStoredBulletin(tx, tenantId, id)
  const bulletin = stored === undefined ? undefined : store.asBulletin(stored)?.record
  const ids = kind === 'figure' ? (id === undefined ? [] : [id]) : (bulletin?.figures ?? []).map((figure) => figure.id)
  const figures = readable(await store.listWithEarlier(tx, tenantId, ids)).map(({ record: each }) => each)
  const records = kind === 'figure' ? figures : bulletin === undefined ? [] : [bulletin, ...figures]
  return records.length === 0 ? nothing(asked) : json(proofOf(records.map(jsonOf)), `${kind}-${id}-proof.json`)
}

/** What came of a file or a pasted text. */
async function verifyText(asked: PublicAsked, text: string | undefined): Promise<PublicAnswer> {
  const view = viewOf(asked)
  const answer = (result: Verification['result']) => page(verifyPage(view, { typed: '', result }))
  if (text === undefined) return answer('fileNone')
  const checked = checkProof(text)
  if (!checked.ok) return answer(checked.fault)
  if (checked.subject === 'volunteer') return answer('volunteer')
  const found = await verified(asked, checked.hash)
  return answer(found === 'none' ? 'notPublished' : found)
}

const siteOf = ({ tenant, origin }: PublicAsked) => ({ origin, name: tenant.name, to: addresses(tenant.code) })

const pages: readonly PublicPage[] = [
  ...directoryPages,
  { path: '/', answer: async (asked) => page(startPage(viewOf(asked), await store.listBulletins(asked.tx, asked.tenantId))) },
  { path: '/bulletins/:id', answer: showBulletin },
  { path: '/bulletins/:id/proof.json', answer: (asked) => proof(asked, 'bulletin') },
  { path: '/figures/:id/proof.json', answer: (asked) => proof(asked, 'figure') },
  { path: '/checker.html', answer: checker },
  { path: '/bulletins/:id/pictures/:name', answer: showPicture },
  { path: '/bulletins/:id/data.json', answer: (asked) => record(asked, 'bulletin') },
  { path: '/figures', answer: async (asked) => page(figuresPage(viewOf(asked), await standing(asked))) },
  { path: '/figures/:id', answer: showFigure },
  { path: '/figures/:id/data.json', answer: (asked) => record(asked, 'figure') },
  {
    path: '/wishes',
    answer: async (asked) => {
      const { wishes, done } = await store.listWishes(asked.tx, asked.tenantId)
      return page(wishesPage(viewOf(asked), wishes, done))
    },
  },
  { path: '/verify', answer: verify },
  { path: '/data', answer: (asked) => Promise.resolve(page(dataPage(viewOf(asked)))) },
  { path: '/data/figures.json', answer: async (asked) => json(JSON.stringify(await openData(asked)), 'figures.json') },
  {
    path: '/data/figures.csv',
    answer: async (asked) => ({ status: 200, type: 'text/csv', body: csvOf(await openData(asked)), fileName: 'figures.csv' }),
  },
  { path: '/data/dictionary.json', answer: () => Promise.resolve(json(JSON.stringify(dictionary), 'dictionary.json')) },
  {
    path: '/feed.xml',
    answer: async (asked) => ({
      status: 200,
      type: 'application/atom+xml',
      body: atomFeed(siteOf(asked), await store.listBulletins(asked.tx, asked.tenantId)),
    }),
  },
  {
    path: '/sitemap.xml',
    answer: async (asked) => ({
      status: 200,
      type: 'application/xml',
      body: sitemap(siteOf(asked), await store.listBulletins(asked.tx, asked.tenantId)),
    }),
  },
]

const beside = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

/** The public portal. */
export const portal: PublicSite = {
  pages,
  forms: [{ path: '/verify', answer: verifyText }],
  absent: (asked) => Promise.resolve(nothing(asked)),
  css: beside('portal.css'),
  js: beside('portal.js'),
}
