import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { readPlanFile } from '../src/features/plan/index.ts'
import { parseTruth } from '../test/documents/truth.ts'
import { root } from './process.ts'
import { compare } from './score/compare.ts'
import { firstReadingsSection } from './score/first-readings.ts'
import { Tally } from './score/tally.ts'
import { tonesSection } from './score/tones.ts'

const sets = [
  { name: 'samples', documents: 'test/documents/samples', truth: 'test/documents/truth' },
  { name: 'held out', documents: 'test/documents/holdout', truth: 'test/documents/holdout/truth' },
] as const
const table = 'docs/reading-quality.generated.md'

/**
 * `npm run score`: holds the reader against the hand-written truth of every sample and writes the table in docs.
 * `--misses` lists each difference on the documents the reader is developed on, never on those held out;
 * `--check` writes nothing.
 */
export async function score(args: readonly string[]): Promise<number> {
  const tallies = []
  for (const set of sets) tallies.push({ ...set, ...(await scoreSet(set.documents, set.truth)) })
  const first = await firstReadingsSection(join(root, 'test/documents/first-readings.yaml'))
  const text = `${tableOf(tallies)}\n${first}\n${await tonesSection(join(root, sets[0].documents))}`
  if (!args.includes('--check')) await writeFile(join(root, table), text)
  if (args.includes('--misses')) console.log(tallies[0]?.tally.misses.join('\n'))
  for (const { name, unread } of tallies) for (const file of unread) console.log(`${name}: ${file}`)
  console.log(text)
  return 0
}

export async function scoreSet(documents: string, truths: string) {
  const tally = new Tally()
  const unread: string[] = []
  const files = (await readdir(join(root, documents))).filter((file) =>
    /\.(docx|html|pdf|txt|md)$/.test(file),
  )
  for (const file of files.toSorted()) {
    const truth = parseTruth(await readFile(join(root, truths, `${parse(file).name}.yaml`), 'utf8'))
    tally.begin(parse(file).name)
    try {
      compare(tally, truth, await readPlanFile(await readFile(join(root, documents, file)), file))
    } catch (error) {
      unread.push(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { tally, unread, documents: files.length - unread.length }
}

interface Scored {
  readonly name: string
  readonly tally: Tally
  readonly documents: number
}

function tableOf(sets: readonly Scored[]): string {
  const fields = [...new Set(sets.flatMap(({ tally }) => [...tally.fields.keys()]))]
  const share = (right: number, of: number) => (of === 0 ? '–' : (right / of).toFixed(3))
  const rows = fields.map((field) => {
    const cells = sets.flatMap(({ tally }) => {
      const { expected, found, right } = tally.fields.get(field) ?? { expected: 0, found: 0, right: 0 }
      return [String(expected), share(right, found), share(right, expected)]
    })
    return `| ${[field, ...cells].join(' | ')} |`
  })
  const titles = sets.flatMap(({ name }) => [`${name}: values`, 'precision', 'recall'])
  return `# How well documents are read

Written by \`npm run score\`; do not edit. Precision: of what was read, the share that is right. Recall: of what is there, the share that
was read right. **All documents are our own**, written for this purpose, with a truth written by hand (\`test/documents/README.md\`):
${sets.map(({ name, documents }) => `${documents} ${name}`).join(', ')}. The reader is developed on the samples, so their figures flatter it; it is never tuned to those
held out. Offices' real documents vary more than either; treat the figures as an upper bound.

| ${['field', ...titles].join(' | ')} |
|${['---', ...titles.map(() => '--:')].join('|')}|
${rows.join('\n')}
`
}
