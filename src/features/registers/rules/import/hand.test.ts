import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryValue } from '../../model/entry.ts'
import { changedByHand, type PastVersion } from './hand.ts'

const value = (code: string, over: Partial<EntryValue> = {}): EntryValue => ({
  disclosure: 'internal',
  releasedBy: null,
  stage: 'planned',
  status: null,
  accuracy: 1,
  source: { made: 'file', name: 'a' },
  label: code,
  geometry: null,
  properties: { code },
  ...over,
})
const given = new Set(['code'])
type Write = readonly [who: 'file' | 'undone' | 'undo' | 'hand', value: EntryValue | null]

/** Each write as a revision of its own, from 1 on. */
function judged(writes: readonly Write[]) {
  const history = writes.flatMap(([, is], i): PastVersion[] =>
    is ? [{ from: i + 1, to: i + 1 < writes.length ? i + 2 : null, value: is }] : [],
  )
  const by = (...kinds: readonly Write[0][]) =>
    new Set(writes.flatMap(([who], i) => (kinds.includes(who) ? [i + 1] : [])))
  return changedByHand(history, given, { said: by('file'), imports: by('file', 'undone', 'undo') })
}

describe('what a person changed since the source last said it', () => {
  test.each<[string, readonly Write[], ReturnType<typeof judged>]>([
    ['nobody', [['file', value('A')]], null],
    [
      'a correction',
      [
        ['file', value('A')],
        ['hand', value('B')],
      ],
      { revision: 2, fields: ['code'] },
    ],
    [
      'a release after it is not the correction',
      [
        ['file', value('A')],
        ['hand', value('B')],
        ['hand', value('B', { disclosure: 'public' })],
      ],
      { revision: 2, fields: ['code'] },
    ],
    [
      'a release alone',
      [
        ['file', value('A')],
        ['hand', value('A', { disclosure: 'public' })],
      ],
      null,
    ],
    [
      'there and back again',
      [
        ['file', value('A')],
        ['hand', value('B')],
        ['hand', value('A')],
      ],
      null,
    ],
    [
      'what a later file was accepted over',
      [
        ['file', value('A')],
        ['hand', value('B')],
        ['file', value('C')],
      ],
      null,
    ],
    [
      'what came again when that file was taken back',
      [
        ['file', value('A')],
        ['hand', value('B')],
        ['undone', value('C')],
        ['undo', value('B')],
      ],
      { revision: 2, fields: ['code'] },
    ],
    [
      'ended by hand',
      [
        ['file', value('A')],
        ['hand', null],
      ],
      { revision: 2, fields: [] },
    ],
    [
      'ended by a file',
      [
        ['file', value('A')],
        ['file', null],
      ],
      null,
    ],
    [
      'a shape redrawn',
      [
        ['file', value('A')],
        ['hand', value('A', { geometry: new Uint8Array([1]) })],
      ],
      { revision: 2, fields: ['geometry'] },
    ],
  ])('%s', (_, writes, found) => expect(judged(writes)).toEqual(found))

  test('is told exactly where the record is otherwise than the last standing file', () => {
    const write = fc.tuple(
      fc.constantFrom<Write[0]>('file', 'hand'),
      fc.constantFrom('A', 'B', 'C').map((code) => value(code)),
    )
    fc.assert(
      fc.property(fc.array(write, { maxLength: 8 }), (later) => {
        const writes: Write[] = [['file', value('A')], ...later]
        const base = writes.findLast(([who]) => who === 'file')?.[1]?.properties['code']
        const now = writes.at(-1)?.[1]?.properties['code']
        const found = judged(writes)
        expect(found !== null).toBe(base !== now)
        if (found) expect(writes[found.revision - 1]?.[0]).toBe('hand')
      }),
    )
  })
})
