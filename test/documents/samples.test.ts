import { readdirSync, readFileSync } from 'node:fs'
import { join, parse as parsePath } from 'node:path'
import { expect, test } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { parseSource } from '../../scripts/samples/markup.ts'
import { wordFile } from '../../scripts/samples/word.ts'
import { parseTruth, type Truth } from './truth.ts'

/** Each set of documents, and where its truth stands. */
const sets = [
  { documents: 'samples', truth: 'truth', sources: 'sources' },
  { documents: 'holdout', truth: 'holdout/truth', sources: 'sources/holdout' },
] as const

const folder = (name: string) => join(import.meta.dirname, name)
const namesIn = (name: string, pattern: RegExp) =>
  readdirSync(folder(name))
    .filter((file) => pattern.test(file))
    .map((file) => parsePath(file).name)
    .sort()

const document = /\.(docx|html|pdf|txt|md)$/

test.each(sets)('every document of $documents has its truth, and every truth its document', (set) => {
  expect(namesIn(set.truth, /\.yaml$/)).toEqual(namesIn(set.documents, document))
})

for (const set of sets)
  test.each(readdirSync(folder(set.documents)).filter((file) => document.test(file)))(
    `what the truth of ${set.documents}/%s expects stands in the document, so that no reader is asked for the impossible`,
    (file) => {
      const truth = parseTruth(
        readFileSync(join(folder(set.truth), `${parsePath(file).name}.yaml`), 'utf8'),
      )
      // PDF needs a program to be read; the source it was made from has the same words.
      const text = plainText(
        file.endsWith('.pdf')
          ? join(folder(set.sources), file.replace(/pdf$/, 'src'))
          : join(folder(set.documents), file),
      )
      expect(expectedTexts(truth).filter((expected) => !stands(expected, text, file))).toEqual([])
      // A name may be told in pieces: "giảm ít nhất 10 % số vụ cháy" is of "giảm số vụ cháy".
      const pieces = (truth.targets ?? []).flatMap(({ indicator }) => flat(indicator).split(' '))
      expect(pieces.filter((word) => !text.includes(word))).toEqual([])
      expect(text.replaceAll(' ', '')).toContain(flat(truth.document.number ?? '').replaceAll(' ', ''))
      expect(text).toContain('dữ liệu minh họa')
    },
  )

test('the Word files are what their sources say, so that nobody mends one of the two alone', async () => {
  for (const set of sets)
    for (const file of readdirSync(folder(set.documents)).filter((name) => name.endsWith('.docx'))) {
      const source = join(folder(set.sources), file.replace(/docx$/, 'src'))
      const made = await wordFile(parseSource(readFileSync(source, 'utf8')))
      expect(wordParts(made), file).toEqual(wordParts(readFileSync(join(folder(set.documents), file))))
    }
})

/** The texts of a Word file, without the directory of the archive, which knows the hour. */
function wordParts(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** Whether an expected text stands in the text; of columns whose lines run into each other, word by word. */
function stands(expected: string, text: string, file: string): boolean {
  return /-(bang-scan|ocr)\.txt$/.test(file)
    ? flat(expected)
        .split(' ')
        .every((word) => text.replaceAll(' ', '').includes(word))
    : text.includes(flat(expected))
}

/** The words of a document, in reading order and in one line. */
function plainText(path: string): string {
  const bytes = readFileSync(path)
  if (path.endsWith('.docx')) {
    const parts = unzipSync(bytes, { filter: ({ name }) => /^word\/(document|footnotes)\.xml$/.test(name) })
    return flat(
      Object.values(parts)
        .map((part) => strFromU8(part).replaceAll(/<w:(?:br|tab)\/>|<\/w:p>/g, ' ').replaceAll(/<[^>]*>/g, ''))
        .join(' '),
    )
  }
  const text = bytes.toString('utf8')
  return flat(path.endsWith('.html') ? text.replaceAll(/<\/?(?:sup|b|i|em|strong|span|u|a)\b[^>]*>/g, '').replaceAll(/<[^>]*>/g, ' ') : text)
}

/** Without marks, page numbers (with the running head below), case and runs of white space. */
function flat(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\r', '')
    .replaceAll('\u{ad}', '')
    .replaceAll('&amp;', '&')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#8211;', '–')
    .replaceAll(/^[ \t]*(?:[-–—]\s*)?(?:Trang )?\d{1,3}(?:\s*[-–—])?[ \t]*$(?:\n+Số \S+$)?/gmu, '')
    .replaceAll(/[*|]/g, ' ')
    .replaceAll(/<br\s*\/?>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()
}

function expectedTexts(truth: Truth): string[] {
  const bodies = [
    ...(truth.tasks ?? []).flatMap((task) => [
      ...task.directing,
      ...task.lead,
      ...task.implementing,
      ...task.coordinating,
    ]),
    ...(truth.assignments ?? []).flatMap((assignment) => assignment.bodies),
  ].map((body) => body.text)
  return [
    truth.document.title,
    truth.document.signer?.name,
    truth.document.place,
    ...(truth.basis ?? []).map((basis) => basis.number),
    ...(truth.clauses ?? []).map((clause) => clause.text),
    ...(truth.tasks ?? []).flatMap((task) => [task.text, task.output]),
    ...bodies,
    ...(truth.footnotes ?? []).map((footnote) => footnote.text),
    ...(truth.recipients ?? []).flatMap((recipient) => [recipient.name, recipient.purpose]),
    ...(truth.issues ?? []).map((issue) => issue.found),
  ].filter((text) => typeof text === 'string')
}
