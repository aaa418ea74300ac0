import { Button, Dropdown } from 'antd'
import { languages, type Language } from '../../kernel/words.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from './language.tsx'
import { languageWords } from './language-words.ts'

/** Each language under its own name, whatever language the screen speaks. */
const languageNames: Record<Language, string> = { 'zh-CN': '简体中文', 'zh-Hant': '繁體中文', en: 'English' }

/** The language of the screen, and a choice of the others. */
export function LanguageChoice({ onChoose }: { onChoose: (language: Language) => void }) {
  const { language, t } = useLanguage()
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectedKeys: [language],
        items: languages.map((each) => ({
          key: each,
          label: <span lang={each}>{languageNames[each]}</span>,
          onClick: () => onChoose(each),
        })),
      }}
    >
      <Button type="text" icon={<Icon name="globe" />} aria-label={`${t(languageWords.language)}: ${languageNames[language]}`}>
        <span lang={language}>{languageNames[language]}</span>
      </Button>
    </Dropdown>
  )
}
