import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { decodeWkb } from '../../src/domain/geometry/index.ts'
import { fromTcvn3, fromViscii } from '../../src/domain/legacy-text.ts'
import { codesOf, readMap } from './folder.ts'

const words = ['Đất ở đô thị', 'Đất trồng cây hằng năm', 'Mặt nước, kênh mương', 'Đường giao thông']
const file = (texts: readonly string[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: texts.map((ten, i) => ({
      type: 'Feature',
      properties: { ten },
      geometry: { type: 'Point', coordinates: [108.9 + i / 1000, 14.8] },
    })),
  })

/** Letters as bytes of a page, found by reading every byte and pair of bytes in it. */
function typed(read: (text: string) => string): (text: string) => string {
  const back = new Map<string, string>()
  for (let i = 255; i > 0; i--) back.set(read(String.fromCharCode(i)), String.fromCharCode(i))
  return (text) => Array.from(text, (letter) => back.get(letter) ?? letter).join('')
}
const page = (name: string) => (text: string) => new TextDecoder(name).decode(Buffer.from(text, 'latin1'))
/** As Windows types it: hats and horns are letters of their own, the tone follows. */
function to1258(text: string): string {
  const byte = typed(page('windows-1258'))
  const marks = /[\u0300\u0301\u0303\u0309\u0323]/
  return Array.from(text, (letter) => {
    const [tone = '', ...rest] = Array.from(letter.normalize('NFD')).toSorted(
      (a, b) => Number(marks.test(b)) - Number(marks.test(a)),
    )
    return marks.test(tone)
      ? [...rest]
          .toSorted((a) => (a < '\u0300' ? -1 : 1))
          .join('')
          .normalize('NFC') + tone
      : letter
  })
    .map((part) => Array.from(part, (sign) => byte(sign)).join(''))
    .join('')
}
const pages: readonly (readonly [string, (text: string) => string])[] = [
  ['windows-1258', to1258],
  ['TCVN3', (text) => typed(fromTcvn3)(text.toLowerCase())],
  ['VISCII', typed(fromViscii)],
]
const right = (name: string) => (name === 'TCVN3' ? words.map((one) => one.toLowerCase()) : words)

describe('GeoJSON that is not UTF-8', { timeout: 60_000 }, () => {
  test.each([
    ['UTF-16LE', Buffer.from(`\uFEFF${file(words)}`, 'utf16le')],
    ['UTF-16BE', Buffer.from(`\uFEFF${file(words)}`, 'utf16le').swap16()],
  ])('%s with its mark', async (name, bytes) => {
    const read = await readMap({ name: 'a.geojson', bytes })
    expect(read.features.map(({ properties }) => properties['ten'])).toEqual(words)
    expect(read.file.encoding.name).toBe(name)
  })

  test.each(pages)('%s, told by its words', async (name, write) => {
    const bytes = Buffer.from(file(words.map(write)), 'latin1')
    const read = await readMap({ name: 'a.geojson', bytes })
    expect(read.features.map(({ properties }) => properties['ten'])).toEqual(right(name))
    expect(read.file.encoding).toEqual({ name, from: 'detected' })
  })

  test('bytes of another encoding far behind are refused with their line, never read as blots', async () => {
    const head = `{"type":"FeatureCollection","x":"${'a'.repeat(9_000_000)}","features":[\n`
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from('{"type":"Feature","properties":{"ten":"\xD0\xE2t"},"geometry":null}]}', 'latin1'),
    ])
    await expect(readMap({ name: 'a.geojson', bytes })).rejects.toMatchObject({
      code: 'map-broken',
      params: {
        where: expect.stringContaining('line 2') as string,
        why: expect.stringContaining('UTF-8') as string,
      },
    })
  })
})

describe('names in a zip that do not say how they are written', { timeout: 60_000 }, () => {
  /** A zip whose names are these bytes, without the flag of UTF-8. */
  function zipOf(names: readonly string[]): Uint8Array {
    const plain = names.map((name, i) => String(i).padEnd(Buffer.byteLength(name, 'latin1'), 'x'))
    const zip = Buffer.from(
      zipSync(Object.fromEntries(plain.map((name) => [name, Buffer.from(file(['a']))])), { level: 0 }),
    )
    for (const [i, name] of names.entries())
      for (let at = zip.indexOf(plain[i]!); at >= 0; at = zip.indexOf(plain[i]!, at + 1))
        zip.write(name, at, 'latin1')
    return zip
  }
  const names = ['đất ở đô thị.geojson', 'đường giao thông.geojson', 'kênh mương.geojson']

  test.each(pages)('of %s', async (name, write) => {
    const { file: map, notes } = await readMap({ name: 'a.zip', bytes: zipOf(names.map(write)) })
    expect(map.layers.map((layer) => `${layer.name}.geojson`).toSorted()).toEqual(names.toSorted())
    expect(notes.find(({ code }) => code === 'entry-names')?.params).toMatchObject({ encoding: name })
  })

  test('UTF-8 without the flag is UTF-8; what tells nothing keeps a name of its own and is told', async () => {
    const utf8 = await readMap({
      name: 'a.zip',
      bytes: zipOf(names.map((one) => Buffer.from(one).toString('latin1'))),
    })
    expect(utf8.file.layers.map(({ name }) => name)).toContain('đất ở đô thị')
    expect(codesOf(utf8.notes)).not.toContain('entry-names')
    const { file: map, notes } = await readMap({
      name: 'a.zip',
      bytes: zipOf(['l\x82.geojson', 'l\x83.geojson']),
    })
    expect(map.layers.map(({ name }) => name)).toEqual(['lâ', 'lé'])
    expect(notes.find(({ code }) => code === 'entry-names')?.params).toMatchObject({ encoding: 'CP437' })
  })
})

