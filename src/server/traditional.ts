import { Converter } from 'opencc-js/cn2t'

let convert: ((text: string) => string) | undefined

/** Simplified to traditional script. The tables are built at the first use: most callers never need them. */
export function toTraditional(text: string): string {
  const converter = (convert ??= Converter({ from: 'cn', to: 'hk' }))
  // 台 in a ledger is not the desk that the dictionary takes it for.
  return converter(text).replaceAll('枱賬', '台賬')
}
