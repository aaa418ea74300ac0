/** A text in the source language and in English. Traditional script is made from zh at build. */
export type Words = { readonly zh: string; readonly en: string }

export type Language = 'zh-CN' | 'zh-Hant' | 'en'
export const languages: readonly Language[] = ['zh-CN', 'zh-Hant', 'en']

/** The wanted language of an Accept-Language header; Chinese when nothing fits. */
export function languageOf(header: string | undefined): Language {
  const first = (header ?? '').split(',')[0]?.trim().toLowerCase() ?? ''
  if (first.startsWith('en')) return 'en'
  if (/^zh-(hant|tw|hk|mo)/.test(first)) return 'zh-Hant'
  return 'zh-CN'
}
