import type { ReadTable } from '../../documents/model.ts'

/** A table that begins with a numbered row goes on from the one before it: its page had no header of its own. */
export function joinTables(tables: readonly ReadTable[]): ReadTable[] {
  const joined: ReadTable[] = []
  for (const table of tables) {
    const before = joined.at(-1)
    if (!before || !goesOn(before, table)) joined.push(table)
    else {
      const first = { cells: table.header, group: null }
      joined[joined.length - 1] = { ...before, rows: [...before.rows, first, ...table.rows] }
    }
  }
  return joined
}

function goesOn(before: ReadTable, table: ReadTable): boolean {
  const numbered = /^\s*(?:\d{1,3}(?:\.\d+)*|[IVX]+)[.)]?\s*$/.test(table.header[0]?.text ?? '')
  return numbered && table.header.length === before.header.length
}
