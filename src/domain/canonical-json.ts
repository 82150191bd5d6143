/** A value as JSON knows it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * JSON in the one form of RFC 8785: keys in order of UTF-16 units, no blanks, numbers as ECMAScript prints them.
 * Equal values give equal bytes, so that a digest of the text stands for the value.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return scalar(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.keys(value)
    .sort()
    .map((key) => `${scalar(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}

function scalar(value: null | boolean | number | string): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`JSON has no number ${value}`)
  if (typeof value === 'string' && !value.isWellFormed())
    throw new RangeError('JSON text must be well-formed Unicode')
  return JSON.stringify(value)
}
