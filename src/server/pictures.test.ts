import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { toPicture } from './pictures.ts'

// Pictures as telephones, cameras, scanners and messengers make them, and files that only claim to be some.

const exif = {
  IFD0: { Make: 'Nuanyang', Model: 'Telephone', Artist: '王秀云', ImageDescription: '光正台村' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 12/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '122/1 3/1 0/1' },
}
const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="王秀云"/></rdf:RDF></x:xmpmeta>'

/** A picture that is not of one colour, so that it does not vanish in compression; the upper left corner is red. */
function drawn(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const pixels = Buffer.alloc(width * height * channels)
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 37 + Math.floor(at / (width * channels)) * 11) % 200
  for (let y = 0; y < height / 4; y++)
    for (let x = 0; x < width / 4; x++) pixels.set(channels === 3 ? [250, 0, 0] : [250, 0, 0, 255], (y * width + x) * channels)
  return sharp(pixels, { raw: { width, height, channels } })
}
const full = (image: Sharp): Sharp => image.withExif(exif).withXmp(xmp).withIccProfile('p3')

/** Photoshop's block with a caption and a credit, as news cameras write them (IPTC). */
function withIptc(jpeg: Buffer): Buffer {
  const record = Buffer.concat([Buffer.from([0x1c, 2, 80, 0, 9]), Buffer.from('王秀云')])
  const resource = Buffer.concat([Buffer.from('8BIM'), Buffer.from([4, 4, 0, 0, 0, 0, 0, record.length]), record])
  const body = Buffer.concat([Buffer.from('Photoshop 3.0\0'), resource])
  const head = Buffer.from([0xff, 0xed, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

/** What a telephone appends to a photo that moves: a whole film after the end of the picture. */
const withTail = (jpeg: Buffer): Buffer => Buffer.concat([jpeg, Buffer.from('ftypmp42 GPS 41.2 王秀云'.repeat(40))])
const withComment = (jpeg: Buffer): Buffer => {
  const body = Buffer.from('王秀云 13800001709')
  const head = Buffer.from([0xff, 0xfe, 0, body.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

/** What cameras and programs write before the pixels of a JPEG: a block of an application with its own number. */
function withBlock(jpeg: Buffer, number: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe0 + number, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

/** A chunk of a PNG, put before its pixels. */
function withChunk(png: Buffer, kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const named = Buffer.concat([Buffer.from(kind), body])
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  // After the signature (8 bytes) and the head (25).
  return Buffer.concat([png.subarray(0, 33), length, named, sum, png.subarray(33)])
}

/** A comment in a GIF, behind its head and table of colours. */
function withGifComment(gif: Buffer): Buffer {
  const packed = gif[10] ?? 0
  const at = 13 + (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0)
  const text = Buffer.from('王秀云 13800001709')
  return Buffer.concat([gif.subarray(0, at), Buffer.from([0x21, 0xfe, text.length]), text, Buffer.from([0]), gif.subarray(at)])
}

const kept: Record<string, () => Promise<Buffer>> = {
  'a photo of a telephone with place, device and owner': () => full(drawn(800, 600).jpeg()).toBuffer(),
  'a progressive photo': () => full(drawn(800, 600).jpeg({ progressive: true })).toBuffer(),
  'a photo with a caption of the press': async () => withIptc(await drawn(400, 300).jpeg().toBuffer()),
  'a photo with a comment': async () => withComment(await drawn(400, 300).jpeg().toBuffer()),
  'a photo with a film behind it': async () => withTail(await full(drawn(400, 300).jpeg()).toBuffer()),
  'a photo in grey': () => full(drawn(400, 300).greyscale().jpeg()).toBuffer(),
  'a photo of a printer in four inks': () => full(drawn(400, 300).toColourspace('cmyk').jpeg()).toBuffer(),
  'a screenshot': () => full(drawn(400, 300).png()).toBuffer(),
  'a screenshot with transparent parts': () => full(drawn(400, 300, 4).png()).toBuffer(),
  'a screenshot of 16 bits': () => full(drawn(400, 300).toColourspace('rgb16').png()).toBuffer(),
  'a screenshot of few colours': () => full(drawn(400, 300).png({ palette: true, colours: 8 })).toBuffer(),
  'a picture of a messenger': () => full(drawn(400, 300).webp()).toBuffer(),
  'a picture of a messenger without loss': () => full(drawn(400, 300, 4).webp({ lossless: true })).toBuffer(),
  'a photo in AVIF': () => full(drawn(200, 150).avif({ effort: 0 })).toBuffer(),
  'a scan': () => full(drawn(400, 300).tiff({ compression: 'lzw' })).toBuffer(),
  'a scan in black and white': () => drawn(400, 300).greyscale().threshold().tiff({ bitdepth: 1 }).toBuffer(),
  'a still GIF': () => drawn(200, 150).gif().toBuffer(),
  'a picture of a few pixels': () => drawn(8, 6).png().toBuffer(),
  'a long strip of a scrolled page': () => drawn(300, 9000).png().toBuffer(),
  'a photo with the colours of a video': () => full(drawn(400, 300).jpeg({ chromaSubsampling: '4:4:4' })).toBuffer(),
  'a photo that lies on its side': () => drawn(400, 300).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer(),
  'a photo with a second picture of depth': async () => {
    const jpeg = await full(drawn(400, 300).jpeg()).toBuffer()
    return Buffer.concat([withBlock(jpeg, 2, Buffer.from('MPF\0GPS 41.2 王秀云')), jpeg])
  },
  'a photo with a maker’s block': async () => withBlock(await drawn(400, 300).jpeg().toBuffer(), 4, Buffer.from('Nuanyang 王秀云 GPS')),
  'a photo with where it comes from signed in it': async () =>
    withBlock(await drawn(400, 300).jpeg().toBuffer(), 11, Buffer.from('JP\0\0jumb c2pa 王秀云')),
  'a photo with a block of printing': async () => withBlock(await drawn(400, 300).jpeg().toBuffer(), 14, Buffer.from('Adobe\0d\0\0\0\0\0')),
  'a screenshot with words in it': async () =>
    withChunk(await drawn(400, 300).png().toBuffer(), 'tEXt', Buffer.from('Author\0Nuanyang GPS 13800001709')),
  'a screenshot with Chinese words in it': async () =>
    withChunk(await drawn(400, 300).png().toBuffer(), 'iTXt', Buffer.from('Author\0\0\0\0\0王秀云')),
  'a screenshot with the time it was made': async () =>
    withChunk(await drawn(400, 300).png().toBuffer(), 'tIME', Buffer.from([0x07, 0xe8, 9, 17, 9, 0, 0])),
  'a screenshot that comes in seven passes': () => full(drawn(400, 300).png({ progressive: true })).toBuffer(),
  'a screenshot in grey': () => full(drawn(400, 300).greyscale().png()).toBuffer(),
  'a picture of a messenger nearly without loss': () => full(drawn(400, 300).webp({ nearLossless: true })).toBuffer(),
  'a photo in AVIF with transparent parts': () => full(drawn(200, 150, 4).avif({ effort: 0 })).toBuffer(),
  'a scan packed tightly': () => full(drawn(400, 300).tiff({ compression: 'deflate' })).toBuffer(),
  'a scan packed as a photo': () => full(drawn(400, 300).tiff({ compression: 'jpeg' })).toBuffer(),
  'a scan in tiles': () => full(drawn(400, 300).tiff({ tile: true, tileWidth: 128, tileHeight: 128 })).toBuffer(),
  'a scan for a printer in four inks': () => full(drawn(400, 300).toColourspace('cmyk').tiff()).toBuffer(),
  'a still GIF with a comment': async () => withGifComment(await drawn(200, 150).gif().toBuffer()),
  'a large photo of a telephone': () => full(drawn(6000, 4000).jpeg({ quality: 40 })).toBuffer(),
}

const refused: Record<string, [() => Promise<Buffer>, string]> = {
  'an empty file': [async () => Buffer.alloc(0), 'picture.empty'],
  'a photo of which half arrived': [async () => (await drawn(800, 600).jpeg().toBuffer()).subarray(0, 9000), 'picture.unreadable'],
  'a screenshot of which half arrived': [
    async () => {
      const bytes = await drawn(400, 300).png().toBuffer()
      return bytes.subarray(0, bytes.length / 2)
    },
    'picture.unreadable',
  ],
  'a photo with broken middle parts': [
    async () => {
      const bytes = await drawn(400, 300).png().toBuffer()
      bytes.fill(0xff, 200, 900)
      return bytes
    },
    'picture.unreadable',
  ],
  'a page of HTML called a photo': [async () => Buffer.from('<html><script>alert(1)</script></html>'), 'picture.other'],
  'a program called a photo': [async () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]), 'picture.other'],
  'a PDF called a photo': [async () => Buffer.from('%PDF-1.7\n…'), 'picture.other'],
  'a drawing with a script in it': [
    async () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'picture.svg',
  ],
  'a photo of an iPhone in HEIC': [
    async () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(400)]),
    'picture.heic',
  ],
  'a picture of old Windows': [async () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(400)]), 'picture.bmp'],
  'a moving GIF': [
    async () =>
      sharp([await drawn(40, 30).png().toBuffer(), await drawn(40, 30).negate().png().toBuffer()], { join: { animated: true } })
        .gif()
        .toBuffer(),
    'picture.animated',
  ],
  'a scan of several pages': [
    async () =>
      sharp([await drawn(40, 30).png().toBuffer(), await drawn(40, 30).negate().png().toBuffer()], { join: { animated: true } })
        .tiff()
        .toBuffer(),
    'picture.animated',
  ],
  'a picture of 60 million pixels packed into little': [
    () =>
      sharp({ create: { width: 10_000, height: 6000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    'picture.pixels',
  ],
}

/** What stands in a JPEG before its pixels, marker by marker. */
function segmentsOf(jpeg: Buffer): string[] {
  const found: string[] = []
  for (let at = 2; jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; at += 2 + jpeg.readUInt16BE(at + 2))
    found.push((jpeg[at + 1] ?? 0).toString(16))
  return found
}
/** Of a JPEG: JFIF's head, tables and frames. An application's block (e1–ef) or a comment (fe) would say more than pixels. */
const harmless = /^(e0|db|c0|c2|c4|dd)$/

describe('a picture that is kept', () => {
  test('comes in more than thirty kinds', () => expect(Object.keys(kept).length).toBeGreaterThanOrEqual(30))

  test.each(Object.entries(kept))('%s keeps nothing but pixels', async (_name, make) => {
    const made = await toPicture(await make())
    if (!made.ok) throw new Error(made.code)
    for (const { bytes, width, height } of [made.value.full, made.value.thumbnail]) {
      const about = await sharp(bytes).metadata()
      expect([about.format, about.width, about.height]).toEqual(['jpeg', width, height])
      for (const part of [about.exif, about.xmp, about.iptc, about.icc, about.tifftagPhotoshop, about.comments])
        expect(part).toBeUndefined()
      expect(segmentsOf(bytes).filter((segment) => !harmless.test(segment))).toEqual([])
      expect(bytes.subarray(-2).toString('hex')).toBe('ffd9')
      for (const secret of ['王秀云', 'Nuanyang', 'GPS', '13800001709']) expect(bytes.includes(secret)).toBe(false)
    }
    expect(Math.max(made.value.full.width, made.value.full.height)).toBeLessThanOrEqual(2048)
    expect(Math.max(made.value.thumbnail.width, made.value.thumbnail.height)).toBeLessThanOrEqual(400)
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('of orientation %d stands upright', async (orientation) => {
    const turned = await drawn(160, 120).jpeg().withMetadata({ orientation }).toBuffer()
    const upright = await sharp(turned).autoOrient().raw().toBuffer({ resolveWithObject: true })
    const made = await toPicture(turned)
    if (!made.ok) throw new Error(made.code)
    expect([made.value.full.width, made.value.full.height]).toEqual([upright.info.width, upright.info.height])
    const { data } = await sharp(made.value.full.bytes).raw().toBuffer({ resolveWithObject: true })
    const corner = (y: number, x: number, of: Buffer) => of[(y * upright.info.width + x) * 3] ?? 0
    for (const [y, x] of [
      [5, 5],
      [5, upright.info.width - 5],
      [upright.info.height - 5, 5],
    ] as const)
      expect(Math.abs(corner(y, x, data) - corner(y, x, upright.data))).toBeLessThan(60)
    expect((await sharp(made.value.full.bytes).metadata()).orientation).toBeUndefined()
  })

  test('with transparent parts stands on white', async () => {
    const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer()
    const made = await toPicture(clear)
    if (!made.ok) throw new Error(made.code)
    expect([...(await sharp(made.value.full.bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255])
  })
})

test.each(Object.entries(refused))('%s is refused in words', async (_name, [make, code]) => {
  const made = await toPicture(await make())
  if (made.ok) throw new Error('It was kept.')
  expect(made.code).toBe(code)
  expect(made.because.zh).toMatch(/请/)
})
