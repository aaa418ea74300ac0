import type { Addresses } from './address-rules.ts'
import { markup } from './html-rules.ts'
import type { ListedBulletin } from './portal-schema.ts'

type Site = { readonly origin: string; readonly name: string; readonly to: Addresses }

/** The newest bulletins as an Atom feed (RFC 4287): titles and addresses. */
export function atomFeed({ origin, name, to }: Site, bulletins: readonly ListedBulletin[]): string {
  const updated = bulletins[0]?.publishedAt ?? '1970-01-01T00:00:00.000Z'
  return markup`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans-CN">
      <title>${name}</title>
      <id>${origin}${to.start}</id>
      <link rel="self" href="${origin}${to.feed}" />
      <link href="${origin}${to.start}" />
      <updated>${updated}</updated>
      <author><name>${name}</name></author>
      ${bulletins.slice(0, 50).map(
        ({ id, title, publishedAt }) =>
          markup`<entry
              ><title>${title}</title><id>urn:uuid:${id}</id><link href="${origin}${to.bulletin(id)}" /><updated
                >${publishedAt}</updated
              ></entry
            > `,
      )}</feed
    > `.html
}

/** The pages that search engines may find. */
export function sitemap({ origin, to }: Site, bulletins: readonly ListedBulletin[]): string {
  const address = (path: string, changed?: string) =>
    markup`<url><loc>${origin}${path}</loc>${changed === undefined ? undefined : markup`<lastmod>${changed}</lastmod>`}</url> `
  return markup`<?xml version="1.0" encoding="utf-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      ${[to.start, to.figures, to.verify(), to.data].map((path) => address(path))}${bulletins.map(({ id, publishedAt }) => address(to.bulletin(id), publishedAt))}</urlset
    > `.html
}
