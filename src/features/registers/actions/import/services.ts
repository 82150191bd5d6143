import type { TownRecord } from '../../../../platform/db/index.ts'
import type { MapBounds } from '../../../../platform/formats/map/index.ts'
import type { GeometryEngine } from '../../../../platform/geometry/index.ts'
import type { Objects } from '../../../../platform/files/index.ts'
import type { TownPlace } from '../../model/import/place.ts'
import type { Catalogue } from '../../rules/catalogue.ts'
import type { Day } from '../../../../domain/day.ts'

/** What importing maps stands on; composed once by the app. */
export interface ImportServices {
  readonly record: TownRecord
  readonly catalogue: Catalogue
  readonly today: () => Day
  /** Bytes of files, and of what was read of them. */
  readonly files: Pick<Objects, 'keep' | 'path' | 'has' | 'remove'>
  readonly geometry: GeometryEngine
  /** How much of a file is read, where it is not what dothi ships. */
  readonly bounds?: Partial<MapBounds> | undefined
  /** Where the town lies on a day, and in which plane its record is. */
  readonly place: (on: Day) => Promise<TownPlace>
}
