import { openLaw } from '../src/app/law.ts'
import { openRegisters } from '../src/app/registers.ts'
import type { Day } from '../src/domain/day.ts'
import {
  analyzeEntries,
  insertEntries,
  makeFromDefinitions,
  type NewEntry,
} from '../src/features/registers/index.ts'
import { openRecord, type RecordPlace } from '../src/platform/db/index.ts'
import { root } from '../scripts/process.ts'
import { author, entryOf, type RegisterName } from './town/entries.ts'
import { readShapes } from './town/town-file.ts'

/** What the process found: `node bench/town.process.ts PLACE REGISTER FILE`. */
export interface Entered {
  readonly entries: number
  readonly ms: number
  /** Most memory that the process held, in bytes. */
  readonly memory: number
}

/** Entries a statement, and entries that are brought into the order of their ids: as an import does it. */
const [atOnce, inOrder] = [100, 20_000]

/** Enters the shapes of a file into a register as one long commit: in a process of its own, so that its memory is told. */
const [place = '', register = '', file = ''] = process.argv.slice(2)
const record = await openRecord(JSON.parse(place) as RecordPlace)
const began = performance.now()
const long = await record.long(author, 'đo')
let entries = 0
for await (const shapes of readShapes(file, inOrder)) {
  const block = shapes
    .map((wkb, i) => entryOf(register as RegisterName, entries + i + 1, wkb))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const parts: NewEntry[][] = []
  for (let i = 0; i < block.length; i += atOnce) parts.push(block.slice(i, i + atOnce))
  await long.each(parts, (batch, part) => insertEntries(batch, register, part))
  entries += block.length
}
await long.close()
const catalogue = await openRegisters(root, await openLaw(root))
await makeFromDefinitions(record, catalogue.on('2026-01-01' as Day))
await analyzeEntries(record)
const ms = performance.now() - began
await record.close()
const entered: Entered = { entries, ms, memory: process.resourceUsage().maxRSS * 1024 }
process.stdout.write(JSON.stringify(entered))
