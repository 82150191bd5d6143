import { isElement, type Xml } from '../xml.ts'

// Elements that only wrap what is shown: content controls, insertions kept, links, fields, right-to-left runs.
const wrappers = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:ruby',
  'w:rubyBase',
  'm:oMathPara',
  'm:oMath',
])

/** Child elements with all wrappers opened. Of alternatives for old and new programs one is taken. */
export function* flat(node: Xml): Generator<Xml> {
  for (const part of node.children) {
    if (!isElement(part)) continue
    if (wrappers.has(part.name)) yield* flat(part)
    else if (part.name === 'mc:AlternateContent') yield* alternative(part)
    else yield part
  }
}

function* alternative(node: Xml): Generator<Xml> {
  const options = node.children.filter(isElement)
  const holding = options.find((option) => [...below(option, 'w:txbxContent')].length > 0)
  const chosen = holding ?? options[0]
  if (chosen) yield* flat(chosen)
}

/** Every element of a name below a node, not looking into one that is found. */
export function* below(node: Xml, name: string): Generator<Xml> {
  for (const part of node.children) {
    if (!isElement(part)) continue
    if (part.name === name) yield part
    else if (part.name === 'mc:AlternateContent') yield* belowAlternative(part, name)
    else yield* below(part, name)
  }
}

function* belowAlternative(node: Xml, name: string): Generator<Xml> {
  for (const option of node.children.filter(isElement)) {
    const found = [...below(option, name)]
    yield* found
    if (found.length > 0) return
  }
}
