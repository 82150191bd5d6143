import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toneSlips } from '../../src/features/documents/read/tones.ts'
import { measureTones } from '../../test/documents/tone-slips.ts'

const planted = 200

/** How many of the tone slips planted in our own samples are found, as a section of the table. */
export async function tonesSection(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => /\.(?:txt|md)$/.test(file)).toSorted()
  const all = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const texts = all.map((text) => text.normalize('NFC')).filter((text) => toneSlips(text).length === 0)
  const rows = (['set phrases', 'any word'] as const).map((where) => {
    const { found, mended, falseAlarms } = measureTones(texts, planted, where)
    const share = (part: number) => (part / planted).toFixed(3)
    return `| ${where} | ${planted} | ${share(found)} | ${share(mended)} | ${falseAlarms} |`
  })
  return `## Tone slips

${planted} slips of scanning planted one at a time in the ${texts.length} samples (\`.txt\`, \`.md\`) that have none of their own, each text read again. A slip in
a word outside of every set phrase cannot be told from another word. False alarms: reported where nothing was planted.

| planted in | slips | recall | right spelling suggested | false alarms |
|---|--:|--:|--:|--:|
${rows.join('\n')}
`
}
