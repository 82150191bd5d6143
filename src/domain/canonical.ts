/** What JSON can hold; bytes stand in it as hexadecimal digits. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** JSON with its keys in order and no white space: the same value gives the same text, and so the same digest. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (value instanceof Uint8Array) return `{"hex":"${hex(value)}"}`
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  // Every row of the record goes through here: one pass, without lists in between.
  const held = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const key of Object.keys(held).sort()) {
    const one = held[key]
    if (one !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(one)}`
  }
  return `{${text}}`
}

const digits = new TextEncoder().encode('0123456789abcdef')
const ascii = new TextDecoder()

/** A register's places are megabytes of bytes: their digits are written in place and made a text once. */
function hex(bytes: Uint8Array): string {
  const text = new Uint8Array(bytes.length * 2)
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    text[2 * i] = digits[byte >> 4] ?? 0
    text[2 * i + 1] = digits[byte & 15] ?? 0
  }
  return ascii.decode(text)
}
