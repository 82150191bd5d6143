import { Fault } from '../../../../domain/fault.ts'
import type { Geometry, Position } from '../../../../domain/geometry/index.ts'
import { child, children, isElement, textOf, type Xml } from '../../xml.ts'
import type { MapStyle, PropertyValue } from '../model.ts'

export interface Placemark {
  readonly id: string | null
  readonly properties: Readonly<Record<string, PropertyValue>>
  readonly styleUrl: string | null
  readonly style: MapStyle | undefined
  /** Throws where a coordinate is no number. */
  readonly geometries: () => { readonly found: readonly Geometry[]; readonly z: boolean }
}

/** One placemark: its name, description and table as properties, all its geometries as parts. */
export function placemarkOf(tree: Xml): Placemark {
  const styleTree = child(tree, 'Style')
  const url = textIn(tree, 'styleUrl')
  return {
    id: tree.attributes['id'] ?? null,
    properties: propertiesOf(tree),
    styleUrl: url === '' ? null : url,
    style: styleTree && stylesOf(styleTree).style,
    geometries: () => geometriesIn(tree),
  }
}

function propertiesOf(tree: Xml): Record<string, PropertyValue> {
  const extended = child(tree, 'ExtendedData')
  const simple = children(extended, 'SchemaData').flatMap((data) => children(data, 'SimpleData'))
  const entries = [
    ...['name', 'description'].flatMap((name) =>
      child(tree, name) ? [[name, textIn(tree, name)] as const] : [],
    ),
    ...children(extended, 'Data').map(
      (data) => [data.attributes['name'] ?? '', textIn(data, 'value')] as const,
    ),
    ...simple.map((data) => [data.attributes['name'] ?? '', textOf(data).trim()] as const),
  ]
  return Object.fromEntries(
    entries.map(([name, value]) => [name.normalize('NFC'), value.normalize('NFC') || null]),
  )
}

const textIn = (tree: Xml, name: string) => {
  const found = child(tree, name)
  return found ? textOf(found).trim() : ''
}

/** The colours of a `Style`, or the address of the normal one of a `StyleMap`. */
export function stylesOf(tree: Xml): { readonly style?: MapStyle; readonly normal?: string } {
  if (tree.name === 'StyleMap') {
    const pair = children(tree, 'Pair').find((one) => textIn(one, 'key') === 'normal')
    return pair ? { normal: textIn(pair, 'styleUrl') } : {}
  }
  const colourOf = (name: string) => {
    const part = child(tree, name)
    return part && rgb(textIn(part, 'color'))
  }
  const [colour, fill] = [colourOf('LineStyle') ?? colourOf('IconStyle'), colourOf('PolyStyle')]
  return { style: { ...(colour && { colour }), ...(fill && { fill }) } }
}

/** KML writes opacity, blue, green, red. */
function rgb(text: string): string | undefined {
  const found = /^#?[0-9a-f]{2}([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text)
  return found ? `#${found[3]}${found[2]}${found[1]}`.toLowerCase() : undefined
}

function geometriesIn(tree: Xml): { found: Geometry[]; z: boolean } {
  const found: Geometry[] = []
  let z = false
  const read = (owner: Xml | undefined): Position[] => {
    const runs = (owner ? textIn(owner, 'coordinates') : '').split(/\s+/).filter((part) => part !== '')
    return runs.map((part) => {
      const [x, y, height] = part.split(',').map(Number)
      if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y))
        throw new Fault('geometry-number', { at: part.slice(0, 40) })
      z ||= height !== undefined && height !== 0
      return [x, y]
    })
  }
  const ring = (boundary: Xml) => read(child(boundary, 'LinearRing'))
  const visit = (element: Xml): void => {
    switch (element.name) {
      case 'Point':
        found.push(
          ...read(element)
            .slice(0, 1)
            .map((coordinates): Geometry => ({ type: 'Point', coordinates })),
        )
        break
      case 'LineString':
      case 'LinearRing':
        found.push({ type: 'LineString', coordinates: read(element) })
        break
      case 'Polygon': {
        const rings = [...children(element, 'outerBoundaryIs'), ...children(element, 'innerBoundaryIs')].map(
          ring,
        )
        found.push({ type: 'Polygon', coordinates: rings })
        break
      }
      case 'MultiGeometry':
        for (const inner of element.children) if (isElement(inner)) visit(inner)
        break
      case 'Model':
      case 'Track':
      case 'MultiTrack':
        throw new Fault('geometry-kind', { kind: element.name })
      default:
    }
  }
  for (const inner of tree.children) if (isElement(inner)) visit(inner)
  return { found: gathered(found), z }
}

/** Parts of one kind are one feature of many parts. */
function gathered(found: readonly Geometry[]): Geometry[] {
  const [first] = found
  if (!first || found.length === 1 || found.some(({ type }) => type !== first.type)) return [...found]
  return [
    { type: `Multi${first.type}`, coordinates: found.map(({ coordinates }) => coordinates) } as Geometry,
  ]
}
