/** Years in a column's heading, with or without "năm". */
export function strandYears(text: string): number[] {
  return [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => Number(match[1]))
}
