import { fileURLToPath } from 'node:url'
import { openLaw } from '../../src/app/law.ts'
import { openRegisters } from '../../src/app/registers.ts'

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** The law that dothi ships, as the server reads it. */
export const shippedLaw = oncePerFile(() => openLaw(projectRoot))

/** The registers that dothi ships, checked against that law. */
export const shippedRegisters = oncePerFile(async () => openRegisters(projectRoot, await shippedLaw()))

/** What a test file reads once, however many of its tests ask for it: values that nobody changes. */
function oncePerFile<T>(read: () => Promise<T>): () => Promise<T> {
  const made: Promise<T>[] = []
  return () => (made[0] ??= read())
}
