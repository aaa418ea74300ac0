import type { Language, Words } from '../../kernel/words.ts'
import { addresses, readAs, type Addresses, type Reading } from './address-rules.ts'
import { markup, type Html } from './html-rules.ts'
import { portalWords } from './portal-words.ts'

/** Where and how a page is read. */
export type View = {
  readonly tenant: { readonly code: string; readonly name: string }
  /** The page's address, without what the reader wishes. */
  readonly path: string
  readonly reading: Reading
}

export const say = ({ zh, en }: Words, language: Language): string => (language === 'en' ? en : zh)

/** A page's texts in its language, with what varies put in. */
export const speaker =
  ({ reading }: View) =>
  (words: Words, values: Readonly<Record<string, string | number>> = {}): string =>
    say(words, reading.language).replaceAll(/\{(\w+)\}/g, (_found, name: string) => String(values[name] ?? ''))

export const addressesOf = ({ tenant, reading }: View): Addresses => addresses(tenant.code, reading)

export const tags: Readonly<Record<Language, string>> = { 'zh-CN': 'zh-Hans-CN', 'zh-Hant': 'zh-Hant-HK', en: 'en' }

/** A whole page: nothing in it comes from another host, and nothing in it needs a script to be read. */
export function page(view: View, title: string, content: Html, here?: 'bulletins' | 'figures' | 'wishes' | 'verify' | 'openData'): string {
  const t = speaker(view)
  const to = addressesOf(view)
  const sections = [
    ['bulletins', to.start],
    ['figures', to.figures],
    ['wishes', to.wishes],
    ['verify', to.verify()],
    ['openData', to.data],
  ] as const
  return markup`<!doctype html>
    <html lang="${tags[view.reading.language]}" ${view.reading.large ? markup` class="large"` : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${view.tenant.name}</title>
        <link rel="stylesheet" href="/public/portal.css" />
        <link rel="alternate" type="application/atom+xml" href="${to.feed}" title="${view.tenant.name}" />
        <script src="/public/portal.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">${t(portalWords.skip)}</a>
        <header>
          <p class="publisher"><a href="${to.start}">${view.tenant.name}</a></p>
          <nav aria-label="${t(portalWords.navigation)}">
            <ul>
              ${sections.map(([name, address]) => markup`<li><a href="${address}" ${here === name ? markup` aria-current="page"` : undefined}>${t(portalWords[name])}</a></li>`)}
            </ul>
          </nav>
          ${ways(view)}
        </header>
        <main id="content" tabindex="-1">
          <h1>${title}</h1>
          ${content}
        </main>
        <footer><p>${t(portalWords.codeAbout)}</p></footer>
      </body>
    </html> `.html
}

/** Script, size, printing and closing: what readers of such pages expect. */
function ways(view: View): Html {
  const t = speaker(view)
  const { reading, path } = view
  const inLanguage = (language: Language, words: Words) =>
    reading.language === language
      ? markup`<li><span aria-current="true" lang="${tags[language]}">${words.zh}</span></li>`
      : markup`<li>
          <a href="${readAs(path, { ...reading, language })}" lang="${tags[language]}" hreflang="${tags[language]}">${words.zh}</a>
        </li>`
  return markup`<nav class="ways" aria-label="${t(portalWords.reading)}">
    <ul>
      ${inLanguage('zh-CN', portalWords.simplified)}${inLanguage('zh-Hant', portalWords.traditional)}${inLanguage('en', portalWords.english)}
      <li>
        <a href="${readAs(path, { ...reading, large: !reading.large })}">${t(reading.large ? portalWords.usual : portalWords.large)}</a>
      </li>
      <li><button type="button" data-does="print" hidden>${t(portalWords.print)}</button></li>
      <li><button type="button" data-does="close" hidden>${t(portalWords.close)}</button></li>
    </ul>
  </nav>`
}

const moments: Readonly<Record<'zh' | 'en', Intl.DateTimeFormat>> = {
  zh: new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }),
  en: new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }),
}

/** A moment as people write it, where the service is done. */
export const moment = (view: View, at: string): string => moments[view.reading.language === 'en' ? 'en' : 'zh'].format(new Date(at))
