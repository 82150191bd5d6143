import { useEffect, useMemo, useState, type RefObject } from 'react'
import { boxHolds, type Box } from '../../../domain/geometry/index.ts'
import type { Language } from '../../../domain/fault.ts'
import { canDraw, openMap, type TownMap } from '../../../ui/map/map.ts'
import { registerMessages } from '../messages/staff.ts'
import type { Ground } from '../model/ground.ts'
import { boxThrough, groundFeatures, projectionOf, type Projection } from '../rules/drawn.ts'
import type { Legend } from '../rules/legend.ts'

export type MapState = 'opening' | 'ready' | 'cannot' | 'failed'

export interface TownMapNeeds {
  readonly ground: Ground | null
  readonly legend: Legend
  /** In the record's plane: shown first where it lies in the town. */
  readonly box: Box | null
}

const coloursOf = (legend: Legend) => ({
  byCode: new Map(legend.rows.map(({ code, colour }) => [code, colour])),
  plain: legend.plain,
  hatchPlain: legend.field !== null,
})

/** A map of the town in an element: opened once, closed with it. */
export function useTownMap(
  container: RefObject<HTMLDivElement | null>,
  { ground, legend, box }: TownMapNeeds,
  language: Language,
) {
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
    openMap({ container: element, bounds: ground.bounds, view: whole, colours: coloursOf(legend), label })
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
    // The map is opened once for a ground; what it shows is put on it by others.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ground, language])
  return { state, setState, map, projection, whole }
}

/** The register's own place, or all that may be seen. */
function seenFirst(box: Box | null, bounds: Box, { out }: Projection): Box {
  const own = box && boxThrough(box, out)
  return own && boxHolds(bounds, [own[0], own[1]]) && boxHolds(bounds, [own[2], own[3]]) ? own : bounds
}
