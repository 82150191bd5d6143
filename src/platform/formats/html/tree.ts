import { Parser } from 'htmlparser2'
import { Fault } from '../../../domain/fault.ts'
import { limits } from '../limits.ts'
import type { Xml } from '../xml.ts'
import { asLatin1 } from '../detect.ts'
import { decodeText } from '../text/decode.ts'

/** HTML as a tree, as forgiving as a browser; nothing in it is fetched or run. */
export function parseHtml(html: string, name: string): Xml {
  const root: Xml = { name: '', attributes: {}, children: [] }
  const open: Xml[] = [root]
  let count = 0
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (open.length > limits.htmlDepth || ++count > limits.xmlElements)
          throw new Fault('archive-too-large', { name, where: `<${tag}>` })
        const element: Xml = { name: tag, attributes, children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: (text) => void open.at(-1)?.children.push(text),
      onclosetag: () => void open.pop(),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(html)
  return root
}

/** The encoding that the page names, where it is one; else as any text file. */
export function decodeHtml(bytes: Uint8Array, name: string): string {
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(asLatin1(bytes.subarray(0, 4096)))?.[1]
  const marked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0
  if (named === undefined || marked || /^utf-?(8|16)/i.test(named)) return decodeText(bytes, name)
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return decodeText(bytes, name)
  }
}
