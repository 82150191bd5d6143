import { glob } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../scripts/process.ts'
import type { Row } from './row.ts'

const parts = new Set(['bare.ts', 'row.ts', 'run.ts'])

/** `npm run bench [name …]`: each file of this folder that exports `run`, one after the other, as one table. */
export async function bench(names: readonly string[]): Promise<number> {
  const files: string[] = []
  for await (const file of glob('*.ts', { cwd: join(root, 'bench') })) files.push(file)
  const chosen = files
    .filter((file) => !parts.has(file) && !file.includes('.worker.'))
    .filter((file) => names.length === 0 || names.includes(basename(file, '.ts')))
    .toSorted()
  console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}`)
  const rows: Row[] = []
  for (const file of chosen) {
    const module = (await import(pathToFileURL(join(root, 'bench', file)).href)) as {
      run?: () => Promise<readonly Row[]>
    }
    if (!module.run) continue
    process.stderr.write(`${file}…\n`)
    rows.push(...(await module.run()))
  }
  console.log(table(rows))
  return 0
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
