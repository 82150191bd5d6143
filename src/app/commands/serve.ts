import { readConfig } from '../../platform/config/index.ts'
import type { Command } from '../../platform/cli/index.ts'
import type { Serving } from '../serve.ts'

export function serveCommand(version: string): Command {
  return {
    name: 'serve',
    summary: { vi: 'mở trang của thị xã trên máy này', en: "serve the town's pages on this machine" },
    usage: '[--json]',
    takes: [0, 0],
    json: true,
    async run(terminal) {
      const config = readConfig(process.env)
      // Loaded here: help and the small commands answer without waiting for the server's packages.
      const { serve } = await import('../serve.ts')
      const serving = await serve(config, version, (line) => terminal.tell({ vi: line, en: line }))
      // Listened for before anybody knows that it serves: who reads the answer may stop it at once.
      const stopped = untilStopped()
      terminal.answer(
        { public: serving.public, staff: serving.staff, pid: process.pid },
        (_, language) => addresses(serving)[language],
      )
      await stopped
      await serving.stop()
    },
  }
}

function addresses(serving: Serving) {
  return {
    vi: `\n  Trang công khai:  ${serving.public}\n  Cán bộ, mở một lần: ${serving.staff}\n\n  Dừng: Ctrl+C\n`,
    en: `\n  Public pages:          ${serving.public}en\n  Officer, opens once:   ${serving.staff}\n\n  Stop: Ctrl+C\n`,
  }
}

/** A terminal and whatever started us may each send the signal; the first one counts. */
async function untilStopped(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    // Where the launcher is gone without a word (killed, or Windows, which has no signals), nobody can stop us.
    process.once('disconnect', () => resolve())
  })
  // The open channel would keep this process alive after its work is done.
  if (process.connected) process.disconnect()
}
