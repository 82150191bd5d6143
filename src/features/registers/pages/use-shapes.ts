import { useEffect, useRef, useState } from 'react'
import { boxHolds, type Box } from '../../../domain/geometry/index.ts'
import type { TownMap, View } from '../../../ui/map/map.ts'
import type { Shapes } from '../actions/map.ts'
import { boxThrough, featuresOf, type Projection } from '../rules/drawn.ts'
import { withQuery } from './query.ts'
import type { MapState } from './use-town-map.ts'

/** Where the shapes of a register are asked for, and what is asked of them. */
export interface ShapesAsked {
  readonly shapes: string
  readonly search: string
  /** To draw on them: with the record's own numbers. */
  readonly exact?: boolean
}

/** More signs than this nobody reads, and a map takes long to lay them out. */
const mostLabels = 2000

/** Asks for what lies in view, a little around it, and again where the view leaves that. */
export function useShapes(
  map: TownMap | null,
  projection: Projection | null,
  { shapes: path, search, exact }: ShapesAsked,
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
      const arrived = map.wait()
      await draw(wider(view), asking.signal).finally(arrived)
    }
    const draw = async (wide: View, signal: AbortSignal) => {
      const khung = boxThrough(wide, projection.in).join(',')
      const address = `${path}${withQuery(search, { khung, sau: null, xep: null, 'chinh-xac': exact ? '1' : null })}`
      const answer = await fetch(address, { signal })
      if (!answer.ok) throw new Error(String(answer.status))
      const shapes = (await answer.json()) as Shapes
      const features = featuresOf(shapes.shapes, projection, mostLabels)
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
  }, [map, projection, path, search, exact])
  return drawn
}

export const within = (inner: Box, outer: Box) =>
  boxHolds(outer, [inner[0], inner[1]]) && boxHolds(outer, [inner[2], inner[3]])

function wider([west, south, east, north]: Box): Box {
  const [x, y] = [(east - west) / 4, (north - south) / 4]
  return [west - x, south - y, east + x, north + y]
}
