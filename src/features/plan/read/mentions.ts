import { quantitiesIn, type Quantity } from './quantities.ts'
import { classesIn, universalsIn, type ClassMention, type UniversalMention } from './standards.ts'

export type Mention =
  | { readonly kind: 'figure'; readonly start: number; readonly end: number; readonly figure: Quantity }
  | { readonly kind: 'class'; readonly start: number; readonly end: number; readonly standard: ClassMention }
  | {
      readonly kind: 'universal'
      readonly start: number
      readonly end: number
      readonly service: UniversalMention
    }

export function mentionsIn(text: string): Mention[] {
  const classes = classesIn(text).map((standard) => ({
    kind: 'class' as const,
    start: standard.start,
    end: standard.end,
    standard,
  }))
  const services = universalsIn(text).map((service) => ({
    kind: 'universal' as const,
    start: service.start,
    end: service.end,
    service,
  }))
  const figures = quantitiesIn(text).map((figure) => ({
    kind: 'figure' as const,
    start: figure.start,
    end: figure.end,
    figure,
  }))
  const standards = [...services, ...classes].filter((each) => !counted(text, figures, each.start))
  const free = figures.filter(
    (figure) => !standards.some((each) => each.start <= figure.start && figure.end <= each.end),
  )
  return [...standards, ...free].sort((a, b) => a.start - b.start)
}

/** "100 % đô thị đạt chuẩn đô thị loại V" counts towns: the class belongs to the name of what is counted. */
function counted(text: string, figures: readonly { start: number; end: number }[], start: number): boolean {
  const before = figures.findLast((figure) => figure.end <= start)
  // "45/59 tiêu chuẩn đô thị loại IV": so many of its standards.
  if (before && /\d\s*\/\s*\d+\s*$/u.test(text.slice(before.start, start))) return true
  return (
    before !== undefined &&
    !/[,;.:(]|\s(?:và|đến|vào)\s/.test(text.slice(before.end, start)) &&
    /\p{L}/u.test(text.slice(before.end, start))
  )
}
