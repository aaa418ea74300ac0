import { Link } from 'react-router'
import { useWords } from '../language/language.tsx'
import { shellWords } from './shell-words.ts'

export function StartLink() {
  const t = useWords()
  return <Link to="/">{t(shellWords.toStart)}</Link>
}
