import type { Fault } from '../../../domain/fault.ts'
import { parseDay, type Day } from '../../../domain/day.ts'
import type { Entry, Law, LegalDocument, Parameter, Reading } from '../model.ts'
import {
  documentsFileSchema,
  parameterFileSchema,
  setsFileSchema,
  unitsFileSchema,
  type ParameterFile,
} from '../model/file.ts'
import { checkParameter, type Known } from './check.ts'
import { openFile, type LawFile, type Opened } from './yaml-file.ts'

export type { LawFile } from './yaml-file.ts'

export interface LawRead {
  /** What could be read; to be used only where there are no faults. */
  readonly law: Law
  readonly faults: readonly Fault[]
}

/** Reads the folder `law/`: every fault of every file, each with its line and key. */
export function readLaw(files: readonly LawFile[]): LawRead {
  const faults: Fault[] = []
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const one = <T>(path: string, schema: Parameters<typeof openFile<T>>[1]) =>
    new Map(
      sorted
        .filter((file) => file.path === path)
        .flatMap((file) => Object.entries(openFile(file, schema, faults).value ?? {})),
    ) as Map<string, T extends Record<string, infer V> ? V : never>
  const sets = one('sets.yaml', setsFileSchema)
  const units = one('units.yaml', unitsFileSchema)
  const documents = readDocuments(sorted, faults)
  const parameters = new Map<string, Parameter>()
  for (const file of sorted.filter(({ path }) => isParameter(path))) {
    const opened = openFile(file, parameterFileSchema, faults)
    const known: Known = { sets, units, documents }
    const parameter = opened.value && readParameter(opened, opened.value, known)
    if (parameter) parameters.set(parameter.id, parameter)
  }
  return { law: { sets, units, documents, parameters }, faults }
}

/** Cases stand beside the values they test, and are read by their own reader. */
export const isCase = (path: string) => path.startsWith('cases/')
const isParameter = (path: string) => path.includes('/') && !path.startsWith('documents/') && !isCase(path)

function readDocuments(files: readonly LawFile[], faults: Fault[]): Map<string, LegalDocument> {
  const documents = new Map<string, LegalDocument>()
  const named: (() => void)[] = []
  for (const file of files.filter(({ path }) => path.startsWith('documents/'))) {
    const { value, complain } = openFile(file, documentsFileSchema, faults)
    for (const [id, { issued, from, to, text, ...rest }] of Object.entries(value ?? {})) {
      const days = { issued, from, to, text: text?.seen }
      for (const [key, day] of Object.entries(days))
        if (day !== null && day !== undefined && !parseDay(day)) complain('law-day', [id, key], { day })
      if (documents.has(id)) complain('law-key-twice', [id])
      documents.set(id, {
        ...rest,
        id,
        issued: issued as Day,
        text: text && { address: text.address, seen: text.seen as Day },
        from: from as Day,
        to: (to ?? null) as Day | null,
      })
      for (const key of ['amends', 'replaces'] as const)
        for (const [at, other] of (rest[key] ?? []).entries())
          named.push(
            () => documents.has(other) || complain('law-document', [id, key, at], { document: other }),
          )
    }
  }
  for (const look of named) look()
  return documents
}

function readParameter(opened: Opened<ParameterFile>, file: ParameterFile, known: Known): Parameter | null {
  const parameter: Parameter = {
    id: opened.file.path.replace(/\.yaml$/, ''),
    kind: file.kind,
    description: file.description,
    applies: file.applies,
    unit: file.kind === 'number' ? file.unit : null,
    bound: file.kind === 'number' ? (file.bound ?? null) : null,
    columns: file.kind === 'table' ? file.columns : {},
    key: file.kind === 'table' ? file.key : [],
    entries: Object.entries(file.values)
      .map(([from, entry]) => entryOf(from as Day, entry))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
  }
  return checkParameter(parameter, file, known, opened.complain) ? parameter : null
}

type FileEntry = ParameterFile['values'][string]

function entryOf(from: Day, { earlier = [], checked, ...now }: FileEntry): Entry {
  const before = (earlier as readonly (FileReading & { why: Reading['why'] })[]).map((one) =>
    readingOf(one, one.why),
  )
  return {
    from,
    readings: [...before, readingOf(now, null)],
    checked: checked ? { by: checked.by, on: checked.on as Day } : null,
  }
}

type FileReading = Pick<FileEntry, 'value' | 'certainty' | 'recorded' | 'reference' | 'lookUp' | 'note'>

function readingOf(file: FileReading, why: Reading['why']): Reading {
  const { value } = file
  return {
    state: value === null ? 'repealed' : value === 'unknown' ? value : 'value',
    value: value === 'unknown' ? null : value,
    certainty: file.certainty,
    recorded: file.recorded as Day,
    document: file.reference.document,
    article: file.reference.article ?? null,
    lookUp: file.lookUp ?? null,
    note: file.note ?? null,
    why,
  }
}
