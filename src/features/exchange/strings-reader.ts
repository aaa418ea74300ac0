import { limits } from './limit-rules.ts'
import { Refused } from './refused-reader.ts'
import { readXml } from './xml-reader.ts'
import type { Zip } from './zip-reader.ts'

/** The shared texts of a workbook in order. Runs of rich text are joined; the reading aid over them (phonetic) is not text. */
export async function readSharedStrings(zip: Zip, name: string): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let phonetic = false
  let inText = false
  await readXml(zip.pieces(name), {
    open: (tag) => {
      if (tag === 'si') current = ''
      else if (tag === 'rPh') phonetic = true
      else if (tag === 't') inText = !phonetic
    },
    text: (text) => {
      if (!inText) return
      current += text
      if (current.length > limits.cellCharacters) throw new Refused('book.too-long-text', '')
    },
    close: (tag) => {
      if (tag === 't') inText = false
      else if (tag === 'rPh') phonetic = false
      else if (tag === 'si') {
        if (strings.length >= limits.sharedStrings) throw new Refused('book.too-many-cells', '')
        strings.push(current)
      }
    },
  })
  return strings
}
