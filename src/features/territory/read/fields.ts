/** Names under which files in use keep a thing, in lower case without `_`, `-` and blanks; the better ones first. */
export const fieldNames = {
  code: ['code', 'wardcode', 'maxa', 'madvhc', 'madonvi', 'ma'],
  fullName: ['fullname', 'tendaydu', 'tendvhc'],
  name: ['name', 'tenxa', 'tendonvi', 'ten'],
  kind: ['kind', 'loai', 'loaidvhc', 'cap', 'administrativeunitshortname'],
  km2: ['areakm2', 'dientichkm2', 'dtichkm2', 'dientich'],
} as const

/** Looks a thing up under any of its names. */
export function fieldOf(properties: Readonly<Record<string, unknown>>) {
  const plain = new Map(
    Object.entries(properties).map(([name, value]) => [name.toLowerCase().replaceAll(/[_\-\s]/g, ''), value]),
  )
  return (names: readonly string[]): unknown => {
    const name = names.find((each) => plain.get(each) !== undefined && plain.get(each) !== null)
    return name === undefined ? null : plain.get(name)
  }
}
