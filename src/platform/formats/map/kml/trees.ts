import { SaxesParser } from 'saxes'
import { Fault } from '../../../../domain/fault.ts'
import type { Xml } from '../../xml.ts'

/** Elements of the wanted names, each as a tree when it closes; what is around them is not held. */
export async function* treesOf(
  bytes: AsyncIterable<Buffer>,
  wanted: ReadonlySet<string>,
  { file, depth }: { readonly file: string; readonly depth: number },
): AsyncGenerator<Xml, void, undefined> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: Xml[] = []
  const ready: Xml[] = []
  let level = 0
  const refuse = (why: string): never => {
    throw new Fault('map-broken', { name: file, where: `dòng / line ${parser.line}`, why })
  }
  // With a document type go entities that name a file, and those that blow up.
  parser.on('doctype', () => refuse('DOCTYPE'))
  parser.on('error', (error) => refuse(error.message.slice(0, 120)))
  parser.on('opentag', ({ name, attributes }) => {
    level += 1
    if (level > depth) refuse(`> ${depth}`)
    const local = name.slice(name.indexOf(':') + 1)
    if (open.length === 0 && !wanted.has(local)) return
    const element: Xml = { name: local, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    level -= 1
    const closed = open.pop()
    if (closed && open.length === 0) ready.push(closed)
  })
  const text = (found: string) => open.at(-1)?.children.push(found)
  parser.on('text', text)
  parser.on('cdata', text)
  const decoder = new TextDecoder()
  for await (const part of bytes) {
    parser.write(decoder.decode(part, { stream: true }))
    yield* ready.splice(0)
  }
  parser.write(decoder.decode()).close()
  yield* ready.splice(0)
}
