import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/**
 * An Office file without the hour it was made, so that the same content gives the same bytes on any machine. The
 * day is of the machine's own time zone, since that is what a zip writes down.
 */
export function steadyFile(file: Uint8Array): Uint8Array {
  const made = new Date(2026, 0, 1)
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => {
    const core = name === 'docProps/core.xml'
    const text = core
      ? strFromU8(bytes).replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '2026-01-01T00:00:00Z')
      : ''
    return [name, core ? strToU8(text) : bytes] as const
  })
  return zipSync(Object.fromEntries(parts), { mtime: made })
}
