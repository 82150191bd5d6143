import { fold } from '../../../domain/fold.ts'

/** A name as it stands in an address: "Ủy ban nhân dân thị xã" is `uy-ban-nhan-dan-thi-xa`. */
export function slugOf(text: string): string {
  return fold(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

const plain = /^[A-Za-z0-9][A-Za-z0-9._-]*$/

/**
 * One key for each name, fit for an address and unlike every other, also where a name comes twice: the first one
 * keeps the plain name, the next is `1.1-2`, unless another is called so.
 */
export function keysFor(names: readonly string[]): string[] {
  const wanted = names.map((name) => (plain.test(name) ? name : slugOf(name) || 'khong-so'))
  const first = new Set(wanted)
  const taken = new Set<string>()
  return wanted.map((name) => {
    let key = name
    for (let times = 2; taken.has(key) || (key !== name && first.has(key)); times++) key = `${name}-${times}`
    taken.add(key)
    return key
  })
}
