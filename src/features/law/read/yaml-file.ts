import { isMap, isNode, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { Fault, type FaultParams } from '../../../domain/fault.ts'
import type { FaultCode } from '../../../domain/faults.ts'

/** A file of `law/`: its path from there, with `/`, and its text. */
export interface LawFile {
  readonly path: string
  readonly text: string
  /** What the text says, where that is known already: reading YAML takes longer than all else of a start. */
  readonly value?: unknown
}

/** What a YAML text says; undefined where something of its form is wrong, which `openFile` then tells. */
export function yamlValue(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: true })
  return document.errors.length > 0 ? undefined : document.toJS()
}

type Path = readonly (string | number)[]

/** Something wrong at a key of a file, told with its line. */
export type Complain = (code: FaultCode, path: Path, params?: FaultParams) => void

export interface Opened<T> {
  readonly file: LawFile
  /** Absent where the file could not be read as what it should be; `faults` then says why. */
  readonly value: T | null
  readonly complain: Complain
}

/** Whose files these are, and by which codes a refusal is known. */
export interface FolderVoice {
  readonly folder: string
  readonly yaml: FaultCode
  readonly missing: FaultCode
  readonly unknown: FaultCode
  readonly twice: FaultCode
  /** Two values of one day. */
  readonly dayTwice: FaultCode
  readonly certainty: FaultCode
  readonly value: FaultCode
}

const lawVoice: FolderVoice = {
  folder: 'law',
  yaml: 'law-yaml',
  missing: 'law-key-missing',
  unknown: 'law-key-unknown',
  twice: 'law-key-twice',
  dayTwice: 'law-day-twice',
  certainty: 'law-certainty',
  value: 'law-value',
}

/** Reads one YAML file of a folder by its schema; whatever is wrong is told to `faults` with file, line and key. */
export function openFile<T>(
  file: LawFile,
  schema: z.ZodType<T>,
  faults: Fault[],
  voice = lawVoice,
): Opened<T> {
  const known = file.value === undefined ? null : schema.safeParse(file.value)
  if (known?.success) {
    const complain: Complain = (...what) =>
      openFile({ ...file, value: undefined }, schema, faults, voice).complain(...what)
    return { file, value: known.data, complain }
  }
  const lines = new LineCounter()
  const document = parseDocument(file.text, { uniqueKeys: true, lineCounter: lines })
  const tell = (code: FaultCode, line: number, key: string, params: FaultParams = {}) =>
    void faults.push(new Fault(code, { file: `${voice.folder}/${file.path}`, line, key, ...params }))
  const complain: Complain = (code, path, params) =>
    tell(code, lineOf(document, lines, path), keyOf(path), params)
  for (const error of document.errors) tell(...ofSyntax(error, file.text, lines, voice))
  if (document.errors.length > 0) return { file, value: null, complain }
  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return { file, value: parsed.data, complain }
  for (const issue of parsed.error.issues.flatMap(innermost)) ofIssue(issue, complain, voice)
  return { file, value: null, complain }
}

/** Of the branches of a union, the faults of the one that came nearest. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const nearest = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0] ?? []
  return nearest.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }))
}

const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(0, ...issues.map(({ path }) => path.length))

function ofIssue(issue: z.core.$ZodIssue, complain: Complain, voice: FolderVoice): void {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const key = path.at(-1)
  if (issue.code === 'unrecognized_keys')
    for (const extra of issue.keys) complain(voice.unknown, [...path, extra])
  else if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    complain(voice.missing, path)
  else if (key === 'certainty') complain(voice.certainty, path)
  else complain(voice.value, path, { why: issue.message })
}

/** A key said twice; below `values` that is a second value of one day. */
function ofSyntax(
  error: YAMLError,
  text: string,
  lines: LineCounter,
  voice: FolderVoice,
): [FaultCode, number, string, FaultParams] {
  const [start] = error.pos
  const key = /^['"]?([^'":\n]*)/.exec(text.slice(start))?.[1]?.trim() ?? ''
  const { line } = lines.linePos(start)
  if (error.code !== 'DUPLICATE_KEY')
    return [voice.yaml, line, key, { why: error.message.split('\n')[0] ?? '' }]
  return [/^\d{4}-\d{2}-\d{2}$/.test(key) ? voice.dayTwice : voice.twice, line, key, {}]
}

/** The line of a key, or of what should have held it. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const start = startOf(document, path.slice(0, length))
    if (start !== undefined) return lines.linePos(start).line
  }
  return 1
}

function startOf(document: Document, path: Path): number | undefined {
  const holder = path.length === 0 ? document.contents : document.getIn(path.slice(0, -1), true)
  const pair = isMap(holder) ? holder.items.find(({ key }) => String(key) === String(path.at(-1))) : undefined
  if (pair && isNode(pair.key)) return pair.key.range?.[0]
  const node = document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
}

const keyOf = (path: Path) => path.join('.') || '–'
