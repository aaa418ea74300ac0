/** What a file is, by its bytes alone: its name and what the browser calls it may say anything. */
export type FileSort =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'avif'
  | 'tiff'
  | 'gif'
  | 'heic'
  | 'bmp'
  | 'svg'
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'office-1997'
  | 'empty'
  | 'unknown'

const starts = (bytes: Buffer, ...codes: readonly number[]): boolean => codes.every((code, at) => bytes[at] === code)
const textAt = (bytes: Buffer, from: number, length: number): string => bytes.subarray(from, from + length).toString('latin1')

const avifBrands = new Set(['avif', 'avis'])
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'])

export function fileSortOf(bytes: Buffer): FileSort {
  if (bytes.length === 0) return 'empty'
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'webp'
  if (textAt(bytes, 0, 4) === 'GIF8') return 'gif'
  if (starts(bytes, 0x49, 0x49, 0x2a, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2a)) return 'tiff'
  if (textAt(bytes, 4, 4) === 'ftyp') return isoSortOf(bytes)
  if (textAt(bytes, 0, 2) === 'BM') return 'bmp'
  if (textAt(bytes, 0, 5) === '%PDF-') return 'pdf'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'office-1997'
  if (starts(bytes, 0x50, 0x4b, 3, 4)) return zipSortOf(bytes)
  if (/^\s*(<\?xml|<!--|<!doctype svg|<svg)/i.test(textAt(bytes, 0, 400))) return /<svg/i.test(textAt(bytes, 0, 4000)) ? 'svg' : 'unknown'
  return 'unknown'
}

/** A container of pictures says by its brands what is inside: AV1, which we read, or HEVC, which we do not. */
function isoSortOf(bytes: Buffer): FileSort {
  const length = Math.min(bytes.readUInt32BE(0), 200, bytes.length)
  const brands = [textAt(bytes, 8, 4)]
  for (let at = 16; at + 4 <= length; at += 4) brands.push(textAt(bytes, at, 4))
  if (brands.some((brand) => avifBrands.has(brand))) return 'avif'
  return brands.some((brand) => heicBrands.has(brand)) ? 'heic' : 'unknown'
}

/** A book, a text or slides of today's offices: the names of the parts stand in clear in the archive's directory. */
function zipSortOf(bytes: Buffer): FileSort {
  if (!bytes.includes('[Content_Types].xml', 0, 'latin1')) return 'unknown'
  if (bytes.includes('word/document.xml', 0, 'latin1')) return 'docx'
  if (bytes.includes('xl/workbook.xml', 0, 'latin1')) return 'xlsx'
  return bytes.includes('ppt/presentation.xml', 0, 'latin1') ? 'pptx' : 'unknown'
}
