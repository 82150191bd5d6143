import { fileURLToPath } from 'node:url'
import { openLaw } from '../../src/app/law.ts'

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))

/** The law that dothi ships, as the server reads it. */
export const shippedLaw = () => openLaw(projectRoot)
