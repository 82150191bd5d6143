import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeFaults, texts } from '../../../test/formats/blocks.ts'
import { p, r, word } from '../../../test/formats/word.ts'
import { sharedFile } from '../../../test/shared.ts'
import { Fault } from '../../domain/fault.ts'
import { formatsInstalled, limits, readInWorker, readSource } from './index.ts'
import { find, office } from './program.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../test/documents/formats/${name}`, import.meta.url)))
const code = (data: Uint8Array, name: string) =>
  readSource(data, { name }).then(
    () => 'read',
    (error: unknown) => (error as Fault).code,
  )

describe('the format is told from the bytes', () => {
  it.each([
    ['docx', word(p(r('Kế hoạch')))],
    ['html', bytes('<!DOCTYPE html><p>Kế hoạch')],
    ['html', bytes('\uFEFF<!-- Word --><html><p>Kế hoạch')],
    ['txt', bytes('Kế hoạch <b>')],
    ['pdf', fixture('ke-hoach.pdf')],
  ])('%s', async (format, data) => {
    expect((await readSource(data, { name: 'x' })).format).toBe(format)
  })

  it('a name that says something else is named: many ".doc" from law sites are web pages', async () => {
    expect(await readSource(bytes('<html><p>Kế hoạch'), { name: 'a.doc' })).toMatchObject({
      format: 'html',
      mismatch: { named: 'doc', found: 'html' },
    })
    expect((await readSource(word(p(r('x'))), { name: 'a.docx' })).mismatch).toBeUndefined()
  })

  it('what is no document, nothing, or too much gets a sentence', async () => {
    expect(await code(new Uint8Array(), 'a.txt')).toBe('file-empty')
    expect(await code(new Uint8Array(limits.fileBytes + 1), 'a.txt')).toBe('file-too-large')
    expect(await code(new Uint8Array([0, 1, 2, 3, 0, 0, 9]), 'a.txt')).toBe('file-unknown')
    const ole = new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect(await code(ole, 'kin.docx')).toBe('file-encrypted')
  })
})

describe('reading in a thread of its own', () => {
  it('gives the same text, and the same refusals', async () => {
    const data = fixture('ke-hoach.docx')
    expect(await readInWorker(data, { name: 'a.docx' })).toEqual(await readSource(data, { name: 'a.docx' }))
    await expect(readInWorker(word('<w:p>'), { name: 'hong.docx' })).rejects.toMatchObject({
      code: 'file-broken',
      params: { name: 'hong.docx' },
    })
  })

  it('a file that eats memory or time ends its thread, not ours', async () => {
    const large = word(
      Array.from({ length: 60_000 }, (_, i) => p(r(`${(i * 7919) % 65_537} ${i.toString(36)}`))).join(''),
    )
    await expect(readInWorker(large, { name: 'a.docx', heapMb: 32 })).rejects.toMatchObject({
      code: 'file-memory',
    })
    await expect(readInWorker(large, { name: 'a.docx', deadlineMs: 30 })).rejects.toMatchObject({
      code: 'file-slow',
    })
    expect(texts(await readSource(bytes('còn sống'), { name: 'a.txt' }))).toEqual(['còn sống'])
  })
})

describe('old formats', () => {
  it('are refused with what to install where LibreOffice is missing, and RTF is known as such', () => {
    expect(formatsInstalled().find((one) => one.program === 'LibreOffice')).toMatchObject({
      debian: 'libreoffice-writer',
    })
  })

  it.skipIf(!find(office))('RTF is read through LibreOffice', async () => {
    const rtf = '{\\rtf1\\ansi\\uc1 K\\u7871? ho\\u7841?ch\\par S\\u7889? 5\\par}'
    const source = await readSource(bytes(rtf), { name: 'a.rtf' })
    expect([source.format, texts(source)]).toEqual(['doc', ['Kế hoạch', 'Số 5']])
  })
})

describe('damaged files', () => {
  const samples = {
    'a.docx': fixture('phu-luc.docx'),
    'a.html': bytes('<table><tr><td rowspan=2>Kế hoạch<td>x</table>'.repeat(5)),
    'a.md': bytes('| a | b |\n|---|---|\n| ê | ô |\n'),
  }

  it.each(Object.entries(samples))(
    'property: %s with bytes changed or cut is read or refused',
    async (name, whole) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }),
          fc.nat(whole.length),
          fc.boolean(),
          async (changes, cut, cutting) => {
            const data = whole.slice(0, cutting ? cut : whole.length)
            for (const [at, value] of changes) data[at] = value
            try {
              expect(placeFaults(await readSource(data, { name }))).toEqual([])
            } catch (error) {
              expect(error).toBeInstanceOf(Fault)
            }
          },
        ),
        { numRuns: process.env['DOTHI_LONG'] ? 1_000 : 100 },
      )
    },
  )
})

const decree = sharedFile('data/documents/ND30-2020_30_2020_ND_CP.docx')

describe.skipIf(!decree)('a real decree (needs ../shared)', () => {
  it('is read whole: places hold, articles in order, appendices with their tables', async () => {
    const source = await readSource(new Uint8Array(readFileSync(decree ?? '')), { name: 'nd30.docx' })
    expect(placeFaults(source)).toEqual([])
    const articles = texts(source).flatMap((text) => /^Điều (\d+)\. /.exec(text)?.[1] ?? [])
    expect(articles.map(Number)).toEqual(articles.map((_, i) => i + 1))
    expect(articles.length).toBeGreaterThan(30)
  })
})
