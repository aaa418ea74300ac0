import type { Language } from '../../kernel/words.ts'

/** Where this browser keeps the language chosen in it. */
export const keepLanguage = 'nuanyang.language'

let spoken: Language = 'zh-CN'

/** Tells the client which language refusals are wanted in. */
export function speakTo(language: Language): void {
  spoken = language
}

export const spokenLanguage = (): Language => spoken
