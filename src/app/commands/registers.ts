import { dayAt } from '../../domain/day.ts'
import { registersText } from '../../features/registers/index.ts'
import type { Command } from '../../platform/cli/index.ts'
import { systemClock } from '../../platform/clock/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { openLaw } from '../law.ts'
import { openRegisters } from '../registers.ts'

/** `npx dothi registers`: which registers there are, with their fields; entries are not among it. */
export function registersCommand(): Command {
  return {
    name: 'registers',
    summary: {
      vi: 'liệt kê các lớp dữ liệu bản đồ và trường của chúng',
      en: 'list the registers of the map and their fields',
    },
    usage: '[--json]',
    takes: [0, 0],
    json: true,
    async run(terminal) {
      const { root } = readConfig(process.env)
      const catalogue = await openRegisters(root, await openLaw(root))
      const list = catalogue.on(dayAt(systemClock.now()))
      terminal.answer(list, registersText)
    },
  }
}
