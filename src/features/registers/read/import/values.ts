import type { PropertyValue } from '../../../../platform/formats/map/index.ts'
import type { Code, Field } from '../../model/definition.ts'
import type { Property } from '../../model/entry.ts'
import type { IssueParams } from '../../model/import/issue.ts'
import type { ColumnMapping } from '../../model/import/mapping.ts'
import { readBoolean, readDay, readNumber } from '../../rules/import/number.ts'
import { codesOf } from '../../rules/entry.ts'
import type { ImportContext } from './context.ts'
import { cellText } from './profile.ts'
import type { Texts } from './texts.ts'

/** A column with the field it fills, ready to read cell after cell. */
export interface ColumnReader {
  readonly mapping: ColumnMapping
  readonly field: Field
  /** Codes by their capitals; null for what is no code, and where the law's list is not read. */
  readonly codes: ReadonlyMap<string, string> | null
}

export interface CellIssue {
  readonly code:
    | 'value-type'
    | 'value-range'
    | 'value-length'
    | 'value-unread'
    | 'unknown-code'
    | 'unverified-code'
  readonly params: IssueParams
}

export interface CellReading {
  /** Undefined where the cell is empty or cannot be read. */
  readonly value?: Property
  readonly issue?: CellIssue
}

export function columnReader(mapping: ColumnMapping, field: Field, { law, on }: ImportContext): ColumnReader {
  const list: readonly Code[] | null = field.codes ? codesOf(field.codes, law, on) : null
  return { mapping, field, codes: list && new Map(list.map(({ code }) => [code.toUpperCase(), code])) }
}

/** A cell as the field keeps it; what does not fit is told and never changed in silence. */
export function readCell(cell: PropertyValue | undefined, reader: ColumnReader, texts: Texts): CellReading {
  const text = cellText(cell)
  if (text === '') return {}
  switch (reader.field.type) {
    case 'number':
    case 'area':
    case 'integer':
      return numberOf(cell, text, reader)
    case 'day': {
      const day = readDay(text)
      return day ? { value: day } : wrong(reader, text)
    }
    case 'boolean': {
      const flag = typeof cell === 'boolean' ? cell : readBoolean(text)
      return flag === null ? wrong(reader, text) : { value: flag }
    }
    case 'code':
      return codeOfCell(texts.of(text).text, text, reader)
    case 'text': {
      const value = texts.of(text).text
      const { length = Infinity } = reader.field
      if (value.length <= length) return { value }
      return {
        value,
        issue: { code: 'value-length', params: { ...named(reader), length: value.length, most: length } },
      }
    }
  }
}

const named = ({ field }: ColumnReader) => ({ field: field.name })

function numberOf(cell: PropertyValue | undefined, text: string, reader: ColumnReader): CellReading {
  const { field, mapping } = reader
  const read =
    typeof cell === 'number'
      ? { kind: Number.isFinite(cell) ? ('number' as const) : ('none' as const), value: cell }
      : readNumber(text, mapping.decimals === null ? null : mapping.decimals === 'comma')
  if (read.kind === 'two')
    return {
      issue: {
        code: 'value-unread',
        params: { ...named(reader), found: text, readings: `${read.decimal}; ${read.thousands}` },
      },
    }
  if (read.kind === 'none') return wrong(reader, text)
  const value = mapping.factor === undefined ? read.value : read.value * mapping.factor
  if (field.type === 'integer' && !Number.isSafeInteger(value)) return wrong(reader, text)
  const { least = -Infinity, most = Infinity } = field
  if (value >= least && value <= most) return { value }
  const bound = (one: number) => (Number.isFinite(one) ? one : '…')
  return {
    value,
    issue: {
      code: 'value-range',
      params: { ...named(reader), found: value, least: bound(least), most: bound(most) },
    },
  }
}

function codeOfCell(read: string, text: string, reader: ColumnReader): CellReading {
  const { mapping, codes, field } = reader
  const given = mapping.codes?.[text] ?? read
  const known = codes?.get(given.toUpperCase())
  if (known !== undefined) return { value: known }
  // What the law holds is not whole: its codes are taken as given; those of a closed list are told as unknown.
  const code = field.codes?.kind === 'law' ? 'unverified-code' : 'unknown-code'
  const issue: CellIssue = { code, params: { ...named(reader), found: text } }
  return code === 'unverified-code' ? { value: given, issue } : { issue }
}

const typeNames = {
  number: { vi: 'số', en: 'a number' },
  integer: { vi: 'số nguyên', en: 'a whole number' },
  area: { vi: 'diện tích', en: 'an area' },
  day: { vi: 'ngày', en: 'a day' },
  boolean: { vi: 'có–không', en: 'yes or no' },
  code: { vi: 'mã', en: 'a code' },
  text: { vi: 'chữ', en: 'text' },
} as const

const wrong = (reader: ColumnReader, found: string): CellReading => ({
  issue: { code: 'value-type', params: { ...named(reader), found, type: typeNames[reader.field.type] } },
})
