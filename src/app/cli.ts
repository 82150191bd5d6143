import type { Command } from '../platform/cli/index.ts'

/** Every command of `npx dothi …`, in the order of the help. */
export const commands: readonly Command[] = []
