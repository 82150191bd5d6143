import { Fault } from '../../../../domain/fault.ts'
import {
  encodeWkb,
  geometryFromJson,
  unionBox,
  type Box,
  type GeometryType,
} from '../../../../domain/geometry/index.ts'
import type { Place } from '../geometry/place.ts'
import type { FieldType, MapField, PropertyValue } from '../model.ts'

export interface JsonFeature {
  readonly id: string | null
  readonly geometry: unknown
  readonly properties: Readonly<Record<string, PropertyValue>>
}

/** Not the decimals of a coordinate, which have as many digits. */
const longInteger = /[^\d.]\d{16,}(?![\d.eE])/

/** Reads JSON with whole numbers beyond 2⁵³ kept as text: parcel and object numbers have up to 19 digits. */
export function parseJson(text: string): unknown {
  try {
    return longInteger.test(text) ? (JSON.parse(text, keepLong) as unknown) : (JSON.parse(text) as unknown)
  } catch (error) {
    // Python and R write these words for what is no number; JSON has none, so they become nothing.
    const mended = text.replaceAll(
      /("(?:[^"\\]|\\.)*")|-?\b(?:NaN|Infinity)\b/g,
      (_, kept?: string) => kept ?? 'null',
    )
    if (mended === text) throw error
    return JSON.parse(mended) as unknown
  }
}

function keepLong(_: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source
  const long = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
  return long && source !== undefined && /^-?\d+$/.test(source) ? source : value
}

/** A feature of RFC 7946, or a bare geometry taken for one; undefined for anything else. */
export function featureOf(value: unknown): JsonFeature | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { type, id, geometry, properties } = value as Readonly<Record<string, unknown>>
  if (type !== 'Feature') return 'coordinates' in value || 'geometries' in value ? bare(value) : undefined
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    geometry: geometry ?? null,
    properties: typeof properties === 'object' && properties !== null ? flat(properties) : {},
  }
}

const bare = (geometry: object): JsonFeature => ({ id: null, geometry, properties: {} })

function flat(properties: object): Record<string, PropertyValue> {
  const entries = Object.entries(properties as Record<string, unknown>)
  return Object.fromEntries(entries.map(([name, value]) => [name.normalize('NFC'), valueOf(value)]))
}

function valueOf(value: unknown): PropertyValue {
  if (typeof value === 'string') return value.normalize('NFC')
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : JSON.stringify(value)
}

/** The feature's geometry as plain pieces. */
export function placeOfJson(geometry: unknown, mostPositions: number): Place {
  if (geometry === null) return { pieces: [], dropped: null, curved: false }
  const found = { positions: 0, z: false }
  const parts = partsOf(geometry, 0)
  for (const part of parts) count((part as { coordinates?: unknown }).coordinates, found, mostPositions)
  return {
    pieces: parts.filter(isFilled).map((part) => encodeWkb(geometryFromJson(part))),
    dropped: found.z ? 'z' : null,
    curved: false,
  }
}

function partsOf(geometry: unknown, depth: number): unknown[] {
  const { type, geometries } = (geometry ?? {}) as { type?: unknown; geometries?: unknown }
  if (type !== 'GeometryCollection') return [geometry]
  if (depth > 16 || !Array.isArray(geometries)) throw new Fault('geometry-json', { at: 'geometries' })
  return geometries.flatMap((part) => partsOf(part, depth + 1))
}

const isFilled = (part: unknown) => {
  const { coordinates } = (part ?? {}) as { coordinates?: unknown }
  return !Array.isArray(coordinates) || coordinates.length > 0
}

function count(value: unknown, found: { positions: number; z: boolean }, most: number): void {
  if (!Array.isArray(value)) return
  if (Array.isArray(value[0])) {
    for (const inner of value) count(inner, found, most)
    return
  }
  found.positions += 1
  if (value.length > 2) found.z = true
  if (found.positions > most) throw new Fault('geometry-large', { limit: most })
}

/** What all features of a layer have in common, gathered one by one. */
export class Shape {
  count = 0
  box: Box | null = null
  /** Features with a place, and those of them that are no longitude and latitude. */
  located = 0
  beyond = 0
  readonly kinds = new Set<GeometryType>()
  private readonly types = new Map<string, FieldType>()

  add(feature: JsonFeature): void {
    this.count += 1
    for (const [name, value] of Object.entries(feature.properties)) this.field(name, value)
    const before = this.box
    this.box = null
    this.place(feature.geometry)
    const own: Box | null = this.box
    if (own) this.located += 1
    if (own && !inDegrees(own)) this.beyond += 1
    this.box = before && own ? unionBox(before, own) : (own ?? before)
  }

  get fields(): MapField[] {
    return [...this.types].map(([name, type]) => ({ name, type: type === 'time' ? 'text' : type }))
  }

  private field(name: string, value: PropertyValue): void {
    const known = this.types.get(name)
    const type = typeOf(value)
    // `time` stands for "nothing but null so far": GeoJSON has no times of its own.
    if (known === undefined || known === 'time') this.types.set(name, type)
    else if (type !== 'time' && type !== known) this.types.set(name, wider(known, type))
  }

  private place(geometry: unknown): void {
    const { type, coordinates, geometries } = (geometry ?? {}) as Readonly<Record<string, unknown>>
    if (Array.isArray(geometries)) for (const part of geometries) this.place(part)
    else if (typeof type === 'string') this.kinds.add(type as GeometryType)
    this.extend(coordinates)
  }

  private extend(value: unknown): void {
    if (!Array.isArray(value)) return
    if (Array.isArray(value[0])) for (const inner of value) this.extend(inner)
    const [x, y] = value as unknown[]
    if (typeof x !== 'number' || typeof y !== 'number') return
    const [west, south, east, north] = this.box ?? [x, y, x, y]
    this.box = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)]
  }
}

const inDegrees = ([west, south, east, north]: Box) =>
  west >= -180 && east <= 180 && south >= -90 && north <= 90

function typeOf(value: PropertyValue): FieldType {
  if (value === null) return 'time'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'real'
  return typeof value === 'string' && /^[[{]/.test(value) ? 'json' : 'text'
}

function wider(a: FieldType, b: FieldType): FieldType {
  const numbers: readonly FieldType[] = ['integer', 'real']
  return numbers.includes(a) && numbers.includes(b) ? 'real' : 'text'
}
