import { SaxesParser } from 'saxes'
import { Fault } from '../../domain/fault.ts'
import { limits } from './limits.ts'

/** An element; text stands among the children as strings. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Xml | string)[]
}

/**
 * Parses XML into a tree with bounds. A document type is refused whole: with it go entities that name a file
 * or a server, and those that blow up ("billion laughs").
 */
export function parseXml(bytes: Uint8Array, file: string, where: string): Xml {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const root: Xml = { name: '', attributes: {}, children: [] }
  const open: Xml[] = [root]
  let count = 0
  const refuse = (code: 'xml-unsafe' | 'file-broken' | 'archive-too-large', at = where) => {
    throw new Fault(code, { name: file, where: at })
  }
  parser.on('doctype', () => refuse('xml-unsafe'))
  parser.on('error', () => refuse('file-broken', `${where}, ${parser.line}:${parser.column}`))
  parser.on('opentag', (tag) => {
    const element: Xml = { name: tag.name, attributes: tag.attributes, children: [] }
    if (open.length > limits.xmlDepth || ++count > limits.xmlElements) refuse('archive-too-large')
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  const text = (found: string) => open.at(-1)?.children.push(found)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(decode(bytes)).close()
  const first = root.children.find((child) => typeof child !== 'string')
  return first ?? refuse('file-broken')
}

function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(utf16).decode(bytes)
}

export const isElement = (node: Xml | string): node is Xml => typeof node !== 'string'

export function child(node: Xml | undefined, name: string): Xml | undefined {
  return node?.children.find((found): found is Xml => isElement(found) && found.name === name)
}

export function children(node: Xml | undefined, name: string): Xml[] {
  return node?.children.filter((found): found is Xml => isElement(found) && found.name === name) ?? []
}

/** All text below a node. */
export function textOf(node: Xml): string {
  return node.children.map((part) => (isElement(part) ? textOf(part) : part)).join('')
}
