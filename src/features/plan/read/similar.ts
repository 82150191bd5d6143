import { words } from './plain.ts'

/** Words that tell nothing of what is measured. */
const idle = new Set(
  'cua cac va tai tren trong cho voi den dat la o thi xa thanh pho phuong tinh do dich vu mang ha tang he thong ty le ti muc so duoc toan dia ban khu vuc nam co tong'.split(
    ' ',
  ),
)

/** How alike two wordings of an indicator are, 0 to 1; 0 where their codes differ (4G, 5G; loại III, IV). */
export function likeness(a: string, b: string): number {
  const [left, right] = [contentOf(a), contentOf(b)]
  const codes = (set: ReadonlySet<string>) =>
    [...set]
      .filter((word) => /\d/.test(word))
      .sort()
      .join(' ')
  if (codes(left) !== codes(right)) return 0
  const shared = [...left].filter((word) => right.has(word)).length
  const all = new Set([...left, ...right]).size
  return all === 0 ? 0 : shared / all
}

function contentOf(text: string): Set<string> {
  const all = words(text)
  const content = all.filter((word) => !idle.has(word))
  return new Set(content.length > 0 ? content : all)
}

/** One name whatever its spelling: for joining what the text says of one indicator in two places. */
export const nameKey = (text: string): string => words(text).join(' ')
