import { child, children, type Xml } from '../xml.ts'
import type { Look } from '../pieces.ts'
import { toggle, val } from './package.ts'

/** What a paragraph states of itself; undefined leaves it to the style below. */
export interface ParagraphLook {
  readonly align?: string | undefined
  readonly level?: number | undefined
  readonly numId?: string | undefined
  readonly ilvl?: number | undefined
  readonly indent?: number | undefined
  readonly pageBreakBefore?: boolean | undefined
}

interface Style {
  readonly id: string
  readonly paragraph: ParagraphLook
  readonly run: Look
}

/** The styles of a document, each laid over the one it is based on. */
export class Styles {
  readonly #byId = new Map<string, Style>()
  readonly #default: Style

  constructor(xml: Xml | undefined) {
    const defaults = child(xml, 'w:docDefaults')
    const base: Style = {
      id: '',
      paragraph: paragraphLook(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
      run: look(child(child(defaults, 'w:rPrDefault'), 'w:rPr')),
    }
    const found = new Map(
      children(xml, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
    )
    for (const [id] of found) this.#byId.set(id, resolve(id, found, base))
    const normal = [...found].find(
      ([, s]) => s.attributes['w:type'] === 'paragraph' && isOn(s.attributes['w:default']),
    )
    this.#default = this.#byId.get(normal?.[0] ?? '') ?? base
  }

  paragraph(id: string | undefined): Style {
    return (id === undefined ? undefined : this.#byId.get(id)) ?? this.#default
  }

  /** A character style; nothing where it is unknown. */
  run(id: string | undefined): Look {
    return (id === undefined ? undefined : this.#byId.get(id))?.run ?? {}
  }
}

const isOn = (value: string | undefined) => value === '1' || value === 'true'

function resolve(id: string, found: ReadonlyMap<string, Xml>, base: Style): Style {
  const chain: Xml[] = []
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
    seen.add(at)
    const style = found.get(at)
    if (style) chain.unshift(style)
    at = val(style, 'w:basedOn')
  }
  const own: Style = {
    id,
    paragraph: base.paragraph,
    run: found.get(id)?.attributes['w:type'] === 'character' ? {} : base.run,
  }
  return chain.reduce(
    (below, style) => ({
      id,
      paragraph: over(below.paragraph, {
        ...headingLevel(style),
        ...defined(paragraphLook(child(style, 'w:pPr'))),
      }),
      run: over(below.run, look(child(style, 'w:rPr'))),
    }),
    own,
  )
}

/** Word's own heading styles have their level by name even where the file leaves it out. */
function headingLevel(style: Xml): ParagraphLook {
  const level = /^heading ([1-9])$/i.exec(val(style, 'w:name') ?? '')?.[1]
  return level === undefined ? {} : { level: Number(level) }
}

const defined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Partial<T>

/** What `upper` states, else what `below` does. */
export const over = <T extends object>(below: T, upper: Partial<T>): T => ({ ...below, ...defined(upper) })

export function look(rPr: Xml | undefined): Look {
  if (!rPr) return {}
  const vertical = val(rPr, 'w:vertAlign')
  return {
    bold: toggle(rPr, 'w:b'),
    italic: toggle(rPr, 'w:i'),
    hidden: toggle(rPr, 'w:vanish'),
    caps: toggle(rPr, 'w:caps'),
    raised: vertical === undefined ? undefined : vertical === 'superscript',
  }
}

export function paragraphLook(pPr: Xml | undefined): ParagraphLook {
  if (!pPr) return {}
  const outline = val(pPr, 'w:outlineLvl')
  const numbering = child(pPr, 'w:numPr')
  const ilvl = val(numbering, 'w:ilvl')
  return {
    align: val(pPr, 'w:jc'),
    // Nine is "body text" (ISO 29500-1, 17.3.1.20).
    level: outline === undefined ? undefined : Number(outline) < 9 ? Number(outline) + 1 : 0,
    numId: val(numbering, 'w:numId'),
    ilvl: ilvl === undefined ? undefined : Number(ilvl),
    indent: indentOf(child(pPr, 'w:ind')),
    pageBreakBefore: toggle(pPr, 'w:pageBreakBefore'),
  }
}

/** Left edge of the first line, points (Word counts in twentieths). */
function indentOf(ind: Xml | undefined): number | undefined {
  if (!ind) return undefined
  const at = (name: string) => Number(ind.attributes[name] ?? 0) || 0
  const left = at('w:left') || at('w:start')
  return (left + at('w:firstLine') - at('w:hanging')) / 20
}
