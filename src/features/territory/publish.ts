import { canonicalJson, type Json } from '../../domain/canonical-json.ts'
import type { Version } from '../../domain/as-of.ts'
import { addAssets, pageFile, textFile, type Press, type PublishedFile } from '../../platform/press/index.ts'
import type { Boundary } from './model.ts'
import type { PublishedTerritory } from './model/published.ts'
import type { TerritoryView } from './pages/view.ts'
import { fullName } from './rules/names.ts'
import { unitPath, unitPaths } from './rules/paths.ts'

/** The files of the edition of units: the data, drawn boundaries that may be public, a page for each unit in both languages. */
export async function territoryArtefacts(
  territory: PublishedTerritory,
  boundaries: readonly Version<Boundary>[],
  press: Press<TerritoryView>,
): Promise<Map<string, PublishedFile>> {
  const json = 'application/json; charset=utf-8'
  const files = new Map([
    ['api/units.json', textFile(canonicalJson(territory as unknown as Json), json)],
    ['api/units.geojson', textFile(canonicalJson(geoJson(territory, boundaries)), 'application/geo+json')],
  ])
  for (const path of unitPages(territory))
    files.set(pageFile(path), textFile(await press.page(path, { territory }), 'text/html; charset=utf-8'))
  await addAssets(files, press)
  return files
}

/** Every page that is a file of the edition, by its address; questions are answered on request. */
export function unitPages({ units }: PublishedTerritory): string[] {
  const ids = [...new Set(units.map(({ id }) => id))]
  return (['vi', 'en'] as const).flatMap((language) => [
    unitPaths[language].list,
    ...ids.map((id) => unitPath(id, language)),
  ])
}

/** Boundaries that were let out; whatever is internal stays in the record. */
function geoJson({ units, notice }: PublishedTerritory, boundaries: readonly Version<Boundary>[]): Json {
  const features = boundaries
    .filter(({ value }) => value.disclosure === 'public')
    .map(({ id, valid, value }) => {
      const unit = units.find((each) => each.id === id)
      return {
        type: 'Feature',
        id,
        properties: {
          code: unit?.code ?? null,
          name: unit ? fullName(unit) : null,
          from: valid.from,
          to: valid.to,
          source: value.source,
          notice: value.illustration ? 'DỮ LIỆU MINH HỌA' : null,
        },
        geometry: value.geometry as unknown as Json,
      }
    })
  return { type: 'FeatureCollection', notice, features }
}
