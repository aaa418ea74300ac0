import { TextDecoder } from 'node:util'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { limits } from './limit-rules.ts'
import { Refused } from './refused-reader.ts'

/** What a part's reader wants to hear. Names come without their prefix. */
type XmlListener = {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

const localName = (name: string) => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** The letters that a part declares: XML in a workbook is UTF-8, or UTF-16 with a byte order mark. */
function decoderFor(first: Buffer): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  return new TextDecoder('utf-8', { fatal: true })
}

/** Reads one XML part in pieces. A document type is refused, so no entity but the five of XML can be named. */
export async function readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let attributes = 0
  let decoder: TextDecoder | undefined
  parser.on('doctype', () => {
    throw new Refused('book.unsafe')
  })
  parser.on('error', () => {
    throw new Refused('book.damaged')
  })
  // Counted one by one: a tag is not complete before all of its attributes are in memory.
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > limits.attributes) throw new Refused('book.unsafe')
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1
    attributes = 0
    if (depth > limits.depth) throw new Refused('book.unsafe')
    listener.open?.(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth -= 1
    listener.close?.(localName(tag.name))
  })
  const { text } = listener
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  try {
    for await (const piece of pieces) {
      decoder ??= decoderFor(piece)
      parser.write(decoder.decode(piece, { stream: true }))
    }
    if (decoder === undefined) throw new Refused('book.damaged')
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    // The decoder throws a TypeError on bytes that are no letters.
    throw error instanceof TypeError ? new Refused('book.damaged') : error
  }
}
