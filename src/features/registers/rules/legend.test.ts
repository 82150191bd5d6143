import { beforeAll, describe, expect, test } from 'vitest'
import { openRegisters } from '../../../app/registers.ts'
import { projectRoot, shippedLaw } from '../../../../test/support/law.ts'
import type { Day } from '../../../domain/day.ts'
import type { Law } from '../../law/model.ts'
import { legendOf } from './legend.ts'

const on = '2026-11-22' as Day
let law: Law
let legend: (register: string, day?: Day) => ReturnType<typeof legendOf>
beforeAll(async () => {
  law = await shippedLaw()
  const catalogue = await openRegisters(projectRoot, law)
  legend = (register, day = on) => legendOf(catalogue.find(register, day), law, day)
})

describe('the colours of a map', () => {
  test('come from the tables of the law, each with its name and how sure that is', () => {
    const { field, rows } = legend('planning-zones')
    expect(field).toBe('code')
    expect(rows.length).toBeGreaterThan(10)
    for (const { code, name, colour, certainty } of rows) {
      expect(colour, code).toMatch(/^#[0-9a-f]{6}$/i)
      expect(name.vi, code).not.toBe('')
      expect(['seen', 'secondary', 'memory', 'assumed']).toContain(certainty)
    }
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
  })

  test('are never those of what no table gives a colour to', () => {
    const { plain, rows } = legend('planning-zones')
    expect(rows.map(({ colour }) => colour)).not.toContain(plain)
  })

  test('of a register without codes are its own alone', () => {
    expect(legend('flood-points')).toMatchObject({ field: null, rows: [] })
  })

  test('of a table that the law does not hold are none', () => {
    const definition = { ...legendSource(), fields: [] }
    expect(legendOf(definition, { ...law, parameters: new Map() }, on).rows).toEqual([])
  })
})

const legendSource = () =>
  ({ style: { field: 'code', law: 'dossier/cad-layers', code: 'code', colour: 'colour' } }) as Parameters<
    typeof legendOf
  >[0]
