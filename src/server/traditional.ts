import { Converter } from 'opencc-js/cn2t'

let convert: ((text: string) => string) | undefined

/** Simplified to traditional script. The tables are built at the first use: most callers never need them. */
export function toTraditional(text: string): string {
  const converter = (convert ??= Converter({ from: 'cn', to: 'hk' }))
  return converter(text)
}
