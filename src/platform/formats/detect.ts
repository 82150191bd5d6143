/** What the first bytes say a file is; `ole` is the container of old Word, and of encrypted new Word. */
export type Kind = 'pdf' | 'zip' | 'ole' | 'rtf' | 'png' | 'jpg' | 'tif' | 'html' | 'text' | 'unknown'

const magic: readonly (readonly [Kind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['tif', [0x49, 0x49, 0x2a, 0x00]],
  ['tif', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** Tells the kind of a file from its bytes alone. */
export function kindOf(bytes: Uint8Array): Kind {
  const found = magic.find(([, head]) => head.every((byte, i) => bytes[i] === byte))
  if (found) return found[0]
  const head = asLatin1(bytes.subarray(0, 4096))
  // A PDF may begin with some bytes of a mail or a printer (ISO 32000, annex H).
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (isHtml(head)) return 'html'
  return isBinary(bytes) ? 'unknown' : 'text'
}

/** After a byte order mark, an XML line and comments, a page begins with one of these. */
function isHtml(head: string): boolean {
  const text = head.replaceAll('\0', '').replace(/^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '')
  const start = text.replace(/^(\s+|<\?xml[^>]*>|<!--[^]*?-->)+/, '')
  return /^<(!doctype\s+html|html|head|body|meta|title|div|table|p)\b/i.test(start)
}

/** Zero bytes away from UTF-16, or many controls: no text in any encoding. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65_536)
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  let zeros = [0, 0]
  let controls = 0
  head.forEach((byte, i) => {
    if (byte === 0) zeros = i % 2 === 0 ? [zeros[0]! + 1, zeros[1]!] : [zeros[0]!, zeros[1]! + 1]
    else if (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)) controls++
  })
  const [even = 0, odd = 0] = zeros
  const likeUtf16 = Math.max(even, odd) > head.length / 8 && Math.min(even, odd) < head.length / 200
  if (utf16 || likeUtf16) return false
  return even + odd > 0 || controls > head.length / 50
}

export function asLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
