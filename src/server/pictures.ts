import type { Metadata, SharpOptions } from 'sharp'
import { no, yes, type No, type Verdict } from '../kernel/verdict.ts'
import { fileSortOf, type FileSort } from './file-sort.ts'

/** One picture at a time in each of a few threads, and nothing of it kept in memory afterwards. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

/** A JPEG in sRGB without any metadata. */
type Sized = { readonly bytes: Buffer; readonly width: number; readonly height: number }
export type Picture = { readonly full: Sized; readonly thumbnail: Sized }

export const pictureMediaType = 'image/jpeg'

const megabyte = 1024 * 1024
const mostBytes = 30 * megabyte
/** A JPEG is made smaller while it is read, so a telephone's largest is no burden; others are read whole. */
const mostPixels = { jpeg: 120_000_000, other: 50_000_000 }
/** Longest sides, in pixels: fit for print on A4, for a list, and for a page that anybody reads. */
const sides = { full: 2048, thumbnail: 400, page: 1280 }

const refusal = (code: string, zh: string, en: string): No =>
  no(`picture.${code}`, { zh, en }, { field: 'files', sort: code === 'large' ? 'too-large' : 'invalid' })

const unreadable = refusal(
  'unreadable',
  '这张图片已损坏或没有传完整，请重新拍摄或重新选择。',
  'This picture is damaged or incomplete: take or choose it again.',
)
const animated = refusal(
  'animated',
  '这是动图或多页图片，不能作照片存证。请截成一张静态图片；多页扫描件请存成PDF再传。',
  'This picture moves or has several pages. Save one still picture of it, or a scan of several pages as PDF.',
)
const tooManyPixels = refusal(
  'pixels',
  '图片尺寸过大，无法处理。请在手机或电脑上把它缩小后再传。',
  'This picture has too many pixels: make it smaller and send it again.',
)

/** What we do not read, and what to do about it. */
const foreign: Partial<Record<FileSort, No>> = {
  empty: refusal('empty', '这个文件是空的，请重新选择。', 'This file is empty: choose it again.'),
  heic: refusal(
    'heic',
    '这是苹果手机的HEIC照片，暂不能读取。请在手机“设置→相机→格式”里选“兼容性最佳”，或把照片另存为JPG后再传。',
    'This is a HEIC picture, which cannot be read here. Choose “Most Compatible” in the telephone’s camera settings, or save it as JPEG.',
  ),
  bmp: refusal('bmp', '这是BMP图片，请另存为JPG或PNG后再传。', 'This is a BMP picture: save it as JPEG or PNG.'),
  svg: refusal('svg', '这是矢量图，不能作照片存证，请另存为JPG或PNG后再传。', 'This is a drawing in SVG: save it as JPEG or PNG.'),
}
const notAPicture = refusal(
  'other',
  '这不是图片文件（以内容为准，与文件名无关）。照片请用JPG、PNG等格式；文件请从“文件”里添加。',
  'This is no picture, whatever its name says. Send JPEG, PNG or the like; add documents as documents.',
)

const readable: ReadonlySet<FileSort> = new Set(['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif'])

/** Whether the bytes are of a picture that is read here. */
export const isPicture = (bytes: Buffer): boolean => readable.has(fileSortOf(bytes))

/**
 * A picture made anew from its pixels alone, upright, in two sizes: what the camera wrote into the file (place, device,
 * owner, a preview of what was cut off) is not carried over.
 */
export async function toPicture(bytes: Buffer): Promise<Verdict<Picture>> {
  const sort = fileSortOf(bytes)
  if (!readable.has(sort)) return foreign[sort] ?? notAPicture
  if (bytes.length > mostBytes)
    return refusal('large', '这张图片超过30MB，请缩小后再传。', 'This picture has more than 30 MB: make it smaller.')
  const options: SharpOptions = { failOn: 'error', limitInputPixels: mostPixels.jpeg, sequentialRead: true, limitInputChannels: 5 }
  const sharp = await loadSharp()
  try {
    const about = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
    if (about.width * about.height > mostPixelsOf(sort, about)) return tooManyPixels
    if ((about.pages ?? 1) > 1 || isMovingPng(sort, bytes)) return animated
    const full = await sharp(bytes, options)
      .autoOrient()
      .resize({ width: sides.full, height: sides.full, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 84 })
      .toBuffer({ resolveWithObject: true })
    const thumbnail = await sharp(full.data)
      .resize({ width: sides.thumbnail, height: sides.thumbnail, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 72 })
      .toBuffer({ resolveWithObject: true })
    return yes({ full: sizedOf(full), thumbnail: sizedOf(thumbnail) })
  } catch (error) {
    // The library throws on what it cannot decode; a fault of ours has no message of its.
    if (error instanceof Error) return unreadable
    throw error
  }
}

/** A picture of ours as a public page shows it: no wider or higher than a reader's screen. */
export async function shrunk(bytes: Buffer): Promise<Sized> {
  const sharp = await loadSharp()
  const small = await sharp(bytes)
    .resize({ width: sides.page, height: sides.page, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 78 })
    .toBuffer({ resolveWithObject: true })
  return sizedOf(small)
}

const sizedOf = ({ data, info }: { data: Buffer; info: { width: number; height: number } }): Sized => ({
  bytes: data,
  width: info.width,
  height: info.height,
})

const mostPixelsOf = (sort: FileSort, { isProgressive }: Metadata): number =>
  sort === 'jpeg' && isProgressive !== true ? mostPixels.jpeg : mostPixels.other

/** An animated PNG looks still to whoever does not know the chunk that says so. */
const isMovingPng = (sort: FileSort, bytes: Buffer): boolean => {
  if (sort !== 'png') return false
  const animation = bytes.indexOf('acTL', 0, 'latin1')
  const pixels = bytes.indexOf('IDAT', 0, 'latin1')
  return animation !== -1 && animation < pixels
}
