import { decoderOf, oldPageOf } from '../text/encoding.ts'

export interface OldNames {
  readonly names: readonly string[]
  readonly encoding: string
}

/** Upper half of code page 437, in which a zip's names are written where it says nothing else (APPNOTE, appendix D). */
const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0'
const fromCp437 = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : cp437[byte - 0x80]!)).join('')

/**
 * Names of an archive that are no UTF-8. Programs of Vietnamese Windows write those of the page they run in, and old fonts
 * their own; all names together tell which. What tells nothing is read as the format has it: each byte a letter, so that
 * no two names become one.
 */
export function oldNames(raw: readonly Uint8Array[]): OldNames {
  const page = oldPageOf(Buffer.concat(raw.flatMap((name) => [name, Buffer.from('\n')])))
  const read = page === undefined ? fromCp437 : decoderOf(page)
  return { names: raw.map(read), encoding: page ?? 'CP437' }
}
