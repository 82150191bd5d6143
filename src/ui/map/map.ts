import type { GeoJSONSource, Map as GlMap } from 'maplibre-gl'
import type { Feature, FeatureCollection } from 'geojson'
import type { Box } from '../../domain/geometry/index.ts'
import { chosen, fault, hatch } from './pictures.ts'
import { chosenFilters, mapStyle, type MapColours } from './style.ts'

export type SourceName = 'units' | 'unitNames' | 'shapes' | 'labels' | 'faults' | 'wrong'

export interface MapOptions {
  readonly container: HTMLElement
  /** Longitude and latitude that the view never leaves. */
  readonly bounds: Box
  /** Shown first. */
  readonly view: Box
  readonly colours: MapColours
  /** What a screen reader calls it. */
  readonly label: string
}

/** A view as it is moved about: its box, in longitude and latitude. */
export type View = Box

export interface TownMap {
  /** For what draws on it. */
  readonly gl: GlMap
  /** Says that something is still to come; what is returned says that it came, or will not. */
  wait(): () => void
  put(source: SourceName, features: readonly Feature[]): void
  choose(id: string | null): void
  fit(box: Box): void
  zoom(by: 1 | -1): void
  view(): View
  /** Both return the way to stop hearing. */
  onView(hear: () => void): () => void
  /** A click: what lies there, the topmost first. */
  onPick(hear: (ids: readonly string[]) => void): () => void
  close(): void
}

/** Whether this browser can draw maps at all. */
export function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

/** No view is wider: at this zoom a screen of 1,280 pixels spans 3.5 degrees. */
const leastZoom = 8
const corners = ([west, south, east, north]: Box): [number, number, number, number] => [
  west,
  south,
  east,
  north,
]

/** Opens a map of the town. It loads nothing but its own script, and no part of it comes from elsewhere. */
export async function openMap({ container, bounds, view, colours, label }: MapOptions): Promise<TownMap> {
  const [{ Map: Gl, setWorkerUrl }, { default: worker }] = await Promise.all([
    import('maplibre-gl'),
    import('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'),
  ])
  setWorkerUrl(worker)
  const gl = new Gl({
    container,
    style: mapStyle(colours),
    maxBounds: corners(bounds),
    bounds: corners(view),
    fitBoundsOptions: { padding: 24 },
    minZoom: leastZoom,
    maxZoom: 21,
    attributionControl: false,
    dragRotate: false,
    touchPitch: false,
    maxPitch: 0,
    fadeDuration: 0,
    locale: { 'Map.Title': label },
  })
  gl.keyboard.disableRotation()
  gl.touchZoomRotate.disableRotation()
  gl.addImage('hatch', hatch())
  gl.addImage('chosen', chosen())
  gl.addImage('fault', fault())
  // Says, to whoever drives the page by program, that all of it is drawn.
  const waits = new Set<symbol>()
  gl.on('idle', () => {
    if (waits.size === 0) container.dataset['drawn'] = 'all'
  })
  gl.on('dataloading', () => delete container.dataset['drawn'])
  await gl.once('load')
  return handle(gl, container, waits)
}

/** What stands on top is found first. */
const pickable = ['fault', 'point', 'line', 'area', 'area-hatch']

function handle(gl: GlMap, container: HTMLElement, waits: Set<symbol>): TownMap {
  const view = (): View => {
    const box = gl.getBounds()
    return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()]
  }
  return {
    gl,
    view,
    wait: () => {
      const one = Symbol('wait')
      waits.add(one)
      delete container.dataset['drawn']
      return () => {
        waits.delete(one)
        // So that it falls idle again, whether anything came or not; one that is closed draws no more.
        if (container.isConnected) gl.triggerRepaint()
      }
    },
    put: (source, features) => {
      const data: FeatureCollection = { type: 'FeatureCollection', features: [...features] }
      void gl.getSource<GeoJSONSource>(source)?.setData(data)
    },
    choose: (id) => {
      for (const [layer, filter] of chosenFilters(id)) gl.setFilter(layer, filter)
    },
    fit: (box) => {
      gl.fitBounds(corners(box), { padding: 48, maxZoom: 18, animate: false })
    },
    zoom: (by) => {
      gl.zoomTo(gl.getZoom() + by, { animate: false })
    },
    onView: (hear) => {
      const heard = gl.on('moveend', hear)
      return () => heard.unsubscribe()
    },
    onPick: (hear) => {
      const heard = gl.on('click', ({ point: { x, y } }) => {
        const near: [[number, number], [number, number]] = [
          [x - 3, y - 3],
          [x + 3, y + 3],
        ]
        const found = gl.queryRenderedFeatures(near, { layers: pickable })
        hear([...new Set(found.map(({ properties }) => String(properties['id'])))])
      })
      return () => heard.unsubscribe()
    },
    close: () => gl.remove(),
  }
}
