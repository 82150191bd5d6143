import { expect, test } from 'vitest'
import { eachEngine } from '../../../../test/engines.ts'
import type { Day } from '../../../domain/day.ts'
import type { Finding, FindingKind } from '../../../domain/finding.ts'
import { acceptFindings, gate, takeBackAcceptance, type GateServices } from './gate.ts'

const on = '2026-12-01' as Day
const author = { agency: 'uy-ban', post: 'lanh-dao', person: 'nguoi-1' }
const words = { vi: '{label} chồng {size}', en: '{label} overlaps {size}' }
const kinds: Readonly<Record<string, FindingKind>> = {
  'zone-overlap': { ...words, severity: 'stop', mend: words, example: words, clause: null },
}

function overlap(id: string, size: number, severity: Finding['severity'] = 'stop'): Finding {
  return {
    code: 'zone-overlap',
    severity,
    about: [{ register: 'planning-zones', id, label: id }],
    size: { value: size, unit: 'm²' },
    at: [1, 2],
    shape: null,
    params: { label: id, size },
  }
}

eachEngine((open) => {
  /** A town in which these things are found, by a look that is handed in as the app does it. */
  const town = async (findings: Finding[]) => {
    const record = await open(() => new Date(`${on}T03:00:00Z`))
    const services: GateServices = { record, kinds, look: () => Promise.resolve({ entries: 9, findings }) }
    return { services, findings, seen: () => gate(services, 'uy-ban', on) }
  }

  test('what stops comes first, the largest before; a note stops nothing', async () => {
    const { seen } = await town([overlap('a', 1), overlap('c', 900, 'note'), overlap('b', 20)])
    const { stops, entries, findings } = await seen()
    expect([stops, entries]).toEqual([2, 9])
    expect(findings.map(({ about }) => about[0]?.id)).toEqual(['b', 'a', 'c'])
  })

  test('accepted with a reason, it stops no more; who, why and what was found is kept', async () => {
    const { services, seen } = await town([overlap('a', 1), overlap('b', 20)])
    const [first] = (await seen()).findings
    expect(
      await acceptFindings(services, author, { on, which: [first?.id ?? ''], reason: ' Đã đo lại ' }),
    ).toBe(1)
    const { stops, findings } = await seen()
    expect(stops).toBe(1)
    expect(findings.find(({ id }) => id === first?.id)?.accepted).toEqual({
      code: 'zone-overlap',
      said: 'b chồng 20',
      reason: 'Đã đo lại',
      post: 'lanh-dao',
    })
  })

  test('of another agency it is not accepted', async () => {
    const { services, seen } = await town([overlap('a', 1)])
    await acceptFindings(
      services,
      { ...author, agency: 'xa-khac' },
      { on, which: ['zone-overlap'], reason: 'x' },
    )
    expect((await seen()).stops).toBe(1)
  })

  test('all of a kind at once; a fault that grew since is another fault, and stops again', async () => {
    const { services, findings, seen } = await town([overlap('a', 1), overlap('b', 20)])
    expect(
      await acceptFindings(services, author, { on, which: ['zone-overlap'], reason: 'Đúng hồ sơ' }),
    ).toBe(2)
    expect((await seen()).stops).toBe(0)
    expect(await acceptFindings(services, author, { on, which: ['zone-overlap'], reason: 'Lần nữa' })).toBe(0)
    findings[1] = overlap('b', 400)
    expect((await seen()).stops).toBe(1)
  })

  test('taken back, it stops again, and may be accepted again the same day', async () => {
    const { services, seen } = await town([overlap('a', 1)])
    const accept = () => acceptFindings(services, author, { on, which: ['zone-overlap'], reason: 'x' })
    await accept()
    const id = (await seen()).findings[0]?.id ?? ''
    await takeBackAcceptance(services, author, id, 'Nhầm ô')
    expect((await seen()).stops).toBe(1)
    await accept()
    expect((await seen()).stops).toBe(0)
  })

  test('without a reason, or of what nobody found, nothing is accepted', async () => {
    const { services } = await town([overlap('a', 1)])
    const accept = (which: string, reason: string) =>
      acceptFindings(services, author, { on, which: [which], reason })
    await expect(accept('zone-overlap', ' ')).rejects.toThrow('gate-reason')
    await expect(accept('zone-gap', 'x')).rejects.toThrow('gate-no-finding')
    await expect(takeBackAcceptance(services, author, 'x', '')).rejects.toThrow('gate-reason')
    await expect(takeBackAcceptance(services, author, 'x', 'y')).rejects.toThrow('fact-missing')
  })
})
