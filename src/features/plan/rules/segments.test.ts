import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from '../../../domain/span.ts'
import { sectionAt, sectionsOf, segmentsOf } from './segments.ts'

describe('the text beside the proposals', () => {
  test('a value inside a task is lit as the value, the rest as the task', () => {
    const segments = segmentsOf(
      'Trồng cây ven sông',
      [0, 18],
      [
        { id: 'task:1', at: [[0, 18]] },
        { id: 'target:a', at: [[6, 9]] },
      ],
    )
    expect(segments.map(({ text, ids }) => [text, ...ids])).toEqual([
      ['Trồng ', 'task:1'],
      ['cây', 'target:a', 'task:1'],
      [' ven sông', 'task:1'],
    ])
  })

  test('a long text is cut where a clause begins', () => {
    expect(sectionsOf('x'.repeat(100), [30, 45, 80], 50)).toEqual([
      [0, 45],
      [45, 80],
      [80, 100],
    ])
    expect(
      sectionAt(
        [
          [0, 45],
          [45, 100],
        ],
        45,
      ),
    ).toBe(1)
    expect(
      sectionAt(
        [
          [0, 45],
          [45, 100],
        ],
        undefined,
      ),
    ).toBe(0)
  })

  const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): Span => (a < b ? [a, b] : [b, a]))

  test('property: no character is lost or shown twice, and each lies under exactly the places that cover it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(span, { maxLength: 6 }), (text, spans) => {
        const places = spans.map((at, i) => ({ id: `c${i}`, at: [at] }))
        const segments = segmentsOf(text, [0, text.length], places)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        for (const { start, ids } of segments) {
          const covering = places.filter(({ at: [[from, to] = [0, 0]] }) => from <= start && start < to)
          expect([...ids].sort()).toEqual(covering.map(({ id }) => id).sort())
        }
      }),
    )
  })

  test('property: sections follow one another without a gap and none is too long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', ' '), maxLength: 200 }),
        fc.array(fc.nat(200)),
        (text, starts) => {
          const sections = sectionsOf(text, starts, 20)
          expect(sections.map(([from, to]) => text.slice(from, to)).join('')).toBe(text)
          for (const [from, to] of sections) expect(to - from).toBeLessThanOrEqual(20)
        },
      ),
    )
  })
})
