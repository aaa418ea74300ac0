import { useState } from 'react'
import type { Language } from '../../kernel/words.ts'
import { v7 } from 'uuid'
import { send } from '../../web/client/send.ts'
import { useLanguage } from '../../web/language/language.tsx'
import { LanguageChoice } from '../../web/language/language-choice.tsx'
import { DoorPage } from '../../web/shell/door-page.tsx'
import { chooseLanguage, type Mine } from './schema.ts'
import { SignInForm } from './sign-in-form.tsx'
import { signInWords } from './sign-in-words.ts'

/** The door. A language chosen here goes along with whoever enters. */
export function SignInPage({ onSignedIn }: { onSignedIn: (mine: Mine) => void }) {
  const { t, choose } = useLanguage()
  const [chosen, setChosen] = useState<Language>()

  const enter = async (mine: Mine) => {
    if (chosen === undefined || chosen === mine.language) return onSignedIn(mine)
    // Not worth keeping anybody out: without it the account keeps the language it had.
    await send(chooseLanguage, { language: chosen }, { operationId: v7(), evenSignedOut: true }).catch(() => undefined)
    onSignedIn({ ...mine, language: chosen })
  }

  return (
    <DoorPage
      title={t(signInWords.title)}
      foot={t(signInWords.noAccount)}
      corner={
        <LanguageChoice
          onChoose={(language) => {
            setChosen(language)
            void choose(language, true)
          }}
        />
      }
    >
      <SignInForm onSignedIn={(mine) => void enter(mine)} />
    </DoorPage>
  )
}
