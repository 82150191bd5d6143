import { fromTcvn3, fromVni } from '../../../../domain/legacy-text.ts'

/** Signs that AutoCAD writes by number where the drawing's code page has none (`\U+1EA5`), and codes of lines. */
export function plainCad(text: string): string {
  return text
    .replaceAll(/\\U\+([0-9A-F]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replaceAll(/%%[uok]/gi, '')
}

/** The words of an MTEXT as AutoCAD keeps it, without fonts, heights, colours and braces: of a DWG it comes as it is. */
export function plainMtext(text: string): string {
  return text
    .replaceAll(/\\S((?:[^;\\]|\\.)*);/g, (_, body: string) =>
      body
        .replace(/\s*\^\s*/, ' ')
        .replace('#', '/')
        .trim(),
    )
    .replaceAll(/\\[ACFHQTWcfp][^;\\{}]*;/g, '')
    .replaceAll(/\\[LlOoKk]/g, '')
    .replaceAll(/(?<!\\)[{}]/g, '')
    .replaceAll(/\\[PN]/g, '\n')
    .replaceAll('\\~', ' ')
    .replaceAll(/\\([\\{}])/g, '$1')
}

/** Letters that stand in no page of old fonts: what holds one is Unicode already. */
const unicode = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]/

/**
 * A label by the font it is drawn in, where the drawing as a whole is no old text: `.VnTime` and `VNI-Times` show
 * Latin letters as Vietnamese ones, and fonts of TCVN3 that end in H show capitals.
 */
export function labelIn(font: string, text: string): string {
  if (unicode.test(text)) return text
  if (/^VNI[- ]/i.test(font)) return fromVni(text).normalize('NFC')
  if (!/^\.?Vn[A-Z]/i.test(font)) return text
  const small = fromTcvn3(text)
  return font.endsWith('H') ? small.toLocaleUpperCase('vi') : small
}

export const isUnicodeVietnamese = (text: string): boolean => unicode.test(text)
