import { languages, type Language } from '../../kernel/words.ts'

/** How a reader wants to read. */
export type Reading = { readonly language: Language; readonly large: boolean }

const asUsual: Reading = { language: 'zh-CN', large: false }

/** The reader's wish from an address; anything else is as usual. */
export const readingOf = (query: Readonly<Record<string, string | undefined>>): Reading => ({
  language: languages.find((language) => language === query['lang']) ?? 'zh-CN',
  large: query['size'] === 'large',
})

const asked = ({ language, large }: Reading, more: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams({ ...more, ...(language === 'zh-CN' ? {} : { lang: language }), ...(large ? { size: 'large' } : {}) })
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

const under = (tenant: string) => `/public/${encodeURIComponent(tenant)}`

/** Where the pages of one publisher are. */
export const addresses = (tenant: string, reading: Reading = asUsual) => ({
  start: `${under(tenant)}/${asked(reading)}`,
  bulletin: (id: string) => `${under(tenant)}/bulletins/${id}${asked(reading)}`,
  bulletinData: (id: string) => `${under(tenant)}/bulletins/${id}/data.json`,
  bulletinProof: (id: string) => `${under(tenant)}/bulletins/${id}/proof.json`,
  picture: (id: string, sha256: string) => `${under(tenant)}/bulletins/${id}/pictures/${sha256}.jpg`,
  figures: `${under(tenant)}/figures${asked(reading)}`,
  figure: (id: string) => `${under(tenant)}/figures/${id}${asked(reading)}`,
  figureData: (id: string) => `${under(tenant)}/figures/${id}/data.json`,
  figureProof: (id: string) => `${under(tenant)}/figures/${id}/proof.json`,
  checker: `${under(tenant)}/checker.html${asked(reading)}`,
  wishes: `${under(tenant)}/wishes${asked(reading)}`,
  verify: (code?: string) => `${under(tenant)}/verify${asked(reading, code === undefined ? {} : { code })}`,
  data: `${under(tenant)}/data${asked(reading)}`,
  figuresJson: `${under(tenant)}/data/figures.json`,
  figuresCsv: `${under(tenant)}/data/figures.csv`,
  dictionary: `${under(tenant)}/data/dictionary.json`,
  feed: `${under(tenant)}/feed.xml`,
  sitemap: `${under(tenant)}/sitemap.xml`,
})
export type Addresses = ReturnType<typeof addresses>

/** The same page in another script or size. */
export const readAs = (path: string, reading: Reading, more: Readonly<Record<string, string>> = {}): string =>
  `${path}${asked(reading, more)}`

/** Whether a link of a text may be followed: https, to a host on the publisher's list, without a name or a port in it. */
export function isListed(href: string, hosts: ReadonlySet<string>): boolean {
  const url = URL.parse(href)
  return (
    url !== null && url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '' && hosts.has(url.hostname)
  )
}

/** The digits of a code, a hash or an id as somebody typed or pasted them; undefined when it is none of these. */
export function digitsOf(typed: string): string | undefined {
  const digits = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\-–—_:：]/g, '')
  return /^[0-9a-f]{16,64}$/.test(digits) ? digits : undefined
}
