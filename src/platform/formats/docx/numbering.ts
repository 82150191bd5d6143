import { child, children, type Xml } from '../xml.ts'
import { toggle, val } from './package.ts'
import { bulletSign, formatNumber } from './number-format.ts'

interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  readonly suffix: string
  readonly legal: boolean
  /** After which level it starts again (1-based); 0 never; undefined after any higher one. */
  readonly restart: number | undefined
  readonly style: string | undefined
}

interface List {
  readonly abstract: string
  readonly levels: ReadonlyMap<number, Level>
  readonly startOverrides: ReadonlyMap<number, number>
}

const deepest = 8

/** Counts a document's automatic numbers in reading order and writes them as Word shows them. */
export class Numbering {
  readonly #lists = new Map<string, List>()
  /** Lists of one abstract definition share their counters, as they do in Word. */
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(xml: Xml | undefined) {
    const abstracts = new Map(
      children(xml, 'w:abstractNum').map((a) => [a.attributes['w:abstractNumId'] ?? '', a]),
    )
    for (const num of children(xml, 'w:num'))
      this.#lists.set(num.attributes['w:numId'] ?? '', listOf(num, abstracts))
  }

  /** The level to which a list ties a paragraph style. */
  levelOfStyle(numId: string, style: string): number | undefined {
    return [...(this.#lists.get(numId)?.levels ?? [])].find(([, level]) => level.style === style)?.[0]
  }

  /** The next number of a list at a level, with what stands between it and the text; '' for none. */
  next(numId: string, ilvl: number): string {
    const list = this.#lists.get(numId)
    const level = list?.levels.get(ilvl)
    if (!list || !level || ilvl > deepest) return ''
    const counters = this.#counters.get(list.abstract) ?? []
    this.#counters.set(list.abstract, counters)
    this.#count(list, numId, ilvl, counters)
    const label = written(list, ilvl, counters)
    return label === '' ? '' : label + (level.suffix === 'nothing' ? '' : ' ')
  }

  #count(list: List, numId: string, ilvl: number, counters: (number | undefined)[]): void {
    const start = list.levels.get(ilvl)?.start ?? 1
    const override = list.startOverrides.get(ilvl)
    const key = `${numId}/${ilvl}`
    if (override !== undefined && !this.#begun.has(key)) counters[ilvl] = override
    else counters[ilvl] = (counters[ilvl] ?? start - 1) + 1
    this.#begun.add(key)
    for (let upper = 0; upper < ilvl; upper++) counters[upper] ??= list.levels.get(upper)?.start ?? 1
    for (let lower = ilvl + 1; lower <= deepest; lower++) {
      const restart = list.levels.get(lower)?.restart
      if (restart === undefined || (restart > 0 && ilvl < restart)) counters[lower] = undefined
    }
  }
}

function written(list: List, ilvl: number, counters: readonly (number | undefined)[]): string {
  const level = list.levels.get(ilvl)
  if (!level || level.format === 'none') return level?.text.replaceAll(/%\d/g, '').trim() ?? ''
  if (level.format === 'bullet') return bulletSign(level.text)
  return level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const other = list.levels.get(at)
    return formatNumber(
      counters[at] ?? other?.start ?? 1,
      level.legal ? 'decimal' : (other?.format ?? 'decimal'),
    )
  })
}

function listOf(num: Xml, abstracts: ReadonlyMap<string, Xml>): List {
  const id = val(num, 'w:abstractNumId') ?? ''
  const levels = new Map(children(linked(abstracts.get(id), abstracts), 'w:lvl').map(levelOf))
  const startOverrides = new Map<number, number>()
  for (const override of children(num, 'w:lvlOverride')) {
    const ilvl = Number(override.attributes['w:ilvl'] ?? 0)
    const own = child(override, 'w:lvl')
    if (own) levels.set(ilvl, levelOf(own)[1])
    const start = val(override, 'w:startOverride')
    if (start !== undefined) startOverrides.set(ilvl, Number(start) || 0)
  }
  return { abstract: id, levels, startOverrides }
}

/** A definition that only names a numbering style takes its levels from the one that defines the style. */
function linked(abstract: Xml | undefined, abstracts: ReadonlyMap<string, Xml>): Xml | undefined {
  const style = val(abstract, 'w:numStyleLink')
  if (style === undefined) return abstract
  return [...abstracts.values()].find((other) => val(other, 'w:styleLink') === style) ?? abstract
}

function levelOf(lvl: Xml): [number, Level] {
  const restart = val(lvl, 'w:lvlRestart')
  return [
    Number(lvl.attributes['w:ilvl'] ?? 0),
    {
      start: Number(val(lvl, 'w:start') ?? 0) || 0,
      format: val(lvl, 'w:numFmt') ?? 'decimal',
      text: val(lvl, 'w:lvlText') ?? '',
      suffix: val(lvl, 'w:suff') ?? 'tab',
      legal: toggle(lvl, 'w:isLgl') ?? false,
      restart: restart === undefined ? undefined : Number(restart),
      style: val(lvl, 'w:pStyle'),
    },
  ]
}
