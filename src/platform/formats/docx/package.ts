import { Fault } from '../../../domain/fault.ts'
import { child, children, parseXml, type Xml } from '../xml.ts'
import { Zip } from '../zip.ts'

/** The parts of a Word file that hold text, each parsed; what is missing is undefined. */
export interface WordParts {
  readonly document: Xml
  readonly styles: Xml | undefined
  readonly numbering: Xml | undefined
  readonly footnotes: Xml | undefined
  readonly endnotes: Xml | undefined
  /** What is printed at the edge of pages: headers, then footers. */
  readonly edges: readonly Xml[]
}

/** Opens the container and follows its relationships, which never lead out of it. */
export function openWord(bytes: Uint8Array, name: string): WordParts {
  const zip = new Zip(bytes, name)
  const main = relation(zip, name, '_rels/.rels', '', 'officeDocument') ?? 'word/document.xml'
  if (!zip.has(main)) throw notWord(zip, name)
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : ''
  const rels = `${folder}_rels/${main.slice(folder.length)}.rels`
  const part = (type: string): Xml | undefined => {
    const path = relation(zip, name, rels, folder, type) ?? `${folder}${type}.xml`
    const found = zip.read(path)
    return found && parseXml(found, name, path)
  }
  const document = parseXml(zip.read(main) ?? new Uint8Array(), name, main)
  if (document.name !== 'w:document') throw notWord(zip, name)
  return {
    document,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    edges: ['header', 'footer'].flatMap((type) =>
      relations(zip, name, rels, folder, type).flatMap((path) => {
        const found = zip.read(path)
        return found ? [parseXml(found, name, path)] : []
      }),
    ),
  }
}

function notWord(zip: Zip, name: string): Fault {
  const other = zip.has('xl/workbook.xml')
    ? 'Excel (.xlsx)'
    : zip.has('ppt/presentation.xml')
      ? 'PowerPoint (.pptx)'
      : 'ZIP'
  return new Fault('file-unknown', { name, found: other })
}

/** Where the relationships of this type lead, as paths within the container. */
function relations(zip: Zip, name: string, rels: string, folder: string, type: string): string[] {
  const bytes = zip.read(rels)
  if (!bytes) return []
  const list = children(parseXml(bytes, name, rels), 'Relationship')
  const found = list.filter((rel) => rel.attributes['Type']?.endsWith(`/${type}`))
  return found.map((rel) => {
    const target = rel.attributes['Target'] ?? ''
    if (rel.attributes['TargetMode'] === 'External' || /(^|\/)\.\.(\/|$)|:|\\/.test(target))
      throw new Fault('archive-unsafe', { name, where: target.slice(0, 80) })
    return target.startsWith('/') ? target.slice(1) : folder + target
  })
}

const relation = (...where: Parameters<typeof relations>): string | undefined => relations(...where)[0]

export const val = (node: Xml | undefined, name: string): string | undefined =>
  child(node, name)?.attributes['w:val']

/** An on/off property: present means on unless it says otherwise; absent is undefined. */
export function toggle(node: Xml | undefined, name: string): boolean | undefined {
  const found = child(node, name)
  if (!found) return undefined
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1')
}
