import type { PublishedPlan } from '../../model/published.ts'

/** "Kế hoạch thực hiện …": kind and title in one line, the kind as a word and not in the capitals of its line. */
export function documentTitle({ kind, title }: PublishedPlan['document']): string {
  const name = kind === null ? '' : kind.slice(0, 1).toUpperCase() + kind.slice(1).toLowerCase()
  if (title === null) return name
  return title.toLowerCase().startsWith(name.toLowerCase()) ? title : `${name} ${title}`.trim()
}

/** A name taken out of the middle of a sentence, as it stands at the head of a row. */
export function sentenceCase(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
}
