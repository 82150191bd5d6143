import { rightHanded, type Geometry } from '../../src/domain/geometry/index.ts'

/** Stands in the file, in its name of a source and in the remark of every entry. */
export const notice = 'DỮ LIỆU MINH HỌA'

/** The plane that every file is drawn in, and its name for other programs. */
export const plane = { id: 'vn2000-tm3-108-00', crs: 'urn:ogc:def:crs:EPSG::5898' }

/** An entry as a file holds it. */
export interface Drawn {
  readonly geometry: Geometry | null
  readonly properties: Readonly<Record<string, string | number | boolean>>
  readonly stage?: 'existing' | 'planned'
  readonly status?: string
  /** First day it holds, where it is not the register's. */
  readonly from?: string
}

/** What holds for all entries of a register that say nothing else. */
export interface Common {
  readonly stage: 'existing' | 'planned'
  readonly status: string
  readonly from: string
}

export interface DrawnRegister {
  readonly common: Common
  readonly entries: readonly Drawn[]
}

/** GeoJSON in the plane, one entry a line, so that a change of the script is read as a change of lines. */
export function fileOf(name: string, { common, entries }: DrawnRegister): string {
  const head = {
    type: 'FeatureCollection',
    name,
    notice,
    plane: plane.id,
    crs: { type: 'name', properties: { name: plane.crs } },
    ...common,
  }
  const lines = entries.map(({ geometry, properties, ...own }, index) =>
    JSON.stringify({
      type: 'Feature',
      id: String(index + 1),
      ...own,
      properties,
      geometry: geometry && rightHanded(geometry),
    }),
  )
  return `${JSON.stringify(head).slice(0, -1)},"features":[\n${lines.join(',\n')}\n]}\n`
}