describe('words in XML', { timeout: 60_000 }, () => {
  const kml = (head: string, name: string, around = '') =>
    `${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${around}<Placemark><name>${name}</name>
     <Point><coordinates>108.9,14.8</coordinates></Point></Placemark></Document></kml>`

  test('KML in UTF-16, and in the page that its first line names', async () => {
    const wide = await readMap({ name: 'a.kml', bytes: Buffer.from(`\uFEFF${kml('', 'Đất ở')}`, 'utf16le') })
    expect(wide.features[0]?.properties['name']).toBe('Đất ở')
    const head = '<?xml version="1.0" encoding="windows-1258"?>'
    const old = await readMap({ name: 'a.kml', bytes: Buffer.from(kml(head, to1258('Đất ở')), 'latin1') })
    expect(old.features[0]?.properties['name']).toBe('Đất ở')
  })

  test('pictures laid on the ground and views of a KML are no entries and are told; what lies elsewhere is told too', async () => {
    const box =
      '<LatLonAltBox><north>15</north><south>14</south><east>109</east><west>108</west></LatLonAltBox>'
    const around = `<Region>${box}<Lod><minLodPixels>128</minLodPixels></Lod></Region>
      <GroundOverlay><name>ảnh nền</name>${box}</GroundOverlay>
      <LookAt><longitude>108.9</longitude><latitude>14.8</latitude></LookAt>`
    const linked = `${around}<NetworkLink><Link><href>http://example.vn/a.kml</href></Link></NetworkLink>`
    const read = await readMap({ name: 'a.kml', bytes: Buffer.from(kml('', 'Chùa', linked)) })
    const shown = read.features.map(({ properties, wkb }) => [properties['name'], wkb?.length])
    expect(shown).toEqual([['Chùa', 21]])
    expect(read.notes.filter(({ code }) => code === 'kml-left').map(({ params }) => params)).toEqual([
      { what: 'GroundOverlay', count: 1 },
      { what: 'NetworkLink', count: 1 },
    ])
  })
})

describe('a table with a row of units below its head', { timeout: 60_000 }, () => {
  const rows = [
    ['1', '1635000.12', '602000.45'],
    ['2', '1635010.12', '602020.45'],
  ]
  test.each([
    ['X first', ['Tên', 'X', 'Y'], rows],
    ['Y first', ['Tên', 'Y', 'X'], rows.map(([name, x, y]) => [name, y, x])],
    ['X east', ['Tên', 'X', 'Y'], rows.map(([name, x, y]) => [name, y, x])],
  ])('%s: the places are the same, and the row is told', async (_, head, body) => {
    const text = [head, ['', '(m)', '(m)'], ...body].map((cells) => cells.join(',')).join('\n')
    const { features, notes } = await readMap({ name: 'bang.csv', bytes: Buffer.from(text) })
    expect(features.map(({ fid, wkb }) => [fid, wkb && decodeWkb(wkb).coordinates])).toEqual([
      ['3', [602_000.45, 1_635_000.12]],
      ['4', [602_020.45, 1_635_010.12]],
    ])
    expect(notes.find(({ code }) => code === 'row-units')).toMatchObject({
      fid: '2',
      params: { found: '(m); (m)' },
    })
  })
})

test(
  'GML: names of the schema, of features and in Vietnamese, in a namespace of its own',
  { timeout: 60_000 },
  async () => {
    const one = (id: number, name: string) => `<gml:featureMember><app:ThuaDat gml:id="t.${id}">
    <gml:name>${name}</gml:name><app:so_thua>${id}</app:so_thua>
    <app:hinh><gml:Point srsName="EPSG:3406"><gml:pos>1633280.5 578424.6</gml:pos></gml:Point></app:hinh>
    </app:ThuaDat></gml:featureMember>`
    const gml = `<?xml version="1.0" encoding="UTF-8"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2"
    xmlns:app="http://example.vn/app">${one(1, 'Đất ở')}${one(2, 'Đất lúa')}</gml:FeatureCollection>`
    const { file: map, features } = await readMap({ name: 'thua.gml', bytes: Buffer.from(gml) })
    expect(map.layers.map(({ name }) => name)).toEqual(['ThuaDat'])
    expect(features.map(({ properties }) => [properties['name'], Number(properties['so_thua'])])).toEqual([
      ['Đất ở', 1],
      ['Đất lúa', 2],
    ])
    expect(features.every(({ wkb }) => wkb !== null)).toBe(true)
  },
)
