import { Spin } from 'antd'
import { useWords } from '../language/language.tsx'
import { shellWords } from './shell-words.ts'

/** Shown while the office opens. */
export function Opening() {
  const t = useWords()
  return (
    <main style={{ display: 'grid', placeItems: 'center', minHeight: '60vh' }}>
      <output className="visually-hidden">{t(shellWords.opening)}</output>
      <Spin size="large" />
    </main>
  )
}
