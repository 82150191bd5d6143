import type { FaultParams } from '../../../../domain/fault.ts'
import type { FaultCode } from '../../../../domain/faults.ts'
import type { MapBatch, MapBounds, MapEncoding, MapFormat, MapLayer } from '../model.ts'
import type { MapNote } from '../notes.ts'
import type { TableChoice } from '../table/model.ts'

/** What the server tells the reading process. */
export type Order =
  | {
      readonly kind: 'open'
      /** The file as it stands, its name for sentences, and the folder that the process may write to. */
      readonly input: string
      readonly name: string
      readonly folder: string
      readonly bounds: MapBounds
      readonly encoding?: string | undefined
      readonly tables: Readonly<Record<string, TableChoice>>
    }
  | { readonly kind: 'read'; readonly layers: readonly string[] | null }
  /** The batch is dealt with: the next one may come. */
  | { readonly kind: 'more' }
  | { readonly kind: 'stop' }

/** What it answers. */
export type Answer =
  | {
      readonly kind: 'opened'
      readonly format: MapFormat
      readonly layers: readonly MapLayer[]
      readonly encoding: MapEncoding
      readonly notes: readonly MapNote[]
    }
  | { readonly kind: 'batch'; readonly batch: MapBatch }
  | { readonly kind: 'end'; readonly notes: readonly MapNote[]; readonly peakMb: number }
  | { readonly kind: 'fault'; readonly code: FaultCode; readonly params: FaultParams }

/** Ends the process when it wants more memory than it was given; the server reads it as that. */
export const memoryExit = 77

/** Name of the file by which the process says that its memory was the reason, where it cannot choose how it ends. */
export const memoryWord = 'out-of-memory'
