import { decodeWkb } from '../../../../domain/geometry/index.ts'
import type { Definition } from '../../model/definition.ts'
import type { EntrySource, EntryValue } from '../../model/entry.ts'
import type { Day } from '../../../../domain/day.ts'
import type { Candidate } from '../../model/import/candidate.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import type { ImportFile } from '../../store/imports/files.ts'
import { entriesIn } from './kept.ts'
import type { ImportServices } from './services.ts'
import { candidateKey } from '../../read/import/index.ts'
import { entryValue, isWhole } from '../../rules/entry.ts'
import { entryId } from '../../store/write.ts'

/** What all entries of one file share. */
interface FileOrigin {
  readonly definition: Definition
  readonly stage: EntryValue['stage']
  /** Whose keys its entries have. */
  readonly source: string
  readonly name: string
  readonly sha256: string
  readonly operation: string | null
}

/** An entry as the file has it, ready for the record. */
export interface FileEntry {
  readonly id: string
  readonly sourceKey: string
  readonly value: EntryValue
}

function fileEntry(candidate: Candidate, origin: FileOrigin): FileEntry {
  const { sourceKey, copy, geometry, properties, accuracy } = candidate
  const { definition, stage, source } = origin
  return {
    id: entryId(definition.id, source, sourceKey, copy),
    sourceKey: candidateKey(candidate),
    value: entryValue(definition, {
      stage,
      status: null,
      ...(accuracy !== undefined && { accuracy }),
      source: sourceOf(candidate, origin),
      // A ring that does not close has no place on the map: what the file says stays in what was read of it.
      geometry: geometry !== null && isWhole(decodeWkb(geometry)) ? geometry : null,
      properties,
    }),
  }
}

function sourceOf({ origin, made, tolerance, note }: Candidate, file: FileOrigin): EntrySource {
  return {
    made,
    name: file.name,
    sha256: file.sha256,
    layer: origin.layer,
    feature: origin.fid,
    ...(file.operation !== null && { operation: file.operation }),
    ...(tolerance !== undefined && { tolerance }),
    ...(note !== undefined && { note }),
  }
}

/** The entries of a kept reading as a file of a source says them, in blocks: to be gone through as often as needed. */
export type FileEntries = () => AsyncIterable<readonly FileEntry[]>

export function fileEntries(
  { catalogue, files }: Pick<ImportServices, 'catalogue' | 'files'>,
  { register, name, sha256 }: ImportFile,
  { mapping, reading }: { readonly mapping: Mapping; readonly reading: string },
  source: string,
  from: Day,
): FileEntries {
  const definition = catalogue.find(register, from)
  const operations = new Map(mapping.layers.map(({ layer, crs }) => [layer, crs.operation]))
  const shared = { definition, stage: mapping.stage, source, name, sha256 }
  return async function* () {
    for await (const block of entriesIn(files, reading))
      yield block.map((one) =>
        fileEntry(one, { ...shared, operation: operations.get(one.origin.layer) ?? null }),
      )
  }
}
