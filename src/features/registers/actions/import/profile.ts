import { canonical } from '../../../../domain/canonical.ts'
import { openMap, type MapFile } from '../../../../platform/formats/map/index.ts'
import type { ImportIssue } from '../../model/import/issue.ts'
import type { Mapping } from '../../model/import/mapping.ts'
import type { ImportOptions } from '../../model/import/run.ts'
import {
  LayerProfiler,
  proposeTables,
  tableIssues,
  type ImportContext,
  type LayerProfile,
} from '../../read/import/index.ts'
import type { ImportServices } from './services.ts'

export interface Profiled extends AsyncDisposable, Pick<ReturnType<typeof proposeTables>, 'zones' | 'ways'> {
  readonly profiles: LayerProfile[]
  /** How coordinate tables were read, and what of it was a choice. */
  readonly asked: readonly ImportIssue[]
  /** The file, to be read by a mapping: the one that is open already, unless the mapping takes other columns. */
  readonly by: (mapping: Mapping) => Promise<MapFile>
}

/** Which columns of coordinate tables a mapping takes. */
const tablesOf = ({ layers }: Pick<Mapping, 'layers'>): Tables =>
  Object.fromEntries(layers.flatMap(({ layer, table }) => (table ? [[layer, table] as const] : [])))

type Tables = ReturnType<typeof proposeTables>['tables']

/** What a file holds. A table that allows several ways is opened once to ask, and again in the way that was chosen. */
export async function openProfiled(
  file: Pick<ImportServices, 'bounds'> & { readonly path: string },
  { mapping: given, tables: chosen }: ImportOptions,
  context: ImportContext,
): Promise<Profiled> {
  const files = new Reopened(file.path, file.bounds)
  try {
    const known = given ? tablesOf(given) : {}
    const first = await files.as(known)
    const { tables: open, zones, ways, issues } = proposeTables(first.layers, context, chosen)
    const tables = { ...open, ...known }
    const map = await files.as(tables)
    const profilers = new Map(map.layers.map((layer) => [layer.name, new LayerProfiler(layer)]))
    for await (const { layer, features } of map.batches()) profilers.get(layer)?.add(features)
    const profiles = [...profilers.values()].map((profiler) => profiler.finish())
    const sure = map.layers.filter(({ name }) => !(name in open))
    return {
      profiles,
      zones,
      ways,
      asked: given ? [] : [...issues, ...tableIssues(sure)],
      by: (mapping) => files.as({ ...tables, ...tablesOf(mapping) }),
      [Symbol.asyncDispose]: () => files.close(),
    }
  } catch (error) {
    await files.close()
    throw error
  }
}

/** A file of which one process at a time is open, as long as its tables are to be read in the same way. */
class Reopened {
  private readonly path: string
  private readonly bounds: ImportServices['bounds']
  private open: { readonly map: MapFile; readonly way: string } | undefined

  constructor(path: string, bounds: ImportServices['bounds']) {
    this.path = path
    this.bounds = bounds
  }

  async as(tables: Tables): Promise<MapFile> {
    const way = canonical(tables)
    if (this.open?.way === way) return this.open.map
    await this.close()
    const map = await openMap(this.path, { bounds: this.bounds, tables })
    this.open = { map, way }
    return map
  }

  async close(): Promise<void> {
    await this.open?.map.close()
    this.open = undefined
  }
}
