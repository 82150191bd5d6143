import type { ImportIssue, IssuePlace } from '../../model/import/issue.ts'
import type { LeftOut, Origin } from '../../model/import/candidate.ts'

const mostListed = 20

interface Gathered {
  readonly issue: ImportIssue
  count: number
  readonly fids: string[]
  readonly entries: number[]
}

/** Collects issues while a file is read: alike ones together, with how many features they are about. */
export class Gatherer {
  private readonly issues = new Map<string, Gathered>()
  private readonly left = new Map<
    string,
    { left: Omit<LeftOut, 'count' | 'fids'>; count: number; fids: string[] }
  >()

  /** `together`: all of the same words in one issue; else one for each feature. */
  add(
    issue: Omit<ImportIssue, 'count'>,
    origin: Origin | null,
    entry: number | null,
    together = false,
  ): void {
    const own = together ? '' : `${origin?.layer}/${origin?.fid}`
    const key = JSON.stringify([issue.code, issue.at.layer, issue.at.cad, issue.at.field, issue.params, own])
    const before = this.issues.get(key)
    const at: IssuePlace =
      together || !origin ? issue.at : { ...issue.at, layer: origin.layer, fid: origin.fid }
    const gathered = before ?? { issue: { ...issue, at, count: 0 }, count: 0, fids: [], entries: [] }
    gathered.count++
    if (origin && gathered.fids.length < mostListed) gathered.fids.push(origin.fid)
    if (entry !== null) gathered.entries.push(entry)
    if (!before) this.issues.set(key, gathered)
  }

  leave(code: LeftOut['code'], { layer, cad, fid }: Origin): void {
    const key = JSON.stringify([code, layer, cad])
    const before = this.left.get(key) ?? { left: { code, layer, cad }, count: 0, fids: [] }
    before.count++
    if (before.fids.length < mostListed) before.fids.push(fid)
    this.left.set(key, before)
  }

  leftOut(): LeftOut[] {
    return [...this.left.values()].map(({ left, count, fids }) => ({ ...left, count, fids }))
  }

  /** `keyOf`: the source key of an entry, which is only known when all are read. */
  finish(keyOf: (entry: number) => string): ImportIssue[] {
    return [...this.issues.values()].map(({ issue, count, fids, entries }) => ({
      ...issue,
      count,
      params:
        'number' in issue.params || grouped.has(issue.code)
          ? { ...issue.params, number: count }
          : issue.params,
      ...(fids.length > 0 && { fids }),
      ...(entries.length > 0 && { keys: entries.map(keyOf) }),
    }))
  }
}

const grouped = new Set<ImportIssue['code']>([
  'value-missing',
  'unknown-code',
  'unverified-code',
  'code-asked',
  'code-none',
  'group-unmapped',
  'left-out',
  'lines-kept',
  'layer-hidden',
])
