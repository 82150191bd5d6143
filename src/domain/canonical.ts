/** What JSON can hold; bytes stand in it as hexadecimal digits. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** JSON with its keys in order and no white space: the same value gives the same text, and so the same digest. */
export function canonical(value: unknown): string {
  if (value instanceof Uint8Array) return JSON.stringify({ hex: hex(value) })
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  const ordered = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${ordered.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
}

/** Two digits a byte, made once: a register's places are megabytes of bytes. */
const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += digits[byte]
  return text
}
