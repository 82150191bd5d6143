import type { Definition } from '../../model/definition.ts'
import type { Properties, Property } from '../../model/entry.ts'
import type { Candidate } from '../../model/import/candidate.ts'
import { personalColumns, type PersonalColumn } from '../../rules/personal.ts'

/** An entry as it was read, before all are and its key is known. */
export type EntryBody = Omit<Candidate, 'sourceKey' | 'copy'>

/** Fields that entries lose, by their number in the file. */
export type Dropped = ReadonlyMap<string, ReadonlySet<number>>

interface Cells {
  readonly rows: number[]
  readonly values: Property[]
}

/**
 * Texts of all entries of a file: columns that look harmless by their name are looked at whole, and one cell with an
 * identity number is enough.
 */
export class TextCells {
  private readonly fields: readonly string[]
  private readonly cells = new Map<string, Cells>()

  constructor({ fields }: Pick<Definition, 'fields'>) {
    this.fields = fields.filter(({ type }) => type === 'text').map(({ key }) => key)
  }

  add(properties: Properties, row: number): void {
    for (const key of this.fields) {
      const value = properties[key]
      if (value === undefined) continue
      const cells = this.cells.get(key) ?? { rows: [], values: [] }
      cells.rows.push(row)
      cells.values.push(value)
      this.cells.set(key, cells)
    }
  }

  /** Fields whose content is personal, with the entries in which it is. The texts themselves are forgotten. */
  personal(): (Pick<PersonalColumn, 'what' | 'verdict'> & { key: string; rows: readonly number[] })[] {
    const found = [...this.cells].flatMap(([key, { rows, values }]) => {
      const [one] = personalColumns(
        [key],
        values.map((value) => ({ [key]: value })),
      )
      if (!one || one.by === 'name') return []
      const { what, verdict } = one
      return [
        { key, what, verdict, rows: verdict === 'refused' ? rows : one.rows.map((place) => rows[place]!) },
      ]
    })
    this.cells.clear()
    return found
  }
}

/** An entry without the fields that turned out to be personal. */
export function without(body: EntryBody, dropped: Dropped, index: number): EntryBody {
  const fields = [...dropped].flatMap(([field, rows]) => (rows.has(index) ? [field] : []))
  if (fields.length === 0) return body
  const left = Object.entries(body.properties).filter(([field]) => !fields.includes(field))
  return { ...body, properties: Object.fromEntries(left) }
}
