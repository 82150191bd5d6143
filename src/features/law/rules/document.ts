import type { LegalDocument } from '../model.ts'

/** The Ministry of Justice's database of all legal documents, where one is found by its number. */
export const nationalLaw = 'https://vbpl.vn'

/** What a document is looked for by: its number, or its title where the number is not known yet. */
export const wordsToFind = ({ number, title }: Pick<LegalDocument, 'number' | 'title'>): string =>
  /\d/.test(number) ? number : title.vi
