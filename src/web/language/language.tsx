import { ConfigProvider, type ThemeConfig } from 'antd'
import zhCN from 'antd/es/locale/zh_CN'
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import { languageOf, languages, type Language, type Words } from '../../kernel/words.ts'
import { formats, type Formats } from './format-rules.ts'
import { noTable, phrase, type TraditionalTable, type Values } from './phrase-rules.ts'
import { keepLanguage, speakTo } from './spoken.ts'

type AntdLocale = typeof zhCN

/** What a language needs beside the texts themselves. Other languages than the source are loaded when they are chosen. */
type Loaded = { readonly language: Language; readonly table: TraditionalTable; readonly locale: AntdLocale }

const source: Loaded = { language: 'zh-CN', table: noTable, locale: zhCN }

async function load(language: Language): Promise<Loaded> {
  if (language === 'en') return { language, table: noTable, locale: (await import('antd/es/locale/en_US')).default }
  if (language === 'zh-CN') return source
  const [table, locale] = await Promise.all([import('virtual:traditional'), import('antd/es/locale/zh_HK')])
  return { language, table: table.default, locale: locale.default }
}

type Speech = {
  readonly language: Language
  readonly t: (words: Words, values?: Values) => string
  readonly formats: Formats
  /** Changes the language of the whole screen; with `keep`, this browser remembers it. */
  readonly choose: (language: Language, keep?: boolean) => Promise<void>
}

const SpeechContext = createContext<Speech | undefined>(undefined)

/** Lists that drop down stand in the part of the page they belong to, where a screen reader looks for them. */
const landmarkOf = (trigger?: HTMLElement): HTMLElement =>
  trigger?.closest<HTMLElement>('.ant-modal-container, header, main') ?? document.body

/** Tells the client and the document which language is spoken from here on. */
function announce(language: Language): void {
  speakTo(language)
  document.documentElement.lang = language
}

/** The language the reader chose here before, or else their browser's; the source language when that one does not load. */
export async function firstLanguage(): Promise<Loaded> {
  const wanted = languages.find((language) => language === localStorage.getItem(keepLanguage)) ?? languageOf(navigator.language)
  const loaded = await load(wanted).catch(() => source)
  announce(loaded.language)
  return loaded
}

export function LanguageProvider({ first, theme, children }: { first: Loaded; theme: ThemeConfig; children: ReactNode }) {
  const [loaded, setLoaded] = useState(first)

  const choose = useCallback(async (language: Language, keep = false) => {
    if (keep) localStorage.setItem(keepLanguage, language)
    const next = await load(language)
    announce(language)
    setLoaded(next)
  }, [])

  const speech = useMemo<Speech>(
    () => ({
      language: loaded.language,
      t: (words, values) => phrase(words, loaded.language, loaded.table, values),
      formats: formats[loaded.language],
      choose,
    }),
    [loaded, choose],
  )
  return (
    <SpeechContext value={speech}>
      <ConfigProvider theme={theme} locale={loaded.locale} button={{ autoInsertSpace: false }} getPopupContainer={landmarkOf}>
        {children}
      </ConfigProvider>
    </SpeechContext>
  )
}

/** The reader's language, and how to change it. */
export function useLanguage(): Speech {
  const speech = use(SpeechContext)
  if (speech === undefined) throw new Error('Outside of LanguageProvider.')
  return speech
}

/** `t(words)`: a text in the reader's language. */
export const useWords = (): Speech['t'] => useLanguage().t

/** Days, numbers and money as the reader writes them. */
export const useFormats = (): Formats => useLanguage().formats
