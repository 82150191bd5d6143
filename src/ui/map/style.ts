import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'

/** A colour by code, and what everything else is drawn in. */
export interface MapColours {
  readonly byCode: ReadonlyMap<string, string>
  readonly plain: string
  /** True where what has no colour of its own is hatched, so that it is not taken for one of the table. */
  readonly hatchPlain: boolean
}

/** Water and land of our own: no tile and no place name of anybody else's. */
const ground = { sea: '#dce8ec', land: '#f8f5ec', border: '#6d7a76', ink: '#18282b' }

const empty = (): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
})
const isArea = ['==', ['geometry-type'], 'Polygon'] as const satisfies ExpressionSpecification
const isLine = ['==', ['geometry-type'], 'LineString'] as const satisfies ExpressionSpecification
const isPoint = ['==', ['geometry-type'], 'Point'] as const satisfies ExpressionSpecification

function colourOf({ byCode, plain }: MapColours): ExpressionSpecification | string {
  const pairs = [...byCode].flat()
  return pairs.length === 0
    ? plain
    : (['match', ['get', 'code'], ...pairs, plain] as unknown as ExpressionSpecification)
}

/** No `glyphs`: MapLibre then draws every letter with the page's own font, and asks nobody for one. */
const text = (field: string, size: number) => ({
  'text-field': ['get', field] as ExpressionSpecification,
  'text-font': ['Be Vietnam Pro'],
  'text-size': size,
})

const halo = { 'text-color': ground.ink, 'text-halo-color': '#fff', 'text-halo-width': 1.5 } as const

/** Everything that a map of a register draws, lowest first. Nothing is told by colour alone. */
export function mapStyle(colours: MapColours): StyleSpecification {
  return {
    version: 8,
    sources: {
      units: empty(),
      unitNames: empty(),
      shapes: empty(),
      labels: empty(),
      faults: empty(),
      wrong: empty(),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': ground.sea } },
      { id: 'land', type: 'fill', source: 'units', paint: { 'fill-color': ground.land } },
      ...shapeLayers(colours),
      {
        id: 'unit-border',
        type: 'line',
        source: 'units',
        paint: { 'line-color': ground.border, 'line-width': 1.2, 'line-dasharray': [4, 2, 1, 2] },
      },
      {
        id: 'unit-name',
        type: 'symbol',
        source: 'unitNames',
        layout: text('name', 13),
        paint: { ...halo, 'text-color': ground.border },
      },
      ...markLayers,
    ],
  }
}

function shapeLayers(colours: MapColours): LayerSpecification[] {
  const colour = colourOf(colours)
  const known = [...colours.byCode.keys()]
  const hatched: ExpressionSpecification = ['!', ['in', ['get', 'code'], ['literal', known]]]
  return [
    {
      id: 'area',
      type: 'fill',
      source: 'shapes',
      filter: isArea,
      paint: { 'fill-color': colour, 'fill-opacity': 0.75 },
    },
    {
      id: 'area-hatch',
      type: 'fill',
      source: 'shapes',
      filter: colours.hatchPlain ? ['all', isArea, hatched] : ['literal', false],
      paint: { 'fill-pattern': 'hatch' },
    },
    {
      id: 'edge',
      type: 'line',
      source: 'shapes',
      filter: isArea,
      paint: {
        'line-color': '#3d4b4c',
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.3, 17, 1.2],
      },
    },
    {
      id: 'line',
      type: 'line',
      source: 'shapes',
      filter: isLine,
      paint: { 'line-color': colour, 'line-width': 2.5 },
    },
    {
      id: 'point',
      type: 'circle',
      source: 'shapes',
      filter: isPoint,
      paint: {
        'circle-color': colour,
        'circle-radius': 6,
        'circle-stroke-color': '#18282b',
        'circle-stroke-width': 1.5,
      },
    },
  ]
}

const nobody: ExpressionSpecification = ['==', ['get', 'id'], '']

/** What is selected is hatched and framed; what is wrong carries a sign. */
const markLayers: LayerSpecification[] = [
  {
    id: 'chosen-hatch',
    type: 'fill',
    source: 'shapes',
    filter: nobody,
    paint: { 'fill-pattern': 'chosen' },
  },
  {
    id: 'chosen-halo',
    type: 'line',
    source: 'shapes',
    filter: nobody,
    paint: { 'line-color': '#fff', 'line-width': 7 },
  },
  {
    id: 'chosen-edge',
    type: 'line',
    source: 'shapes',
    filter: nobody,
    paint: { 'line-color': '#a8431a', 'line-width': 3.5 },
  },
  {
    id: 'chosen-point',
    type: 'circle',
    source: 'shapes',
    filter: nobody,
    paint: {
      'circle-radius': 11,
      'circle-opacity': 0,
      'circle-stroke-color': '#a8431a',
      'circle-stroke-width': 3.5,
    },
  },
  {
    id: 'label',
    type: 'symbol',
    source: 'labels',
    layout: { ...text('sign', 12), 'text-padding': 4 },
    paint: halo,
  },
  {
    id: 'fault',
    type: 'symbol',
    source: 'faults',
    layout: {
      'icon-image': 'fault',
      'icon-allow-overlap': true,
      // Far off, thousands would hide each other and the map.
      'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.4, 14, 0.6, 16, 1],
    },
  },
  {
    id: 'wrong',
    type: 'symbol',
    source: 'wrong',
    layout: { 'icon-image': 'fault', 'icon-size': 1.6, 'icon-allow-overlap': true },
  },
]

/** Layers that show the selected entry, each with what it may draw. */
export function chosenFilters(id: string | null): ReadonlyMap<string, ExpressionSpecification> {
  const own: ExpressionSpecification = ['==', ['get', 'id'], id ?? '']
  return new Map<string, ExpressionSpecification>([
    ['chosen-hatch', ['all', own, isArea]],
    ['chosen-halo', ['all', own, ['!', isPoint]]],
    ['chosen-edge', ['all', own, ['!', isPoint]]],
    ['chosen-point', ['all', own, isPoint]],
  ])
}
