import { sql } from 'kysely'
import { towgs84, type Operation, type Plane } from '../../../../domain/plane.ts'
import type { Db } from '../../../../platform/db/index.ts'

/** Enters the planes that the installed PostGIS does not know, where this user may; what it knows is left as it is. */
export async function enterPlanes(db: Db, planes: readonly Plane[], operation: Operation): Promise<void> {
  const may = await sql<{ may: boolean }>`
    select has_table_privilege('spatial_ref_sys', 'insert') as may`.execute(db)
  if (!may.rows[0]?.may) return
  for (const plane of planes)
    if (plane.epsg !== null)
      await sql`insert into spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
        values (${plane.epsg}, 'EPSG', ${plane.epsg}, ${wkt(plane, operation)}, ${proj(plane, operation)})
        on conflict (srid) do nothing`.execute(db)
}

/** The first form of WKT, which PostGIS holds. */
function wkt({ name, grid, epsg }: Plane, operation: Operation): string {
  const datum = `DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],TOWGS84[${towgs84(operation).join(',')}],AUTHORITY["EPSG","6756"]]`
  const degrees = `GEOGCS["VN-2000",${datum},PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4756"]]`
  const numbers = [
    ['latitude_of_origin', 0],
    ['central_meridian', grid.meridian],
    ['scale_factor', grid.scale],
    ['false_easting', grid.falseEasting],
    ['false_northing', grid.falseNorthing],
  ].map(([key, value]) => `PARAMETER["${key}",${value}]`)
  return `PROJCS["${name.en}",${degrees},PROJECTION["Transverse_Mercator"],${numbers.join(',')},UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","${epsg}"]]`
}

const proj = ({ grid }: Plane, operation: Operation) =>
  `+proj=tmerc +lat_0=0 +lon_0=${grid.meridian} +k=${grid.scale} +x_0=${grid.falseEasting} +y_0=${grid.falseNorthing} +ellps=WGS84 +towgs84=${towgs84(operation).join(',')} +units=m +no_defs`
