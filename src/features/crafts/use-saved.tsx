import { App } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { craftWords as w } from './craft-words.ts'

/** What a maker gets of a price unless it is said otherwise: four fifths. */
export const usualShare = 8000

/** Closes a dialog and says that it is done. */
export function useSaved(onClose: () => void) {
  const t = useWords()
  const { message } = App.useApp()
  return () => {
    onClose()
    void message.success(t(w.saved))
  }
}
