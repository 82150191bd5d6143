import { readFile } from 'node:fs/promises'
import { runCommandLine } from '../platform/cli/index.ts'
import { commandsOf } from './cli.ts'

// A reader that has seen enough (`| head -1`) closes the pipe; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}
process.exitCode = await runCommandLine(
  commandsOf(version),
  process.argv.slice(2),
  { out: process.stdout, err: process.stderr },
  version,
)
