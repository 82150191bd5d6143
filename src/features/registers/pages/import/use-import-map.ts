import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { growBox } from '../../../../domain/geometry/index.ts'
import { canDraw, openMap, type TownMap } from '../../../../ui/map/map.ts'
import type { MapColours } from '../../../../ui/map/style.ts'
import type { Ground } from '../../model/ground.ts'
import { boxOfDrawing, importFeatures, onEarth, type ImportDrawing } from '../../rules/import/drawn.ts'
import { boxThrough, groundFeatures, projectionOf, type Projection } from '../../rules/drawn.ts'
import type { MapState } from '../use-town-map.ts'

export interface ImportMapProps {
  readonly ground: Ground
  /** Address of what is drawn. */
  readonly shapes: string
  /** Another one says that the same address draws something else now: something was mended or decided. */
  readonly state: string
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

/** A map of what an import is about: asked for anew when something was mended, a click selects a row. */
export function useImportMap(container: RefObject<HTMLDivElement | null>, props: ImportMapProps) {
  const { ground, shapes, state: made, picked, onPick, label } = props
  const [state, setState] = useState<MapState>('opening')
  const [map, setMap] = useState<TownMap | null>(null)
  const [drawing, setDrawing] = useState<ImportDrawing | null>(null)
  const projection = useMemo(() => projectionOf(ground), [ground])
  /** The address whose whole was shown: who has moved the map since stays where they are. */
  const fitted = useRef('')
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
      fitted.current = ''
      setMap(null)
    }
  }, [container, ground, label])
  useEffect(() => {
    if (!map) return
    const asking = new AbortController()
    const arrived = map.wait()
    drawn(map, shapes, projection, asking.signal)
      .then((found) => {
        if (fitted.current !== shapes) fitAll(map, found, projection)
        fitted.current = shapes
        setDrawing(found)
        setState('ready')
      })
      .catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) setState('failed')
      })
      .finally(arrived)
    return () => asking.abort()
  }, [map, shapes, made, projection])
  useEffect(() => {
    map?.choose(picked)
    const box = drawing && picked !== null ? boxOfDrawing(drawing, picked) : null
    if (map && box) map.fit(boxThrough(growBox(box, around), projection.out))
    // What was mended is drawn anew where one looks: only another choice moves the map.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [map, drawing === null, picked, projection])
  useEffect(() => map?.onPick(([id]) => onPick(id ?? null)), [map, onPick])
  return {
    state,
    drawing,
    zoom: (by: 1 | -1) => map?.zoom(by),
    whole: () => map && drawing && fitAll(map, drawing, projection),
  }
}

function fitAll(map: TownMap, drawing: ImportDrawing, projection: Projection): void {
  const box = boxOfDrawing(drawing)
  if (box) map.fit(boxThrough(growBox(box, around), projection.out))
}

/** Asks for what an address draws, and puts it on the map. */
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
  return found
}
