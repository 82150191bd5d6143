import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { boxHolds, centroidOf, type Box } from '../../../domain/geometry/index.ts'
import { canDraw, openMap, type TownMap, type View } from '../../../ui/map/map.ts'
import type { Shapes } from '../actions/map.ts'
import { boxThrough, featuresOf, groundFeatures, projectionOf, type Projection } from '../rules/drawn.ts'
import { registerMessages } from '../messages/staff.ts'
import type { Found } from './register.tsx'
import type { MapProps } from './map-pane.tsx'
import { withQuery } from './query.ts'

export type MapState = 'opening' | 'ready' | 'cannot' | 'failed'

const coloursOf = ({ legend }: Pick<Found, 'legend'>) => ({
  byCode: new Map(legend.rows.map(({ code, colour }) => [code, colour])),
  plain: legend.plain,
  hatchPlain: legend.field !== null,
})

/** A map that shows a register: what is in view is fetched, what is selected is shown, a click selects. */
export function useRegisterMap(container: RefObject<HTMLDivElement | null>, props: MapProps) {
  const { found, language, picked } = props
  const { ground, box } = found
  const [state, setState] = useState<MapState>('opening')
  const [map, setMap] = useState<TownMap | null>(null)
  const projection = useMemo(() => ground && projectionOf(ground), [ground])
  const whole = useMemo(
    () => (projection && ground?.bounds ? seenFirst(box, ground.bounds, projection) : null),
    [projection, ground, box],
  )
  useEffect(() => {
    const element = container.current
    if (!element || !ground?.bounds || !whole) return
    if (!canDraw()) return setState('cannot')
    let closed = false
    let opened: TownMap | null = null
    const label = registerMessages[language].mapLabel
    openMap({ container: element, bounds: ground.bounds, view: whole, colours: coloursOf(found), label })
      .then((made) => {
        if (closed) return made.close()
        opened = made
        const { units, names } = groundFeatures(ground)
        made.put('units', units)
        made.put('unitNames', names)
        setMap(made)
        setState('ready')
      })
      .catch(() => setState('cannot'))
    return () => {
      closed = true
      opened?.close()
      setMap(null)
    }
    // The map is opened once for a ground; what it shows is put on it below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ground, language])
  const drawn = useShapes(map, projection, props, setState)
  usePicking(map, drawn, props, projection)
  useEffect(() => map?.choose(picked?.id ?? null), [map, picked])
  return {
    state,
    drawn,
    zoom: (by: 1 | -1) => map?.zoom(by),
    whole: () => whole && map?.fit(whole),
  }
}

/** The register's own place, or all that may be seen. */
function seenFirst(box: Box | null, bounds: Box, { out }: Projection): Box {
  const own = box && boxThrough(box, out)
  return own && boxHolds(bounds, [own[0], own[1]]) && boxHolds(bounds, [own[2], own[3]]) ? own : bounds
}

/** Asks for what lies in view, a little around it, and again where the view leaves that. */
function useShapes(
  map: TownMap | null,
  projection: Projection | null,
  { shapes: path, search }: Pick<MapProps, 'shapes' | 'search'>,
  tell: (state: MapState) => void,
) {
  const [drawn, setDrawn] = useState<Shapes | null>(null)
  const have = useRef<{ readonly box: View; readonly more: boolean } | null>(null)
  useEffect(() => {
    if (!map || !projection) return
    have.current = null
    let asking = new AbortController()
    const ask = async () => {
      const view = map.view()
      if (have.current && !have.current.more && within(view, have.current.box)) return
      asking.abort()
      asking = new AbortController()
      const wide = wider(view)
      const khung = boxThrough(wide, projection.in).join(',')
      const address = `${path}${withQuery(search, { khung, sau: null, xep: null })}`
      const answer = await fetch(address, { signal: asking.signal })
      if (!answer.ok) throw new Error(String(answer.status))
      const shapes = (await answer.json()) as Shapes
      const features = featuresOf(shapes.shapes, projection)
      for (const name of ['shapes', 'labels', 'faults'] as const) map.put(name, features[name])
      have.current = { box: wide, more: shapes.more }
      setDrawn(shapes)
      tell('ready')
    }
    const hear = () => {
      ask().catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) tell('failed')
      })
    }
    const stop = map.onView(hear)
    hear()
    return () => {
      asking.abort()
      stop()
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [map, projection, path, search])
  return drawn
}

const within = (inner: Box, outer: Box) =>
  boxHolds(outer, [inner[0], inner[1]]) && boxHolds(outer, [inner[2], inner[3]])

function wider([west, south, east, north]: Box): Box {
  const [x, y] = [(east - west) / 4, (north - south) / 4]
  return [west - x, south - y, east + x, north + y]
}

/** A click on the map selects the row; a selected row comes into view. */
function usePicking(
  map: TownMap | null,
  drawn: Shapes | null,
  { onPick, picked }: MapProps,
  projection: Projection | null,
): void {
  useEffect(() => {
    if (!map) return
    return map.onPick((id) => {
      const shape = drawn?.shapes.find((one) => one.id === id)
      if (!shape) return onPick(null)
      const at = centroidOf(shape.geometry)
      onPick({ id: shape.id, label: shape.label, box: at && [...at, ...at], from: 'map' })
    })
  }, [map, drawn, onPick])
  useEffect(() => {
    if (!map || !projection || !picked?.box || picked.from === 'map') return
    const box = boxThrough(picked.box, projection.out)
    if (!within(box, map.view())) map.fit(box)
  }, [map, projection, picked])
}
