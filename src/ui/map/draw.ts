import type { Map as GlMap } from 'maplibre-gl'
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw'
import type { Position } from '../../domain/geometry/index.ts'

export type DrawKind = 'Point' | 'LineString' | 'Polygon'

/** What is drawn by hand: its positions in longitude and latitude, and what its maker said of it. */
export interface DrawnPiece {
  readonly type: DrawKind
  readonly positions: readonly Position[]
  readonly tags: Readonly<Record<string, number>>
}

export interface Drawing {
  /** Puts pieces in place of all that is drawn, and goes on in a mode. */
  load(pieces: readonly DrawnPiece[], mode: DrawMode): void
  pieces(): DrawnPiece[]
  mode(mode: DrawMode): void
  /** Takes back the last vertex of what is being drawn; false where nothing is. */
  undo(): boolean
  redo(): boolean
  /** Ends what is being drawn with its last vertex, as Enter does: a finger finds no vertex twice. */
  finish(): void
  close(): void
}

/** To move vertices, to draw another piece, or only to look. */
export type DrawMode = 'edit' | 'look' | DrawKind

export interface DrawingOptions {
  readonly gl: GlMap
  /** What a position is pulled to, within `reach` metres. */
  readonly snap: (at: Position, reach: number) => Position | null
  /** A piece was drawn anew, or changed; not heard while it is on its way. */
  readonly onChange: (anew: boolean) => void
}

const modes = { Point: 'point', LineString: 'linestring', Polygon: 'polygon' } as const
/** Pixels from which a vertex is pulled, or a ring closed: of a mouse, and of a finger. */
const [ofMouse, ofFinger] = [12, 28]
/** Decimals of a degree that the tool keeps: a tenth of a millimetre. */
const decimals = 9
const metresOfDegree = 111_320

/** Dark lines and white vertices: told apart from every colour of a plan. */
const ink = '#0b3d91'
const shapeStyle = { fillColor: ink, fillOpacity: 0.12, outlineColor: ink, outlineWidth: 3 } as const
const selectStyle = {
  selectedPolygonColor: ink,
  selectedPolygonFillOpacity: 0.12,
  selectedPolygonOutlineColor: ink,
  selectedPolygonOutlineWidth: 3,
  selectedLineStringColor: ink,
  selectedLineStringWidth: 3,
  selectionPointColor: '#ffffff',
  selectionPointOutlineColor: ink,
  selectionPointOutlineWidth: 2,
  selectionPointWidth: 6,
  midPointColor: ink,
  midPointOutlineColor: '#ffffff',
  midPointWidth: 4,
} as const

/** Drawing on a map: vertices are moved, added and deleted, pulled to what is there. The tool comes with the first use. */
export async function openDrawing({ gl, snap, onChange }: DrawingOptions): Promise<Drawing> {
  const [td, { TerraDrawMapLibreGLAdapter }] = await Promise.all([
    import('terra-draw'),
    import('terra-draw-maplibre-gl-adapter'),
  ])
  const pull = matchMedia('(pointer: coarse)').matches ? ofFinger : ofMouse
  const toCustom = ({ lng, lat }: { lng: number; lat: number }) => {
    const found = snap([lng, lat], reachOf(gl, pull))
    return found ? found.map(rounded) : undefined
  }
  const snapping = { toCustom }
  const coordinates = {
    midpoints: { draggable: true },
    draggable: true,
    deletable: true,
    snappable: snapping,
  }
  // A faulty shape must be able to be mended: crossing itself is told when it is saved.
  const editing = { feature: { draggable: false, selfIntersectable: true, coordinates } }
  const draw = new td.TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map: gl, coordinatePrecision: decimals }),
    modes: [
      new td.TerraDrawPointMode({ styles: { pointColor: ink, pointWidth: 7 } }),
      new td.TerraDrawLineStringMode({
        snapping,
        pointerDistance: pull,
        styles: { lineStringColor: ink, lineStringWidth: 3 },
      }),
      new td.TerraDrawPolygonMode({ snapping, pointerDistance: pull, styles: shapeStyle }),
      new td.TerraDrawSelectMode({
        pointerDistance: pull,
        styles: selectStyle,
        keyEvents: { deselect: 'Escape', delete: null, rotate: null, scale: null },
        flags: { point: { feature: { draggable: true } }, linestring: editing, polygon: editing },
      }),
    ],
    undoRedo: { modeLevel: new td.TerraDrawModeUndoRedo() },
  })
  draw.start()
  draw.on('finish', (_, { action }) => onChange(action === 'draw'))
  return handle(draw, gl)
}

function reachOf(gl: GlMap, pull: number): number {
  const box = gl.getBounds()
  return (pull * metresOfDegree * (box.getNorth() - box.getSouth())) / gl.getCanvas().clientHeight
}

const rounded = (degrees: number) => Number(degrees.toFixed(decimals))
const isPiece = ({ properties, geometry }: GeoJSONStoreFeatures) =>
  properties['mode'] === modes[geometry.type as DrawKind] && properties['currentlyDrawing'] !== true

function handle(draw: TerraDraw, gl: GlMap): Drawing {
  const mode = (wanted: DrawMode) => {
    draw.setMode(wanted === 'edit' ? 'select' : wanted === 'look' ? 'static' : modes[wanted])
    const [first] = draw.getSnapshot().filter(isPiece)
    if (wanted === 'edit' && first?.id !== undefined) draw.selectFeature(first.id)
  }
  return {
    load: (pieces, wanted) => {
      draw.setMode('static')
      draw.clear()
      draw.addFeatures(pieces.map(featureOf))
      draw.clearUndoRedoHistory()
      mode(wanted)
    },
    pieces: () => draw.getSnapshot().filter(isPiece).map(pieceOf),
    mode,
    undo: () => draw.getModeState() === 'drawing' && draw.undo(),
    // The tool has no such call; it hears the key on the map's own element.
    finish: () => gl.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter' })),
    redo: () => draw.getModeState() === 'drawing' && draw.redo(),
    // A map that is gone has taken the drawing along.
    close: () => {
      if (gl.getCanvas().isConnected) draw.stop()
    },
  }
}

function featureOf({ type, positions, tags }: DrawnPiece): GeoJSONStoreFeatures {
  const kept = positions.map((position) => position.map(rounded))
  const coordinates = type === 'Point' ? kept[0] : type === 'Polygon' ? [kept] : kept
  return {
    type: 'Feature',
    geometry: { type, coordinates } as GeoJSONStoreFeatures['geometry'],
    properties: { ...tags, mode: modes[type] },
  }
}

function pieceOf({ geometry, properties }: GeoJSONStoreFeatures): DrawnPiece {
  const type = geometry.type as DrawKind
  const positions = (
    type === 'Point'
      ? [geometry.coordinates]
      : type === 'Polygon'
        ? geometry.coordinates[0]
        : geometry.coordinates
  ) as Position[]
  const tags = Object.entries(properties).filter(([, value]) => typeof value === 'number')
  return { type, positions, tags: Object.fromEntries(tags) as Record<string, number> }
}
