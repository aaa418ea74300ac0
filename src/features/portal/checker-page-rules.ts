import { sha256 } from '../../kernel/sha256.ts'
import { checkerPageWords, checkerWords } from './checker-words.ts'
import { speaker, tags, type View } from './frame-rules.ts'
import { markup } from './html-rules.ts'

/** One page that verifies without a network: its policy lets nothing in or out but its own script and style. */
export function checkerPage(view: View, script: string, style: string): string {
  const t = speaker(view)
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${base64(script)}'`,
    `style-src 'sha256-${base64(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
  return markup`<!doctype html>
    <html lang="${tags[view.reading.language]}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${t(checkerPageWords.title)} · ${view.tenant.name}</title>
        ${{ html: `<style>${style}</style>` }}
      </head>
      <body>
        <main>
          <h1>${t(checkerPageWords.title)}</h1>
          <p>${t(checkerPageWords.about)}</p>
          <noscript><p>${t(checkerPageWords.noScript)}</p></noscript>
          <form id="check">
            <label for="file">${t(checkerPageWords.file)}</label>
            <input id="file" type="file" accept=".json,application/json" />
            <label for="text">${t(checkerPageWords.text)}</label>
            <textarea id="text" rows="4" spellcheck="false" autocomplete="off"></textarea>
            <label for="code">${t(checkerPageWords.code)}</label>
            <input id="code" autocomplete="off" spellcheck="false" maxlength="100" />
            <button>${t(checkerPageWords.check)}</button>
          </form>
          <div id="result" role="status" hidden></div>
        </main>
        <div hidden>${Object.entries(checkerWords).map(([name, words]) => markup`<span data-word="${name}">${t(words)}</span>`)}</div>
        ${{ html: `<script>${script}</script>` }}
      </body>
    </html> `.html
}

const base64 = (text: string): string =>
  btoa(
    String.fromCharCode(
      ...(sha256(text)
        .match(/../g)
        ?.map((pair) => Number.parseInt(pair, 16)) ?? []),
    ),
  )
