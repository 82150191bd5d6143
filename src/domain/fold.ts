/**
 * The form in which Vietnamese is searched and compared: lower case, no tone or vowel marks, đ as d, white
 * space as one blank. "Đất chuẩn", "đất chuẩn" in NFD and "dat chuan" are one key; hoà and hòa are too.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
