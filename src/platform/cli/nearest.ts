/** The known word that takes the fewest edits to reach; the first one where nothing is near. */
export function nearest(word: string, known: readonly string[]): string {
  const [first = ''] = known
  return known.reduce((best, next) => (edits(word, next) < edits(word, best) ? next : best), first)
}

/** Levenshtein's distance. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let index = 0; index < from.length; index++) {
    const next = [index + 1]
    for (let column = 1; column <= to.length; column++) {
      const swap = (row[column - 1] ?? 0) + (from[index] === to[column - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
