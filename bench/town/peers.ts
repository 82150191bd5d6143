import { DatabaseSync } from 'node:sqlite'
import type pg from 'pg'
import { readShapes } from './town-file.ts'
import { boxAround, propertiesOf, type RegisterName } from './entries.ts'

/** A table without history, rights or audit: what a GIS desk loads a layer into. Entries a second, all indexes made. */
export async function loadPostgis(client: pg.Client, register: RegisterName, file: string): Promise<number> {
  const name = register.replaceAll('-', '_')
  await client.query(`create table ${name} (id text primary key, properties text not null, geom geometry)`)
  await client.query(`create index on ${name} using gist (geom)`)
  const began = performance.now()
  let count = 0
  for await (const shapes of readShapes(file, 5_000)) {
    const ids = shapes.map((_, i) => String(count + i + 1))
    const said = shapes.map((_, i) => JSON.stringify(propertiesOf(register, count + i + 1)))
    await client.query(
      `insert into ${name} select id, properties, ST_GeomFromWKB(wkb)
       from unnest($1::text[], $2::text[], $3::bytea[]) as given(id, properties, wkb)`,
      [ids, said, shapes.map((wkb) => Buffer.from(wkb))],
    )
    count += shapes.length
  }
  const perSecond = (count * 1000) / (performance.now() - began)
  await client.query(`vacuum analyze ${name}`)
  return perSecond
}

/** The same in one file: a table, and an R*Tree by its rowid, as a GeoPackage has it. */
export async function loadSqlite(path: string, file: string): Promise<number> {
  const db = new DatabaseSync(path)
  try {
    db.exec(`pragma journal_mode = wal; pragma synchronous = full;
      create table entry (fid integer primary key, id text unique not null, properties text not null, geom blob);
      create virtual table place using rtree (fid, min_x, max_x, min_y, max_y)`)
    const insert = db.prepare('insert into entry values (?, ?, ?, ?)')
    const put = db.prepare('insert into place values (?, ?, ?, ?, ?)')
    const began = performance.now()
    let count = 0
    for await (const shapes of readShapes(file, 5_000)) {
      db.exec('begin')
      for (const wkb of shapes) {
        count++
        const [west, south, east, north] = boxAround(wkb)
        insert.run(count, String(count), JSON.stringify(propertiesOf('parcels', count)), wkb)
        put.run(count, west, east, south, north)
      }
      db.exec('commit')
    }
    return (count * 1000) / (performance.now() - began)
  } finally {
    db.close()
  }
}
