import type { ImportIssue, IssueMember, IssueParams } from '../../model/import/issue.ts'

/** Alike issues up to here are listed each by itself, with its own place and click. */
const each = 10
/** Features of one line at most: what a page and a row of the record can carry. */
const most = 10_000

type Values = { least: number; most: number } | string[]

interface Group {
  readonly head: ImportIssue
  /** The issues themselves, as long as they are few. */
  few: ImportIssue[]
  members: IssueMember[]
  keys: string[]
  values: Map<string, Values>
}

/**
 * Puts alike issues of single features together, however many come: one line with their number, every place and every
 * key, and the range of what differs. 3,774 lines of "lies outside" are read by nobody.
 */
export class Condenser {
  private readonly groups = new Map<string, Group>()
  private readonly full = new Map<Group, ImportIssue[]>()
  private readonly own: { readonly issue: ImportIssue | null; readonly group: Group | null }[] = []

  add(issues: Iterable<ImportIssue>): this {
    for (const issue of issues) this.one(issue)
    return this
  }

  /** All of them, in the order in which the first of each kind was found. */
  finish(): ImportIssue[] {
    return this.own.flatMap(({ issue, group }) => {
      if (issue) return [issue]
      return group ? [...(this.full.get(group) ?? []), ...rest(group)] : []
    })
  }

  private one(issue: ImportIssue): void {
    if (!isSingle(issue)) {
      this.own.push({ issue, group: null })
      return
    }
    const key = alike(issue)
    const known = this.groups.get(key)
    const group: Group = known ?? { head: issue, few: [], members: [], keys: [], values: new Map() }
    if (!known) {
      this.groups.set(key, group)
      this.own.push({ issue: null, group })
    }
    if (group.members.length === 0 && group.few.length < each) {
      group.few.push(issue)
      return
    }
    for (const before of group.few) join(group, before)
    group.few = []
    join(group, issue)
    if (group.members.length >= most) this.close(group)
  }

  private close(group: Group): void {
    this.full.set(group, [...(this.full.get(group) ?? []), together(group)])
    group.members = []
    group.keys = []
    group.values = new Map()
  }
}

/** About one feature, and not gathered already. */
const isSingle = ({ count, at, keys = [], members }: ImportIssue): boolean =>
  count === 1 &&
  members === undefined &&
  keys.length < 2 &&
  (at.fid !== undefined || at.position !== undefined)

/** What must agree: kind, layer, field, mend, and every reason in words. */
function alike({ code, at, params, mend, keys = [] }: ImportIssue): string {
  const words = Object.entries(params).filter(([, value]) => typeof value === 'object')
  return JSON.stringify([code, at.layer, at.cad, at.field, mend, words, keys.length])
}

function join(group: Group, { at, keys = [], params }: ImportIssue): void {
  const { fid, position, line } = at
  group.members.push({
    ...(fid !== undefined && { fid }),
    ...(position && { position }),
    ...(line && { line }),
  })
  group.keys.push(...keys)
  for (const [name, value] of Object.entries(params)) {
    const before = group.values.get(name)
    if (typeof value === 'number') {
      const range = before && !Array.isArray(before) ? before : { least: value, most: value }
      range.least = Math.min(range.least, value)
      range.most = Math.max(range.most, value)
      group.values.set(name, range)
    } else if (typeof value === 'string') {
      const texts = Array.isArray(before) ? before : []
      if (texts.length <= shown && !texts.includes(value)) texts.push(value)
      group.values.set(name, texts)
    }
  }
}

const rest = (group: Group): ImportIssue[] => (group.members.length > 0 ? [together(group)] : group.few)

/** Texts that are named of many. */
const shown = 3

function together({ head, members, keys, values }: Group): ImportIssue {
  const { layer, cad, field } = head.at
  const params: IssueParams = Object.fromEntries(
    Object.entries(head.params).map(([name, value]) => [name, spanned(values.get(name)) ?? value]),
  )
  const fids = members.slice(0, 20).flatMap(({ fid }) => fid ?? [])
  return {
    code: head.code,
    at: {
      ...(layer !== undefined && { layer }),
      ...(cad !== undefined && { cad }),
      ...(field !== undefined && { field }),
    },
    params,
    count: members.length,
    ...(fids.length > 0 && { fids }),
    ...(keys.length > 0 && { keys }),
    ...(head.mend && { mend: head.mend }),
    members,
  }
}

function spanned(values: Values | undefined): string | number | undefined {
  if (values === undefined) return undefined
  if (Array.isArray(values))
    return [...values.slice(0, shown), ...(values.length > shown ? ['…'] : [])].join(', ')
  return values.least === values.most ? values.least : `${values.least}–${values.most}`
}
