import { zlibSync } from 'fflate'

/** A PDF whose pages are pictures, as a scanner makes it. Each page is a PGM of `dpi` dots an inch. */
export function picturePdf(pages: readonly Uint8Array[], dpi: number): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${3 + i * 3} 0 R`).join(' ')}]>>`,
  ]
  for (const pgm of pages) {
    const text = Buffer.from(pgm).toString('latin1')
    const [head = '', w = 0, h = 0] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(text) ?? []
    const data = Buffer.from(zlibSync(pgm.subarray(head.length))).toString('latin1')
    const [width, height] = [(Number(w) * 72) / dpi, (Number(h) * 72) / dpi]
    const draw = `q ${width} 0 0 ${height} 0 0 cm /I Do Q`
    const n = objects.length + 1
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Resources<</XObject<</I ${n + 1} 0 R>>>>/Contents ${n + 2} 0 R>>`,
      `<</Type/XObject/Subtype/Image/Width ${w}/Height ${h}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${data.length}>>\nstream\n${data}\nendstream`,
      `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`,
    )
  }
  return withTable(objects)
}

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
