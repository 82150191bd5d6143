import { Strand } from '../../../domain/strand.ts'
import type { DocumentHead } from '../model.ts'

export interface Horizon {
  readonly horizon: DocumentHead['horizon']
  readonly at: [number, number][]
}

const period =
  /(?:giai đoạn|thời kỳ|nhiệm kỳ|các năm|từ năm|năm)\s+(\d{4})\s*(?:[-–—]|đến(?:\s+năm)?)\s*(\d{4})/iu
const until = /(?<!tầm nhìn\s)(?<!hướng\s)đến\s+(?:hết\s+)?(?:năm\s+)?(\d{4})/iu
const vision = /(?:tầm nhìn|định hướng)\s+(?:đến\s+)?(?:năm\s+)?(\d{4})/iu
const oneYear = /(?<!đến\s)(?<!nhìn\s)(?<!\d\s)năm\s+(\d{4})(?!\s*[-–])/iu

/** The years a document is made for, from its title or, where that names none, its opening. */
export function horizonOf(title: Strand | null, opening: readonly Strand[]): Horizon | null {
  for (const [index, strand] of [title, ...opening].entries()) {
    const found = strand && inStrand(strand, index === 0)
    if (found) return found
  }
  return null
}

function inStrand(strand: Strand, isTitle: boolean): Horizon | null {
  const range = strand.match(period)
  const end = strand.match(until)
  const view = strand.match(vision)
  const single = !range && !end && isTitle ? strand.match(oneYear) : null
  const used = [range ?? single ?? end, view].map((match) => match?.[0]).filter((each) => each !== undefined)
  if (used.length === 0) return null
  const year = (part: Strand | undefined): number | null => (part ? Number(part.text) : null)
  return {
    horizon: {
      from: year(range?.[1] ?? single?.[1]),
      to: year(range?.[2] ?? single?.[1] ?? end?.[1]),
      vision: year(view?.[1]),
    },
    at: Strand.join(used).at(),
  }
}
