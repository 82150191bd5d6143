import { Fault } from '../../../../domain/fault.ts'
import type { Source } from '../source.ts'
import type { JsonContext } from '../geojson/source.ts'
export function openKml(context: JsonContext): Source {
  throw new Fault('map-unknown', { name: context.name, found: 'kml' })
}
