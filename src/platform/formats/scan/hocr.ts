import { parseHtml } from '../html/tree.ts'
import type { Item } from '../layout/model.ts'
import { isElement, textOf, type Xml } from '../xml.ts'

/** A page as Tesseract read it: words with their places, in points of a page as long as A4. */
export interface ScannedPage {
  readonly width: number
  readonly height: number
  /** Points a pixel. */
  readonly scale: number
  readonly items: readonly Item[]
}

/** The longer side of A4, points: pictures do not say how large the paper was. */
const longSide = 842
/** Below this confidence (0–100) a word is a doubt. On clean scans nine words in ten reach 90. */
const sureFrom = 70

/** Reads Tesseract's hOCR; lines carry baseline and letter height, words their confidence. */
export function readHocr(hocr: string, name: string): ScannedPage {
  const root = parseHtml(hocr, name)
  const page = [...named(root, /\bocr_page\b/)][0]
  const [, , right = 1, bottom = 1] = values(page, 'bbox')
  const scale = longSide / Math.max(right, bottom)
  const lines = page ? [...named(page, /\bocr_(line|header|caption|textfloat)\b/)] : []
  return {
    width: right * scale,
    height: bottom * scale,
    scale,
    items: lines.flatMap((line) => words(line, scale)),
  }
}

function words(line: Xml, scale: number): Item[] {
  const [left = 0, top = 0, , bottom = 0] = values(line, 'bbox')
  const [slope = 0, offset = 0] = values(line, 'baseline')
  const [size = bottom - top] = values(line, 'x_size')
  return [...named(line, /\bocrx_word\b/)].flatMap((word) => {
    const [x1 = 0, , x2 = 0] = values(word, 'bbox')
    const text = textOf(word).trim()
    // Rules of tables are read as bars and dashes.
    if (/^[|_¦—=~]*$/.test(text)) return []
    const y = bottom + offset + slope * (x1 - left)
    return [
      {
        text,
        x: x1 * scale,
        y: y * scale,
        width: (x2 - x1) * scale,
        size: size * scale * 0.8,
        bold: false,
        italic: false,
        doubtful: (values(word, 'x_wconf')[0] ?? 0) < sureFrom,
      },
    ]
  })
}

/** A property of hOCR, kept in the `title`: `bbox 10 20 30 40; x_wconf 93`. */
function values(node: Xml | undefined, property: string): number[] {
  const found = node?.attributes['title']?.split(';').find((part) => part.trim().startsWith(`${property} `))
  return found?.trim().split(/\s+/).slice(1).map(Number) ?? []
}

function* named(node: Xml, type: RegExp): Generator<Xml> {
  for (const part of node.children) {
    if (!isElement(part)) continue
    if (type.test(part.attributes['class'] ?? '')) yield part
    else yield* named(part, type)
  }
}
