import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dothi, exampleFolder } from '../server.ts'
import { unitTable } from '../support/unit-table.ts'

const act = '1677/NQ-UBTVQH15'
const day = '2025-07-01'

describe('units on the command line, one step after the other', () => {
  let folder: Awaited<ReturnType<typeof exampleFolder>>
  beforeAll(async () => {
    folder = await exampleFolder()
  })
  afterAll(() => folder.remove())

  const run = (...args: string[]) => dothi(['territory', ...args], folder.data).ended
  const answer = async (...args: string[]) => {
    const { code, out, err } = await run(...args, '--json')
    expect(code, err).toBe(0)
    return JSON.parse(out) as Record<string, unknown>
  }

  test('a table comes in by the post that may; what it says is proposed until an act is named', async () => {
    const table = await unitTable(folder.data)
    expect(await answer('import', table, '--on', day)).toMatchObject({ moves: 4, proposals: 4, issues: [] })
    const { proposals } = await answer('proposals', '--on', day)
    expect(proposals).toHaveLength(4)
    expect(proposals).toContainEqual(expect.objectContaining({ basis: 'mapping', part: 'part' }))
    const { rows } = await answer('crosswalk', '--from', '2025-06-30', '--to', day)
    const certainties = (rows as { area: { certainty: string } }[]).map(({ area }) => area.certainty)
    expect(new Set(certainties)).toEqual(new Set(['exact', 'proposed', 'unknown']))
  })

  test('without the act, or by a post without the right, nothing is decided', async () => {
    for (const [args, words] of [
      [['decide', '21028', '--on', day], /--document/],
      [['decide', '21028', '--on', day, '--document', act, '--post', 'giam-sat'], /không có quyền/],
    ] as const) {
      const { code, err } = await run(...args)
      expect(code).not.toBe(0)
      expect(err).toMatch(words)
    }
  })

  test('a proposal is refused by its code, and is not made again', async () => {
    expect(await answer('refuse', '21022', '--on', day)).toEqual({
      on: day,
      refused: [{ from: '21022', to: '21025', part: 'whole', basis: 'mapping' }],
    })
    const { code, err } = await run('refuse', '21022', '21025', '--on', day)
    expect([code, err]).toEqual([1, expect.stringContaining('21022')])
  })

  test('naming the act decides for the unit, and the edition says so', async () => {
    expect((await answer('decide', '21028', '--on', day, '--document', act))['decided']).toHaveLength(2)
    const { proposals } = await answer('proposals', '--on', day)
    expect(proposals).toHaveLength(1)
    expect(await answer('find', 'tran phu', '--on', day)).toMatchObject({
      units: [{ fullName: 'Phường Nghĩa Lộ', decided: true }],
    })
    const { files } = await answer('publish')
    expect(files).toBeGreaterThan(60)
  })
})
