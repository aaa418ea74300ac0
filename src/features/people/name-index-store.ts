import { pinyin } from 'pinyin-pro'
import { gramsOf } from './search-rules.ts'

/** The columns by which a name is found. The surname is read as surnames are read (单 shàn, 解 xiè). */
export function nameColumns(name: string): { name: string; pinyin: string; initials: string; search_grams: string[] } {
  const even = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s·•.]/g, '')
  const syllables = pinyin(even, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' })
  const full = syllables.join('')
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('')
  return { name, pinyin: full, initials, search_grams: gramsOf({ name: even, pinyin: full, initials }) }
}
