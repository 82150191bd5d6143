import { parseDayText } from '../../../../domain/day-text.ts'
import type { Day } from '../../../../domain/day.ts'
import {
  changeKinds,
  type ChangeChoice,
  type ChangeKind,
  type ImportOptions,
} from '../../model/import/run.ts'

/** In place of a kind: issues of all kinds, in the order of the file. */
export const allKinds = 'tat-ca'

/** Issues and differences of one page. */
export const perPage = 50

export interface IssuesAsked {
  readonly code: string | undefined
  readonly open: boolean
  readonly after: number | undefined
}

/** `?ma=line-open&chua=1&sau=120`: what the address of the issues asks for. */
export function issuesAsked(query: URLSearchParams): IssuesAsked {
  const after = Number(query.get('sau') ?? '')
  const code = textIn(query, 'ma')
  return {
    code: code === allKinds ? undefined : code,
    open: query.get('chua') === '1',
    after: Number.isSafeInteger(after) && after > 0 ? after : undefined,
  }
}

export interface ChangesAsked {
  readonly kind: ChangeKind | undefined
  readonly open: boolean
  readonly after: string | undefined
}

/** `?loai=changed&chua=1&sau=…`: what the address of a review asks for. */
export function changesAsked(query: URLSearchParams): ChangesAsked {
  return {
    kind: changeKinds.find((kind) => kind === query.get('loai')),
    open: query.get('chua') === '1',
    after: textIn(query, 'sau'),
  }
}

const textIn = (query: URLSearchParams, name: string) => {
  const text = query.get(name)?.slice(0, 100) ?? ''
  return text === '' ? undefined : text
}

/** Which differences a button is about: `all`, a kind, or an entry. */
export function choiceOf(text: string): ChangeChoice | null {
  if (text === 'all') return { all: true }
  const kind = changeKinds.find((one) => text === `kind:${one}`)
  if (kind) return { kind }
  return text.startsWith('entry:') && text.length < 120 ? { entries: [text.slice(6)] } : null
}

/** What the form of a new import says beside its files. */
export function optionsOf(
  fields: ReadonlyMap<string, string>,
): { readonly options: ImportOptions } | { readonly badDay: string } {
  const text = (name: string) => fields.get(name)?.trim() ?? ''
  const written = text('tu-ngay')
  const from: Day | null = written === '' ? null : parseDayText(written)
  if (written !== '' && !from) return { badDay: written.slice(0, 40) }
  const [crs, mappingName] = [text('he'), text('anh-xa')]
  return {
    options: {
      ...(from && { from }),
      ...(crs !== '' && { crs }),
      ...(mappingName !== '' && { mappingName }),
    },
  }
}

/** 1,5 MB: a size as it is read. */
export function sizeText(bytes: number, format: (n: number) => string): string {
  const [kilo, mega] = [1024, 1024 * 1024]
  if (bytes < kilo) return `${format(bytes)} B`
  const [part, unit] = bytes < mega ? [bytes / kilo, 'KB'] : [bytes / mega, 'MB']
  return `${format(Math.round(part * 10) / 10)} ${unit}`
}
