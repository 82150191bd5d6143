import { zlibSync } from 'fflate'

/**
 * A PDF whose pages are pictures, as a scanner makes it; each is a PGM of `dpi` dots an inch. `text` is the
 * content of a page before them that holds text.
 */
export function picturePdf(pages: readonly Uint8Array[], dpi: number, text?: string): Uint8Array {
  const count = pages.length + (text === undefined ? 0 : 1)
  const kids = Array.from({ length: count }, (_, i) => `${3 + i * 3} 0 R`)
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${count}/Kids[${kids.join(' ')}]>>`]
  if (text !== undefined) {
    const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
    objects.push(pageObject(objects.length + 1, 595, 842, '/Font<</F 4 0 R>>'), font, stream('', text))
  }
  for (const pgm of pages) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(pgm.subarray(0, 64)).toString('latin1'))
    const [whole = '', w = 0, h = 0] = head ?? []
    const data = Buffer.from(zlibSync(pgm.subarray(whole.length))).toString('latin1')
    const [width, height] = [(Number(w) * 72) / dpi, (Number(h) * 72) / dpi]
    const n = objects.length + 1
    const image = `/Type/XObject/Subtype/Image/Width ${w}/Height ${h}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`
    objects.push(
      pageObject(n, width, height, `/XObject<</I ${n + 1} 0 R>>`),
      stream(image, data),
      stream('', `q ${width} 0 0 ${height} 0 0 cm /I Do Q`),
    )
  }
  return withTable(objects)
}

const pageObject = (n: number, width: number, height: number, resources: string): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<<${resources}>>/Contents ${n + 2} 0 R>>`

const stream = (entries: string, data: string): string =>
  `<<${entries}/Length ${data.length}>>\nstream\n${data}\nendstream`

function withTable(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n'
  const places = objects.map((body, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`
  return new Uint8Array(Buffer.from(text + table, 'latin1'))
}
