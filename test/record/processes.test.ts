import { describe, expect, test } from 'vitest'
import { auditVerify } from '../../src/platform/db/index.ts'
import { eachEngine } from '../engines.ts'
import { otherProcesses } from '../process.ts'

const program = new URL('./record.process.ts', import.meta.url)

describe('several processes work on one record', () => {
  eachEngine((open, _, place) => {
    const start = otherProcesses()

    test('two that open a new record at once both find it whole', async () => {
      const at = await place()
      const both = [start(program, 'open', at), start(program, 'open', at)]
      expect(await Promise.all(both.map((one) => one.said()))).toEqual(['done', 'done'])
      expect(await auditVerify(await open(undefined, at))).toMatchObject({ whole: true, revisions: 0 })
    })

    test('writers beside a running server all get their turn, and no revision is lost', async () => {
      const at = await place()
      const server = await open(undefined, at)
      await server.claimServer()
      const writers = [start(program, 'count', at, 15), start(program, 'count', at, 15)]
      expect(await Promise.all(writers.map((one) => one.said()))).toEqual(['done', 'done'])
      expect(await auditVerify(server)).toMatchObject({ whole: true, revisions: 30 })
    })

    test('a second server is refused with a sentence, and is let in when the first was killed', async () => {
      const at = await place()
      const first = start(program, 'serve', at)
      expect(await first.said()).toBe('serving')
      const second = await open(undefined, at)
      await expect(second.claimServer()).rejects.toMatchObject({ code: 'record-served' })
      await first.kill()
      const claim = await second.claimServer()
      expect(await start(program, 'serve', at).said()).toBe('record-served')
      await claim.release()
      expect(await start(program, 'serve', at).said()).toBe('serving')
    })
  })
})
