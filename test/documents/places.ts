import type { DocumentReading } from '../../src/features/documents/model.ts'

type Place = readonly (readonly [number, number])[]

const words = (text: string): string => text.normalize('NFC').replaceAll(/[\s*#_\\<>]+|<\/?\w+>/g, '')
const slices = (text: string, at: Place): string => at.map(([start, end]) => text.slice(start, end)).join('')

/** Values whose words are not what stands at their places. */
export function misplaced(text: string, reading: DocumentReading): string[] {
  const { head } = reading
  const values: [string, string, Place][] = [
    ...(['number', 'place', 'title'] as const).flatMap((field): [string, string, Place][] =>
      head[field] === null ? [] : [[field, head[field], head.at[field] ?? []]],
    ),
    ...reading.basis.map((each): [string, string, Place] => ['basis', each.text, each.at]),
    ...reading.clauses.map((each): [string, string, Place] => [each.id, each.text, each.at]),
    ...reading.footnotes.map((each): [string, string, Place] => [`note ${each.no}`, each.text, each.at]),
    ...reading.issues.map((each): [string, string, Place] => [each.code, each.found, each.at]),
  ]
  return values
    .filter(([, value, at]) => words(value).replaceAll('–', '-') !== words(slices(text, at)).replaceAll('–', '-'))
    .map(([name, value]) => `${name}: ${value}`)
}

/** Words of three letters and more that no value, place or issue holds. */
export function dropped(text: string, reading: DocumentReading): string[] {
  const held = new Uint8Array(text.length)
  const places: Place[] = [
    ...Object.values(reading.head.at),
    ...[...reading.basis, ...reading.clauses, ...reading.footnotes, ...reading.recipients, ...reading.issues].map(
      (each) => each.at,
    ),
    ...[...reading.tables, ...reading.clauses.flatMap((clause) => clause.tables)].flatMap((table) =>
      [...table.header, ...table.rows.flatMap((row) => [...row.cells, ...(row.group ? [row.group] : [])])].map((cell) =>
        cell.at(),
      ),
    ),
  ]
  for (const at of places) for (const [start, end] of at) held.fill(1, start, end)
  return [...text.matchAll(/\p{L}{3,}/gu)]
    .filter(({ index, 0: word }) => held.slice(index, index + word.length).every((each) => each === 0))
    .map(([word]) => word)
    .filter((word) => !/^(?:Điều|Đi.u|Chương|Phần|Mục|Nơi|nhận|III|VII|VIII|strong|thứ|nhất|hai)$/iu.test(word))
}
