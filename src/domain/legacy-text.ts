/**
 * Letters of TCVN 5712:1993 as `.VnTime` draws them, by their Latin-1 sign. Capitals with a tone have no sign of their
 * own there: they were typed small in a font of capitals.
 */
const tcvn3 = pairs(
  'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00ADõøö÷ùúýûüþ®¡¢£¤¥¦§',
  'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂÊÔƠƯĐ',
)

/** VNI-Win writes a vowel and a sign for its tone or hat after it; these five letters are one sign each. */
const vniSingle = pairs('íìæóòîñôöÍÌÆÓÒÎÑÔÖ', 'íìỉĩịỵđơưÍÌỈĨỊỴĐƠƯ')

/** What the sign after a vowel adds, as combining marks. */
const vniMarks = new Map<string, string>([
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
  ['â', '\u0302'],
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
  ['ê', '\u0306'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
])

/** The upper half of VISCII (RFC 1456), from 0x80 on, and the six capitals that stand among its control signs. */
const viscii = new Map([
  ...Array.from(
    'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ',
    (letter, i) => [String.fromCharCode(0x80 + i), letter] as const,
  ),
  ...pairs('\u0002\u0005\u0006\u0014\u0019\u001E', 'ẲẴẪỶỸỴ'),
])

export function fromViscii(text: string): string {
  return Array.from(text, (sign) => viscii.get(sign) ?? sign).join('')
}

export function fromTcvn3(text: string): string {
  return Array.from(text, (sign) => tcvn3.get(sign) ?? sign).join('')
}

/** In one pass: a letter that was just made (`oâ` → ô) must not be read again as a sign (ô → ơ). */
export function fromVni(text: string): string {
  return text.replaceAll(
    /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[íìæóòîñôö]/giu,
    (sign: string, vowel?: string, mark?: string) => {
      if (vowel === undefined || mark === undefined) return vniSingle.get(sign) ?? sign
      const base = vniSingle.get(vowel) ?? vowel
      return `${base}${vniMarks.get(mark.toLowerCase()) ?? ''}`.normalize('NFC')
    },
  )
}

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const letters = Array.from(to)
  return new Map(Array.from(from, (sign, i) => [sign, letters[i]!]))
}
