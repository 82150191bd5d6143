import { fold } from '../../../domain/fold.ts'

/** Ends a sentence or a list entry. */
export const endsSentence = (text: string): boolean =>
  /[.:;!?…]["”’)\]]*\s*(?:⁽[\d¹²³⁰⁴-⁹*]+⁾|\[\d+\]|[¹²³⁴-⁹]+)*$/.test(text)

/** Words that cannot be the last of a paragraph: what follows belongs to it, whatever its case. */
const openWords = /(?:^|\s)(?:và|hoặc|của|các|những|với|theo|tại|cho|bởi|như|cùng|giữa)$/iu
/** Words that may end a title too: only over a page's end, or before a number, do they mean that something follows. */
const looseWords =
  /(?:^|\s)(?:về|để|trong|từ|đến|là|do|Đ\/c|đồng chí|thực hiện|trên|không|được|bằng|một|số|ngày|năm|tháng)$/iu

export const endsOpen = (text: string): boolean => /[,–\-/(“"]$/.test(text) || openWords.test(text)
export const endsLoose = (text: string): boolean => endsOpen(text) || looseWords.test(text)

/** Begins in lower case: it goes on with something. */
export const beginsLower = (text: string): boolean => /^["“(]?\p{Ll}/u.test(text)

/** All its letters are capitals, and there are at least three. */
export function isCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}.*\p{Lu}.*\p{Lu}/su.test(text)
}

/** The folded text without any mark or space: for comparing what scanning may have spaced or pointed otherwise. */
export const bare = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
