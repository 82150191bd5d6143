import { useEffect, type RefObject } from 'react'
import { centroidOf } from '../../../domain/geometry/index.ts'
import type { TownMap } from '../../../ui/map/map.ts'
import type { Shapes } from '../actions/map.ts'
import { boxThrough, type Projection } from '../rules/drawn.ts'
import type { MapProps } from './map-pane.tsx'
import { useShapes, within } from './use-shapes.ts'
import { useTownMap } from './use-town-map.ts'

/** A map that shows a register: what is in view is fetched, what is selected is shown, a click selects. */
export function useRegisterMap(container: RefObject<HTMLDivElement | null>, props: MapProps) {
  const { found, language, picked } = props
  const { state, setState, map, projection, whole } = useTownMap(container, found, language)
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

/** A click on the map selects the row; a selected row comes into view. */
function usePicking(
  map: TownMap | null,
  drawn: Shapes | null,
  { onPick, picked }: MapProps,
  projection: Projection | null,
): void {
  useEffect(() => {
    if (!map) return
    return map.onPick(([id]) => {
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
