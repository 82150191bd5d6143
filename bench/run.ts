import { glob } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../scripts/process.ts'
import type { Row } from './row.ts'

const parts = new Set(['bare.ts', 'row.ts', 'run.ts'])

/**
 * `npm run bench [-- NAME …]`: each file of this folder, one after the other, as one table. A new one is a file
 * that exports `run`; what it is made of lies in a folder of its name. One that fails does not cost the others.
 */
export async function bench(names: readonly string[]): Promise<number> {
  const files: string[] = []
  for await (const file of glob('*.ts', { cwd: join(root, 'bench') })) files.push(file)
  const all = files.filter((file) => !parts.has(file) && !/\.(worker|process)\./.test(file)).toSorted()
  const chosen = all.filter((file) => names.length === 0 || names.includes(basename(file, '.ts')))
  const unknown = names.find((name) => !chosen.includes(`${name}.ts`))
  if (unknown !== undefined) {
    console.error(
      `No such bench: ${unknown}. There are: ${all.map((file) => basename(file, '.ts')).join(', ')}.`,
    )
    return 2
  }
  console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}`)
  const rows: Row[] = []
  let failed = 0
  for (const file of chosen) {
    process.stderr.write(`${file}…\n`)
    try {
      rows.push(...(await measure(file)))
    } catch (error) {
      failed++
      console.error(`${file} failed:`, error)
    }
  }
  console.log(table(rows))
  return failed > 0 ? 1 : 0
}

async function measure(file: string): Promise<readonly Row[]> {
  const module = (await import(pathToFileURL(join(root, 'bench', file)).href)) as {
    run: () => Promise<readonly Row[]>
  }
  return module.run()
}

/** Numbers to the right, words to the left. */
function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.name,
    row.value.toLocaleString('en', { maximumSignificantDigits: 4 }),
    row.unit,
    row.ratio?.toFixed(2) ?? '',
    row.against ?? '',
  ])
  const all = [['what', 'value', 'unit', 'ratio', 'against'], ...lines]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)))
  const pad = (cell: string, column: number) =>
    column === 1 || column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
  return all.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}
