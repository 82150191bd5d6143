import { useEffect, useMemo, useState, type RefObject } from 'react'
import { growBox } from '../../../../domain/geometry/index.ts'
import { canDraw, openMap, type TownMap } from '../../../../ui/map/map.ts'
import type { MapColours } from '../../../../ui/map/style.ts'
import type { Ground } from '../../model/ground.ts'
import { boxOfDrawing, importFeatures, onEarth, type ImportDrawing } from '../../rules/import/drawn.ts'
import { boxThrough, groundFeatures, projectionOf, type Projection } from '../../rules/drawn.ts'

export type MapState = 'opening' | 'ready' | 'cannot' | 'failed'

export interface ImportMapProps {
  readonly ground: Ground
  /** Address of what is drawn. */
  readonly shapes: string
  readonly picked: string | null
  readonly onPick: (id: string | null) => void
  readonly label: string
}

/** What has no colour here (`before`) is hatched, so that old and new are told apart without colours. */
const colours: MapColours = {
  byCode: new Map([
    ['entry', '#d9b44a'],
    ['line', '#8c1d1d'],
    ['after', '#6fae8a'],
  ]),
  plain: '#e9e4d4',
  hatchPlain: true,
}

/** Metres shown around what was picked. */
const around = 40

/** A map of what an import is about: its shapes are asked for once an address, a click selects a row. */
export function useImportMap(container: RefObject<HTMLDivElement | null>, props: ImportMapProps) {
  const { ground, shapes, picked, onPick, label } = props
  const [state, setState] = useState<MapState>('opening')
  const [map, setMap] = useState<TownMap | null>(null)
  const [drawing, setDrawing] = useState<ImportDrawing | null>(null)
  const projection = useMemo(() => projectionOf(ground), [ground])
  useEffect(() => {
    const element = container.current
    if (!element || !ground.bounds) return
    let closed = false
    let opened: TownMap | null = null
    const opening = canDraw()
      ? openMap({ container: element, bounds: ground.bounds, view: ground.bounds, colours, label })
      : Promise.reject(new Error('no WebGL'))
    opening
      .then((made) => {
        if (closed) return made.close()
        opened = made
        const { units, names } = groundFeatures(ground)
        made.put('units', units)
        made.put('unitNames', names)
        setMap(made)
      })
      .catch(() => setState('cannot'))
    return () => {
      closed = true
      opened?.close()
      setMap(null)
    }
  }, [container, ground, label])
  useEffect(() => {
    if (!map) return
    const asking = new AbortController()
    drawn(map, shapes, projection, asking.signal)
      .then((found) => {
        setDrawing(found)
        setState('ready')
      })
      .catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) setState('failed')
      })
    return () => asking.abort()
  }, [map, shapes, projection])
  useEffect(() => {
    map?.choose(picked)
    const box = drawing && picked !== null ? boxOfDrawing(drawing, picked) : null
    if (map && box) map.fit(boxThrough(growBox(box, around), projection.out))
  }, [map, drawing, picked, projection])
  useEffect(() => map?.onPick(onPick), [map, onPick])
  return { state, drawing, zoom: (by: 1 | -1) => map?.zoom(by) }
}

/** Asks for what an address draws, puts it on the map and shows all of it. */
async function drawn(
  map: TownMap,
  address: string,
  projection: Projection,
  signal: AbortSignal,
): Promise<ImportDrawing> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw new Error(String(answer.status))
  const found = onEarth((await answer.json()) as ImportDrawing, projection)
  const features = importFeatures(found, projection)
  map.put('shapes', features.shapes)
  map.put('faults', features.faults)
  const box = boxOfDrawing(found)
  if (box) map.fit(boxThrough(growBox(box, around), projection.out))
  return found
}
