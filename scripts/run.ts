import { bench } from '../bench/run.ts'
import { check } from './check.ts'
import { gate } from './gate.ts'
import { score } from './score.ts'
import { sharePicture } from './share-picture.ts'
import { test } from './test.ts'

/** The developer's commands behind `npm run …`; each ends with its exit code. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  check,
  'share-picture': sharePicture,
  gate,
  test: (args) => test(args, {}),
  'test:long': (args) => test(args, { DOTHI_LONG: '1' }),
  bench,
  score,
  bless: (args) => test(args, { DOTHI_BLESS: '1' }),
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
if (!command) console.error(`No such command: ${name}. There are: ${Object.keys(commands).join(', ')}.`)
process.exitCode = command ? await command(args) : 2
