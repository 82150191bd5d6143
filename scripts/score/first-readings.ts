import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'

const share = z.number().min(0).max(1)
const schema = z.strictObject({
  batches: z.array(z.string()),
  fields: z.record(z.string(), z.array(z.tuple([z.int(), share, share]).nullable())),
})

/** What is on record of documents read before the reader was mended by them, as a section of the table. */
export async function firstReadingsSection(path: string): Promise<string> {
  const { batches, fields } = schema.parse(parse(await readFile(path, 'utf8')))
  const rows = Object.entries(fields).map(([field, found]) => {
    const cells = found.flatMap((each) =>
      each ? [String(each[0]), each[1].toFixed(3), each[2].toFixed(3)] : ['0', '–', '–'],
    )
    return `| ${[field, ...cells].join(' | ')} |`
  })
  const titles = batches.flatMap((_, i) => [`batch ${i + 1}: values`, 'precision', 'recall'])
  return `## First readings

Batches of documents whose truth was written before the reader saw them, and what it made of each at the first reading. Each batch was
then used to mend the reader by general rules, and is among the samples since; a truth that broke a convention was put right after.
These figures, not those of the samples, say what to expect of a document nobody has seen.

${batches.map((batch, i) => `${i + 1}. ${batch}`).join('\n')}

| ${['field', ...titles].join(' | ')} |
|${['---', ...titles.map(() => '--:')].join('|')}|
${rows.join('\n')}
`
}
