import type { LoaderFunctionArgs } from 'react-router'
import { mapPositions, type Box } from '../../../domain/geometry/index.ts'
import { orRefuse } from '../../../ui/refusal.ts'
import type { Shape } from '../actions/map.ts'
import { conditionsOf } from './query.ts'
import { registersOf } from './services.ts'

/** What a map draws of a register: the same entries as its table, in a box of the record's plane. */
export async function loader(args: LoaderFunctionArgs) {
  const { cases, maps, actor, asked, url } = await registersOf(args)
  const id = args.params.register ?? ''
  const definition = await orRefuse(Promise.resolve().then(() => cases.register(actor, id, asked.at.on)))
  const box = boxIn(url.searchParams.get('khung'))
  const found = await orRefuse(
    maps.shapes(actor, id, asked.at, {
      text: asked.text,
      where: conditionsOf(definition, asked.filters),
      ...(box && { box }),
    }),
  )
  // To draw on, the numbers of the record; to look at, centimetres, which are half the bytes.
  const shapes = url.searchParams.has('chinh-xac') ? found.shapes : found.shapes.map(inCentimetres)
  return Response.json({ ...found, shapes }, { headers: { 'Cache-Control': 'no-store' } })
}

const round = (metres: number) => Math.round(metres * 100) / 100
const inCentimetres = (shape: Shape): Shape => ({
  ...shape,
  geometry: mapPositions(shape.geometry, ([x, y]) => [round(x), round(y)]),
})

/** `west,south,east,north` in the plane's metres; anything else asks for all. */
function boxIn(text: string | null): Box | null {
  const numbers = (text ?? '').split(',').map(Number)
  const [west, south, east, north] = numbers as [number, number, number, number]
  return numbers.length === 4 && numbers.every(Number.isFinite) && west <= east && south <= north
    ? [west, south, east, north]
    : null
}
