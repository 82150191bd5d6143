import type { AsOf } from '../../../domain/as-of.ts'
import {
  boxOf,
  decodeWkb,
  encodeWkb,
  growBox,
  type Geometry,
  type Position,
} from '../../../domain/geometry/index.ts'
import { head } from '../../../platform/db/index.ts'
import type { InvalidReason } from '../../../platform/geometry/index.ts'
import type { Actor } from '../../office/index.ts'
import type { Selection } from '../store/query.ts'
import { entries, register } from './look.ts'
import { touch } from '../rules/neighbours.ts'
import type { MapServices, Reshaped } from './coverage.ts'
import { drawEntry, redrawEntry, type Drawn, type Redrawn } from './draw.ts'
import type { Change } from './edit.ts'
import { mergeEntries, splitEntry, type MergeAsked, type SplitAsked } from './reshape.ts'

export type { MapServices, Reshaped }

/** An entry as a map draws it. */
export interface Shape {
  readonly id: string
  readonly label: string
  /** By which it is coloured; empty where the register has one colour. */
  readonly code: string
  /** In the record's plane, to the bit. */
  readonly geometry: Geometry
  /** What is wrong with the geometry, and where. */
  readonly fault?: { readonly reason: InvalidReason; readonly at: Position | null } | undefined
}

export interface Shapes {
  readonly shapes: readonly Shape[]
  /** True where more lie in the box than are drawn. */
  readonly more: boolean
}

/** More than these on one screen nobody tells apart, and a browser draws them slowly. */
const most = 10_000

/** What lies in a box, with what is wrong with it. */
async function shapes(
  services: MapServices,
  actor: Actor,
  id: string,
  at: AsOf,
  selection: Selection,
): Promise<Shapes> {
  const definition = register(services, actor, id, at.on)
  const key = 'field' in definition.style ? definition.style.field : null
  const page = await entries(services, actor, id, at, { ...selection, limit: most })
  const drawn = page.entries.flatMap((entry) => (entry.geometry ? [{ ...entry, wkb: entry.geometry }] : []))
  const checked = await services.geometry.validity(drawn.map(({ wkb }) => wkb))
  return {
    more: page.next !== null,
    shapes: drawn.map((entry, i) => {
      const state = checked[i]
      return {
        id: entry.id,
        label: entry.label,
        code: key === null ? '' : String(entry.properties[key] ?? ''),
        geometry: decodeWkb(entry.wkb),
        ...(state && !state.valid && { fault: { reason: state.reason, at: state.at } }),
      }
    }),
  }
}

/** Entries of the same register that share a border with a shape, or a vertex. */
async function neighbours(
  services: MapServices,
  actor: Actor,
  id: string,
  at: AsOf,
  own: { readonly id: string; readonly geometry: Geometry },
): Promise<readonly Shape[]> {
  const box = boxOf(own.geometry)
  if (!box) return []
  const found = await shapes(services, actor, id, at, { box: growBox(box, 1) })
  return found.shapes.filter((one) => one.id !== own.id && touch(own.geometry, one.geometry))
}

/** What is wrong with one geometry, and where; null where nothing is. */
async function faultOf({ geometry }: MapServices, shape: Geometry): Promise<Shape['fault'] | null> {
  const [state] = await geometry.validity([encodeWkb(shape)])
  return state && !state.valid ? { reason: state.reason, at: state.at } : null
}

/** The use cases of maps with their services bound: what the staff pages are handed. */
export function mapUseCases(services: MapServices) {
  return {
    shapes: (actor: Actor, id: string, at: AsOf, selection: Selection) =>
      shapes(services, actor, id, at, selection),
    neighbours: (actor: Actor, id: string, at: AsOf, own: Parameters<typeof neighbours>[4]) =>
      neighbours(services, actor, id, at, own),
    fault: (shape: Geometry) => faultOf(services, shape),
    /** The newest revision: what an officer who begins to draw now has read. */
    known: () => services.record.read(async (db) => (await head(db))?.number ?? 0),
    draw: (actor: Actor, id: string, drawn: Drawn, change: Change) =>
      drawEntry(services, actor, id, drawn, change),
    redraw: (actor: Actor, id: string, asked: Redrawn, change: Change) =>
      redrawEntry(services, actor, id, asked, change),
    split: (actor: Actor, id: string, asked: SplitAsked, change: Change) =>
      splitEntry(services, actor, id, asked, change),
    merge: (actor: Actor, id: string, asked: MergeAsked, change: Change) =>
      mergeEntries(services, actor, id, asked, change),
  }
}

export type MapUseCases = ReturnType<typeof mapUseCases>
