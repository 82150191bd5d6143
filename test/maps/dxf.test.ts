import { describe, expect, test } from 'vitest'
import { decodeWkb, planarArea, type Geometry } from '../../src/domain/geometry/index.ts'
import { fromTcvn3, fromVni } from '../../src/domain/legacy-text.ts'
import { openMap, type MapBatch } from '../../src/platform/formats/map/index.ts'
import { dxf, entity, mtext, polyline, text, type Letters, type Pair } from './drawing.ts'
import { codesOf, readMap, type ReadMap } from './folder.ts'

const square = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
] as const

const layers = [
  { name: '0', colour: 7 },
  { name: 'THUA', colour: 3 },
  { name: 'NHA', colour: 5, trueColour: 0x123456 },
  { name: 'TAT', colour: -1 },
  { name: 'CHU', colour: 2 },
]

const styles = ({ features }: ReadMap) => features.map(({ style }) => style)
const labels = ({ features }: ReadMap) => features.flatMap(({ style }) => style?.label ?? [])
const placeOf = ({ features }: ReadMap, i: number): Geometry =>
  decodeWkb(features[i]?.wkb ?? new Uint8Array())

describe('a drawing of an office', { timeout: 60_000 }, () => {
  test('colours are those of the layer, unless the entity has its own; what is off is told with its colour', async () => {
    const entities = [
      ...polyline('THUA', square),
      ...polyline('THUA', square, { colour: 1 }),
      ...polyline('NHA', square),
      ...polyline('TAT', square),
      ...text('CHU', [5, 5], 'ODT'),
    ]
    expect(styles(await readMap(dxf({ layers, entities })))).toEqual([
      { cadLayer: 'THUA', colour: '#00ff00' },
      { cadLayer: 'THUA', colour: '#ff0000' },
      { cadLayer: 'NHA', colour: '#123456' },
      { cadLayer: 'TAT', colour: '#ff0000', hidden: true },
      { cadLayer: 'CHU', colour: '#ffff00', label: 'ODT' },
    ])
  })

  test('a file that is open is read a second time as it was the first, and nothing is told twice', async () => {
    const high = polyline('THUA', square).flatMap((pair): Pair[] =>
      pair[0] === 90 ? [pair, [38, 12]] : [pair],
    )
    await using file = await openMap(dxf({ layers, entities: [...high, ...text('CHU', [5, 5], 'ODT')] }))
    const reading = async () => {
      const batches: MapBatch[] = []
      for await (const batch of file.batches()) batches.push(batch)
      return batches
    }
    const first = await reading()
    expect(first.flatMap(({ features }) => features)).toHaveLength(2)
    expect(await reading()).toEqual(first)
    expect(file.notesAtEnd()).toMatchObject([{ code: 'height-dropped', params: { count: 1 } }])
  })

  test('parts of a block keep their own layer; on layer 0 they take the layer and colour of the insertion', async () => {
    const blocks: Pair[] = [
      [0, 'BLOCK'],
      [8, '0'],
      [2, 'TO_BAN_DO'],
      [70, 0],
      [10, 0],
      [20, 0],
      ...entity(
        'LINE',
        '0',
        [
          [10, 0],
          [20, 0],
          [11, 1],
          [21, 1],
        ],
        0,
      ),
      ...polyline('NHA', [
        [0, 0],
        [1, 0],
        [1, 1],
      ]),
      ...text('0', [0.5, 0.5], 'C1', 0),
      [0, 'ENDBLK'],
    ]
    const insert = [
      [2, 'TO_BAN_DO'],
      [10, 100],
      [20, 200],
      [41, 2],
      [42, 2],
    ] as const
    const found = await readMap(dxf({ layers, blocks, entities: entity('INSERT', 'THUA', insert) }))
    expect(styles(found)).toEqual([
      { cadLayer: 'THUA', colour: '#00ff00' },
      { cadLayer: 'NHA', colour: '#123456' },
      { cadLayer: 'THUA', colour: '#00ff00', label: 'C1' },
    ])
    expect(placeOf(found, 0).coordinates).toEqual([
      [100, 200],
      [102, 202],
    ])
  })

  test('closed outlines, old ones too, end where they began; arcs and bulges become chords; a hatch is an area', async () => {
    const edge: Pair[] = square.flatMap(([x, y]): Pair[] => [
      [10, x],
      [20, y],
    ])
    const hatch: Pair[] = [
      [100, 'AcDbHatch'], [10, 0], [20, 0], [30, 0], [2, 'SOLID'], [70, 1], [71, 0], [91, 1], [92, 7], [72, 0],
      [73, 1], [93, 4], ...edge, [97, 0], [75, 0], [76, 1], [98, 0],
    ] // oxfmt-ignore
    const found = await readMap(
      dxf({
        layers,
        entities: [
          ...polyline('THUA', square),
          ...polyline('THUA', square, { closed: false }),
          ...entity('POLYLINE', 'THUA', [
            [66, 1],
            [70, 1],
          ]),
          ...square.flatMap(([x, y]) =>
            entity('VERTEX', 'THUA', [
              [10, x],
              [20, y],
            ]),
          ),
          [0, 'SEQEND'],
          // A half circle over the first side.
          ...polyline(
            'THUA',
            [
              [0, 0, 1],
              [10, 0],
            ],
            { closed: false },
          ),
          ...entity('ARC', 'THUA', [
            [10, 0],
            [20, 0],
            [40, 100],
            [50, 0],
            [51, 90],
          ]),
          ...entity('HATCH', 'THUA', hatch, 1),
        ],
      }),
    )
    const places = found.features.map((_, i) => placeOf(found, i))
    expect(places.map(({ type }) => type)).toEqual([...Array<string>(5).fill('LineString'), 'Polygon'])
    const ends = places.slice(0, 5).map((place) => place.coordinates as [number, number][])
    expect(ends.map((line) => String(line[0]) === String(line.at(-1)))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ])
    expect(Math.min(...ends[3]!.map(([, y]) => y))).toBeCloseTo(-5, 2)
    for (const [x, y] of ends[4]!) expect(Math.hypot(x, y)).toBeCloseTo(100, 6)
    expect(planarArea(places[5]!)).toBe(100)
    expect(found.features[5]?.style).toEqual({ cadLayer: 'THUA', fill: '#ff0000' })
    expect(codesOf(found.notes)).toEqual(expect.arrayContaining(['crs-missing', 'cad-arcs']))
  })

  test('labels are the words that are seen, without the codes that draw them', async () => {
    const written = [
      '\\A1;{\\fArial|b1|i0|c163|p34;\\C1;ODT}\\P{\\H0.7x;350m\\S2^ ;}',
      '\\pxqc;\\S12/350.5;',
      '\\U+0110\\U+1EA5t \\LLUC\\l\\~1 \\{a\\}',
    ]
    const entities = [
      ...written.flatMap((label) => mtext('CHU', [5, 5], label)),
      ...mtext('CHU', [5, 5], 'hết', ['Phần đầu ', 'rồi ']),
      ...text('CHU', [5, 5], '%%uTh\\U+1EEDa%%u 15%%d'),
    ]
    const utf8: Letters = (line) => Buffer.from(line)
    const found = await readMap(dxf({ layers, entities, version: 'AC1021' }, utf8))
    expect(labels(found)).toEqual(['ODT\n350m2', '12/350.5', 'Đất LUC 1 {a}', 'Phần đầu rồi hết', 'Thửa 15°'])
  })
})

