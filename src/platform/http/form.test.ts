import { expect, test } from 'vitest'
import { streamedForm, type StreamedForm } from './form.ts'

const boundary = 'x-ranh-gioi'
const part = (head: string, body: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
const field = (name: string, value: string) => part(`name="${name}"`, value)
const file = (name: string, body: string) => part(`name="tep"; filename="${name}"`, body)
const end = `--${boundary}--\r\n`

/** Sent in pieces, so that names, bytes and the boundary itself are torn apart. */
function posted(text: string, type = `multipart/form-data; boundary=${boundary}`): Promise<StreamedForm> {
  const bytes = new TextEncoder().encode(text)
  const step = bytes.length > 1000 ? 10_007 : 7
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    pull(sink) {
      if (at >= bytes.length) return sink.close()
      sink.enqueue(bytes.slice(at, (at += step)))
    },
  })
  const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' }
  return streamedForm(new Request('http://x.example/', init))
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const one of bytes) text += Buffer.from(one).toString('latin1')
  return Buffer.from(text, 'latin1').toString()
}

async function read({ files }: StreamedForm): Promise<[string, string][]> {
  const found: [string, string][] = []
  for await (const { name, bytes } of files) found.push([name, await textOf(bytes)])
  return found
}

test('fields and files come as they were sent, with the letters of their names; an empty choice is no file', async () => {
  const sent = field('lop', 'parcels') + file('', '') + file('thửa đất.shp', 'đất') + file('thửa đất.dbf', '')
  const form = await posted(sent + end)
  expect([...form.fields]).toEqual([['lop', 'parcels']])
  expect(await read(form)).toEqual([
    ['thửa đất.shp', 'đất'],
    ['thửa đất.dbf', ''],
  ])
  await form.drain()
})

test('a form without a file is read as well', async () => {
  const form = await posted(field('lop', 'parcels') + end)
  expect(form.fields.get('lop')).toBe('parcels')
  expect(await read(form)).toEqual([])
  await form.drain()
})

test('what nobody reads is read away, so that the refusal reaches the browser', async () => {
  const many = Array.from({ length: 5 }, (_, i) => file(`${i}.shp`, 'x'.repeat(100_000)))
  await (await posted(many.join('') + end)).drain()
  const half = await posted(many.join('') + end)
  for await (const { bytes } of half.files) {
    for await (const _ of bytes) break
    break
  }
  await half.drain()
})

test('a form that breaks off, or is none, is refused in words', async () => {
  const cut = await posted(field('lop', 'parcels') + file('a.shp', 'x'.repeat(50)).slice(0, -30))
  await expect(read(cut)).rejects.toMatchObject({ code: 'bad-request' })
  await expect(posted('{}', 'application/json')).rejects.toMatchObject({ code: 'bad-request' })
})
