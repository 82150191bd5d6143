import { constants } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** What dothi uses of `gdal3.js`. */
interface Gdal {
  open(path: string, options: string[]): Promise<{ datasets: Dataset[] }>
  close(dataset: Dataset): Promise<void>
  ogrinfo(dataset: Dataset, options: string[]): Promise<DatasetInfo>
  ogr2ogr(dataset: Dataset, options: string[], outputName: string): Promise<unknown>
}

export interface Dataset {
  readonly pointer: number
  readonly info?: DatasetInfo
}

export interface DatasetInfo {
  readonly driverShortName: string
  readonly layers?: readonly LayerInfo[]
}

export interface LayerInfo {
  readonly name: string
  readonly metadata?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly geometryFields: readonly {
    readonly type: string
    readonly extent?: readonly (number | null)[]
    readonly coordinateSystem?: {
      readonly wkt: string
      readonly projjson?: {
        readonly name?: string
        readonly id?: { readonly authority: string; readonly code: number | string }
      }
    }
  }[]
  readonly featureCount?: number
  readonly fields: readonly { readonly name: string; readonly type: string; readonly subType?: string }[]
}

export interface Message {
  readonly kind: 'error' | 'warning'
  readonly text: string
}

const wasmPage = 65_536

/**
 * GDAL in this process: it sees one folder and nothing else of the machine. It is loaded once a process, since its
 * heap never shrinks and an abort leaves it unusable.
 */
export class MapGdal {
  private readonly gdal: Gdal
  private readonly lines: string[]

  private constructor(gdal: Gdal, lines: string[]) {
    this.gdal = gdal
    this.lines = lines
  }

  /** `folder` becomes `/output` of GDAL's own file system. */
  static async load(
    folder: string,
    memoryMb: number,
    env: Readonly<Record<string, string>>,
  ): Promise<MapGdal> {
    const lines: string[] = []
    const say = (text: string) => {
      // A file with a fault in every feature would fill the memory with complaints.
      if (lines.length < 2_000) lines.push(text)
    }
    boundWasm(memoryMb)
    allowConstants()
    const require = createRequire(import.meta.url)
    // It looks for its data beside the working directory, whatever it is told.
    process.chdir(dirname(require.resolve('gdal3.js/dist/package/gdal3WebAssembly.wasm')))
    const init = require('gdal3.js/node') as (config: object) => Promise<Gdal>
    const gdal = await init({ path: '.', dest: folder, env, logHandler: () => undefined, errorHandler: say })
    lines.length = 0
    return new MapGdal(gdal, lines)
  }

  /** Opens a file below the folder; throws what GDAL said. */
  async open(path: string, options: readonly string[] = []): Promise<Dataset> {
    try {
      const [dataset] = (await this.gdal.open(`/output/${path}`, [...options])).datasets
      if (dataset) return dataset
    } catch (error) {
      if (error instanceof Error) throw error
    }
    throw new GdalError(this.messages())
  }

  /** What it holds, from the opening or, where that cannot be written as JSON (an extent of NaN), without extents. */
  async info(dataset: Dataset): Promise<DatasetInfo> {
    if (dataset.info?.layers) return dataset.info
    try {
      return await this.gdal.ogrinfo(dataset, ['-noextent'])
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error
      throw new GdalError(this.messages())
    }
  }

  async close(dataset: Dataset): Promise<void> {
    await this.gdal.close(dataset)
  }

  /** Writes a layer into `<name>.gpkg` of the folder and gives what GDAL said meanwhile. */
  async toGpkg(dataset: Dataset, name: string, options: readonly string[]): Promise<Message[]> {
    try {
      await this.gdal.ogr2ogr(dataset, ['-f', 'GPKG', ...gpkgOptions, ...options], name)
    } catch (error) {
      // Refusals of GDAL are in the messages; an abort of its heap is the end of this process.
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) throw error
    }
    return this.messages()
  }

  /** What was said since the last call: one entry a message, however many lines it took. */
  messages(): Message[] {
    const found: Message[] = []
    for (const line of this.lines.splice(0)) {
      const head = /^(ERROR|Warning) \d+: (.*)$/.exec(line)
      const last = found.at(-1)
      if (head) found.push({ kind: head[1] === 'ERROR' ? 'error' : 'warning', text: head[2] ?? '' })
      else if (last && line.trim() !== '') found[found.length - 1] = { ...last, text: `${last.text} ${line}` }
    }
    // Our wrapper asks a closed file for its parts after every failure.
    return found.filter(({ text }) => !text.startsWith("Pointer 'hDS' is NULL"))
  }
}

/** GDAL would not open or read a file. */
export class GdalError extends Error {
  readonly messages: readonly Message[]

  constructor(messages: readonly Message[]) {
    super(messages.map(({ text }) => text).join('; ') || 'GDAL')
    this.messages = messages
  }
}

export const columns = { fid: 'dothi_fid', geometry: 'dothi_geom', style: 'dothi_style' } as const

const gpkgOptions = `-lco SPATIAL_INDEX=NO -lco FID=${columns.fid} -lco GEOMETRY_NAME=${columns.geometry}
  -dsco ADD_GPKG_OGR_CONTENTS=NO -nln rows -nlt GEOMETRY -preserve_fid`.split(/\s+/)

/** Emscripten asks an old door of Node for the flags of `open`, which a process without permissions has not. */
function allowConstants(): void {
  const binding = (name: string) => (name === 'constants' ? { fs: constants } : {})
  Object.defineProperty(process, 'binding', { value: binding })
}

/**
 * Refuses growth of GDAL's heap over the bound: its next allocation fails and this process ends, instead of the
 * machine beginning to swap. WASM memory is not counted by Node's own limits.
 */
function boundWasm(memoryMb: number): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own memory below
  const grow = WebAssembly.Memory.prototype.grow
  WebAssembly.Memory.prototype.grow = function bounded(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * wasmPage > memoryMb * 1_048_576)
      throw new RangeError('map memory bound')
    return grow.call(this, pages)
  }
}