/** The bytes that an old font draws as these letters, by turning its table round. */
function lettersOf(read: (text: string) => string, signs: readonly string[]): (text: string) => string {
  const back = new Map(signs.map((sign) => [read(sign).normalize('NFC'), sign]))
  return (text) => Array.from(text, (letter) => back.get(letter) ?? letter).join('')
}

const high = Array.from({ length: 95 }, (_, i) => String.fromCharCode(0xa1 + i))
const toTcvn3 = lettersOf(fromTcvn3, high)
const toVni = lettersOf(
  fromVni,
  [...Array.from('aeouyAEOUYôö'), ''].flatMap((vowel) => high.map((mark) => vowel + mark)),
)

describe('old letters in labels and names of layers', { timeout: 60_000 }, () => {
  const words = ['Đất ở đô thị', 'đường bê tông', 'ranh giới thửa đất', 'nhà ở hộ gia đình', 'mương nước']
  const name = 'Ranh giới thửa đất'.toLowerCase()
  const drawn = (letters: (text: string) => string) => ({
    layers: [{ name: letters(name), colour: 3 }],
    entities: words.flatMap((word) => text(letters(name), [1, 2], letters(word))),
  })
  const latin1: Letters = (line) => Buffer.from(line, 'latin1')
  const utf8: Letters = (line) => Buffer.from(line)
  // Code page 1258 writes the tone after its vowel; TextEncoder has none, so its own bytes are looked up.
  const page = new TextDecoder('windows-1258')
  const signs = new Map(Array.from({ length: 256 }, (_, i) => [page.decode(Uint8Array.of(i)), i]))
  const to1258: Letters = (line) =>
    Uint8Array.from(
      Array.from(line.normalize('NFC')).flatMap((letter) => {
        if (signs.has(letter)) return [signs.get(letter)!]
        const [base = '', ...marks] = Array.from(letter.normalize('NFD'))
        const hats = marks.filter((mark) => '\u0302\u0306\u031B'.includes(mark))
        const tones = marks.filter((mark) => !hats.includes(mark))
        return [(base + hats.join('')).normalize('NFC'), ...tones].map((sign) => signs.get(sign) ?? 63)
      }),
    )

  test.each([
    ['TCVN3', 'AC1015', 'ANSI_1252', toTcvn3, latin1],
    ['VNI', 'AC1015', 'ANSI_1252', toVni, latin1],
    ['TCVN3', 'AC1024', 'ANSI_1252', toTcvn3, utf8],
    ['VNI', 'AC1024', 'ANSI_1252', toVni, utf8],
    ['ANSI_1258', 'AC1015', 'ANSI_1258', (line: string) => line, to1258],
  ] as const)('%s in a drawing of %s', async (encoding, version, page, letters, bytes) => {
    const parts = drawn(letters)
    const found = await readMap(dxf({ ...parts, version, page }, bytes))
    expect(found.file.encoding.name).toMatch(new RegExp(`${encoding}|windows-1258`))
    expect(labels(found).map((label) => label.toLowerCase())).toEqual(words.map((word) => word.toLowerCase()))
    expect(new Set(styles(found).map((style) => style?.cadLayer))).toEqual(new Set([name]))
    expect(new Set(styles(found).map((style) => style?.colour))).toEqual(new Set(['#00ff00']))
  })
})
