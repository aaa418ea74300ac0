/** Text that is HTML already: made by `markup` alone. */
export type Html = { readonly html: string }

type Inside = Html | string | number | undefined | readonly Inside[]

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it may stand between tags and within quotes. Half characters and controls, which no page can hold, are left out. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? '')

function inside(value: Inside): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if ('html' in value) return value.html
  return value.map(inside).join('')
}

/** HTML from a template: whatever is put in is text, unless it was made by this. Attributes stand in double quotes. */
export const markup = (parts: TemplateStringsArray, ...values: readonly Inside[]): Html => ({
  html: parts.reduce((made, part, at) => made + inside(values[at - 1]) + part),
})
