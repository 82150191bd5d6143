import type { Words } from '../../../domain/words.ts'
import type { Certainty } from '../../law/model.ts'
import type { CodesFile, DefinitionFile, FieldFile } from './definition-file.ts'

/** One code and what it means. */
export interface Code {
  readonly code: string
  readonly name: Words
}

/**
 * What a value may be: a closed list, or what tables of the law hold on a day. A table that dothi has not read
 * closes nothing: codes are then taken as given and shown as unverified.
 */
export type CodeList =
  | { readonly kind: 'codes'; readonly codes: readonly Code[] }
  | { readonly kind: 'law'; readonly tables: readonly LawTable[] }

export interface LawTable {
  readonly parameter: string
  /** Columns of the code and of its name. */
  readonly code: string
  readonly name?: string | undefined
}

export interface Field extends Omit<FieldFile, 'codes'> {
  readonly codes: CodeList | null
}

/** A register: a typed collection of map entries. */
export interface Definition extends Omit<DefinitionFile, 'fields' | 'statuses'> {
  readonly id: string
  readonly statuses: CodeList
  readonly fields: readonly Field[]
  /** The group of the national planning dossier that it was made from; null where it has a file of its own. */
  readonly group: string | null
}

export type { CodesFile, DefinitionFile, FieldFile }
export type { Certainty }

/** The field that says how much ground the shape covers; others (floors, land taken) say nothing of it. */
export const shapeArea = ({ fields }: Pick<Definition, 'fields'>): string | undefined =>
  fields.find(({ measures }) => measures === 'shape')?.key

/** How values of a field are kept in the record. */
export function holds({ type }: Pick<Field, 'type'>): 'text' | 'number' | 'flag' {
  if (type === 'boolean') return 'flag'
  return type === 'number' || type === 'integer' || type === 'area' ? 'number' : 'text'
}
