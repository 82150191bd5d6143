import { DatabaseSync } from 'node:sqlite'
import type { GeometryType } from '../../../../domain/geometry/index.ts'
import { geometryTypes } from '../../../../domain/geometry/index.ts'
import type { Crs, MapField } from '../model.ts'
import { typeOfColumn, type Cell } from './columns.ts'

export interface GpkgTable {
  readonly name: string
  readonly key: string | null
  readonly geometry: string | null
  readonly kinds: readonly GeometryType[]
  readonly crs: Crs
  readonly fields: readonly MapField[]
  readonly box: readonly [number, number, number, number] | null
  readonly count: number
}

interface Row {
  readonly fid: string
  readonly geometry: Uint8Array | null
  readonly cells: readonly Cell[]
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** A GeoPackage (OGC 12-128): a file format that happens to be SQLite, opened for reading only. */
export class Gpkg implements Disposable {
  private readonly db: DatabaseSync

  constructor(path: string) {
    this.db = new DatabaseSync(path, { readOnly: true, allowExtension: false })
    // The file is not ours: what it defines must not call functions with effects, nor hide a broken page.
    this.db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON')
  }

  /** Tables of features, and those of attributes alone. */
  tables(): GpkgTable[] {
    const contents = this.all(
      `SELECT c.table_name, c.data_type, c.min_x, c.min_y, c.max_x, c.max_y, g.column_name, g.geometry_type_name, g.srs_id
       FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
       WHERE c.data_type IN ('features', 'attributes') ORDER BY c.rowid`,
    )
    return contents.map((row) => this.table(row))
  }

  /** Rows in the order of their key. `raw` hands text over as bytes, for files whose text is no UTF-8. */
  *rows(table: GpkgTable, raw: boolean): Generator<Row> {
    const cell = ({ name, type }: MapField) =>
      raw && type === 'text' ? `CAST(${quoted(name)} AS BLOB)` : quoted(name)
    const [key, geometry] = [table.key, table.geometry].map((name) => (name === null ? 'NULL' : quoted(name)))
    const list = [key, geometry, ...table.fields.map(cell)].join(', ')
    const order = table.key === null ? '' : ` ORDER BY ${quoted(table.key)}`
    const statement = this.db.prepare(`SELECT ${list} FROM ${quoted(table.name)}${order}`)
    statement.setReadBigInts(true)
    statement.setReturnArrays(true)
    let number = 0
    for (const row of statement.iterate()) {
      number += 1
      const [fid, place, ...cells] = row as unknown as Cell[]
      yield {
        fid: String(fid ?? number),
        geometry: place instanceof Uint8Array ? place : null,
        cells,
      }
    }
  }

  [Symbol.dispose](): void {
    this.db.close()
  }

  private table(row: Record<string, Cell>): GpkgTable {
    const name = String(row['table_name'])
    const geometry = typeof row['column_name'] === 'string' ? row['column_name'] : null
    const info = this.all(`PRAGMA table_info(${quoted(name)})`)
    const key = info.find((column) => Number(column['pk']) === 1)
    const mimes = this.mimes(name)
    const fields = info
      .filter((column) => column !== key && column['name'] !== geometry)
      .map((column): MapField => {
        const field = String(column['name'])
        return { name: field, type: typeOfColumn(String(column['type']), mimes.get(field)) }
      })
    const box = ['min_x', 'min_y', 'max_x', 'max_y'].map((side) => row[side])
    return {
      name,
      key: key ? String(key['name']) : null,
      geometry,
      kinds: kindsOf(String(row['geometry_type_name'])),
      crs: this.crs(row['srs_id']),
      fields,
      box: box.every((side) => typeof side === 'number') ? [box[0]!, box[1]!, box[2]!, box[3]!] : null,
      count: Number(this.all(`SELECT count(*) AS n FROM ${quoted(name)}`)[0]?.['n']),
    }
  }

  private mimes(table: string): Map<string, string> {
    const has = this.all(`SELECT 1 FROM sqlite_master WHERE name = 'gpkg_data_columns'`).length > 0
    const rows = has
      ? this.all(
          'SELECT column_name, mime_type FROM gpkg_data_columns WHERE lower(table_name) = lower(?)',
          table,
        )
      : []
    return new Map(rows.map((row) => [String(row['column_name']), String(row['mime_type'])]))
  }

  /** -1 and 0 are the standard's own "undefined" plane and sphere. */
  private crs(id: Cell | undefined): Crs {
    const [row] = this.all('SELECT * FROM gpkg_spatial_ref_sys WHERE srs_id = ?', id ?? null)
    const [wkt, code] = [String(row?.['definition_12_063'] ?? ''), Number(row?.['organization_coordsys_id'])]
    const definition = wkt === '' || wkt === 'undefined' ? String(row?.['definition'] ?? '') : wkt
    if (!row || Number(id) <= 0 || definition === 'undefined' || definition === '') return { kind: 'none' }
    const epsg = /^epsg$/i.test(String(row['organization'])) && code > 0 ? code : null
    return { kind: 'known', name: String(row['srs_name']), epsg, wkt: definition }
  }

  private all(
    sql: string,
    ...values: (string | number | bigint | Uint8Array | null)[]
  ): Record<string, Cell>[] {
    return this.db.prepare(sql).all(...values)
  }
}

function kindsOf(declared: string): GeometryType[] {
  return geometryTypes.filter((kind) => kind.toUpperCase() === declared.toUpperCase())
}
