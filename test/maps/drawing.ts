import type { NamedBytes } from '../../src/platform/formats/map/index.ts'

/** A group of a DXF file: its code and its value. */
export type Pair = readonly [number, string | number]

export interface CadLayer {
  readonly name: string
  /** Index of AutoCAD's colours: 1 red, 3 green, 5 blue; negative where the layer is switched off. */
  readonly colour: number
  /** Colour as 0xRRGGBB, as programs since 2004 write it beside the index. */
  readonly trueColour?: number
}

interface Parts {
  readonly version?: string
  readonly page?: string
  readonly layers?: readonly CadLayer[]
  readonly blocks?: readonly Pair[]
  readonly entities: readonly Pair[]
}

/** The letters of a drawing as its bytes have them. */
export type Letters = (text: string) => Uint8Array

const latin1: Letters = (text) => Buffer.from(text, 'latin1')

/** A drawing as offices have it, group by group, since no library writes old fonts or the colours of layers. */
export function dxf(parts: Parts, bytesOf: Letters = latin1): NamedBytes {
  const { version = 'AC1015', page = 'ANSI_1252', layers = [], blocks = [], entities } = parts
  const section = (name: string, pairs: readonly Pair[]): Pair[] => [
    [0, 'SECTION'],
    [2, name],
    ...pairs,
    [0, 'ENDSEC'],
  ]
  const all: Pair[] = [
    ...section('HEADER', [
      [9, '$ACADVER'],
      [1, version],
      [9, '$DWGCODEPAGE'],
      [3, page],
    ]),
    ...section('TABLES', [
      [0, 'TABLE'],
      [2, 'LAYER'],
      [70, layers.length],
      ...layers.flatMap(layer),
      [0, 'ENDTAB'],
    ]),
    ...section('BLOCKS', blocks),
    ...section('ENTITIES', entities),
    [0, 'EOF'],
  ]
  return {
    name: 'banve.dxf',
    bytes: Buffer.concat(all.map(([code, value]) => bytesOf(`${String(code).padStart(3)}\r\n${value}\r\n`))),
  }
}

const layer = ({ name, colour, trueColour }: CadLayer): Pair[] => [
  [0, 'LAYER'],
  [100, 'AcDbSymbolTableRecord'],
  [100, 'AcDbLayerTableRecord'],
  [2, name],
  [70, 0],
  [62, colour],
  ...(trueColour === undefined ? [] : [[420, trueColour] as const]),
  [6, 'Continuous'],
]

/** An entity of AutoCAD 2000 on a layer: 256 is the layer's own colour, 0 that of the block. */
export function entity(kind: string, on: string, pairs: readonly Pair[], colour = 256): Pair[] {
  const own: Pair[] = colour === 256 ? [] : [[62, colour]]
  return [[0, kind], [100, 'AcDbEntity'], [8, on], ...own, ...pairs]
}

/** A light polyline; a third number is the bulge towards the next corner: the tangent of a quarter of its angle. */
export const polyline = (
  on: string,
  corners: readonly (readonly [number, number, number?])[],
  { closed = true, colour = 256 } = {},
): Pair[] =>
  entity(
    'LWPOLYLINE',
    on,
    [
      [100, 'AcDbPolyline'],
      [90, corners.length],
      [70, closed ? 1 : 0],
      ...corners.flatMap(([x, y, bulge]): Pair[] => [
        [10, x],
        [20, y],
        ...(bulge === undefined ? [] : [[42, bulge] as const]),
      ]),
    ],
    colour,
  )

export const text = (on: string, at: readonly [number, number], label: string, colour = 256): Pair[] =>
  entity(
    'TEXT',
    on,
    [
      [100, 'AcDbText'],
      [10, at[0]],
      [20, at[1]],
      [40, 2],
      [1, label],
    ],
    colour,
  )

export const mtext = (
  on: string,
  at: readonly [number, number],
  label: string,
  before: readonly string[] = [],
): Pair[] =>
  entity('MTEXT', on, [
    [100, 'AcDbMText'],
    [10, at[0]],
    [20, at[1]],
    [40, 2],
    ...before.map((part): Pair => [3, part]),
    [1, label],
  ])
