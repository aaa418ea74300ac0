import { App } from 'antd'
import { chooseLanguage } from '../../features/identity/schema.ts'
import type { Language } from '../../kernel/words.ts'
import { useDo } from '../client/calls.ts'
import { LanguageChoice } from '../language/language-choice.tsx'
import { languageWords } from '../language/language-words.ts'
import { useLanguage } from '../language/language.tsx'

/** Changes the language at once, and keeps it with the account. */
export function SwitchLanguage() {
  const { t, choose } = useLanguage()
  const { message } = App.useApp()
  const keeping = useDo(chooseLanguage)
  const change = (language: Language) =>
    choose(language, true).then(
      () => keeping.run({ language }, { onFailure: () => void message.warning(t(languageWords.notKept)) }),
      () => void message.error(t(languageWords.notLoaded)),
    )
  return <LanguageChoice onChoose={(language) => void change(language)} />
}
