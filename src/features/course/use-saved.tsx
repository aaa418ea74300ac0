import { App } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { courseWords } from './course-words.ts'

/** Closes a dialog and says that it is done. */
export function useSaved(onClose: () => void) {
  const t = useWords()
  const { message } = App.useApp()
  return () => {
    onClose()
    void message.success(t(courseWords.saved))
  }
}
