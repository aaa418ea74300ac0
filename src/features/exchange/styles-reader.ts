import { limits } from './limit-rules.ts'
import { type Shows, showsOf } from './number-format-rules.ts'
import { Refused } from './refused-reader.ts'
import { readXml } from './xml-reader.ts'
import type { Zip } from './zip-reader.ts'

/** For each cell style in order: whether it shows a number as a day or a time. */
export async function readStyles(zip: Zip, name: string): Promise<Shows[]> {
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCells = false
  await readXml(zip.pieces(name), {
    open: (tag, attributes) => {
      if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (tag === 'cellXfs') inCells = true
      else if (tag === 'xf' && inCells) formats.push(Number(attributes['numFmtId'] ?? 0))
      if (formats.length > limits.styles || codes.size > limits.styles) throw new Refused('book.unsafe')
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false
    },
  })
  return formats.map((id) => showsOf(id, codes.get(id)))
}
