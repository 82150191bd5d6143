import { describe, expect, test } from 'vitest'
import { planReading } from '../../../../../test/support/plan-reading.ts'
import { candidatesOf } from '../../rules/items.ts'
import { reviewOf } from '../../rules/review.ts'
import { reviewView } from '../../rules/view.ts'
import {
  doingOf,
  onlySelects,
  reviewQuery,
  toFilter,
  toId,
  toKind,
  toPage,
  toProposal,
  toSection,
} from './query.ts'

const reading = planReading()
const view = reviewView(reading, reviewOf(candidatesOf(reading, null), []), { kind: 'task', waiting: true })
const asked = (search: string) => reviewQuery(new URLSearchParams(search))

describe('the address says all that the page shows, so that it can be sent to a colleague', () => {
  test('what a link says is what the page is asked for', () => {
    const [one] = view.shown
    if (!one) throw new Error('a task is shown')
    const link = toProposal(view, one, 'sua')
    expect(asked(link)).toEqual({ kind: 'task', page: 1, section: 1, waiting: true, selected: 'task:1.1' })
    expect(doingOf(new URLSearchParams(link))).toBe('sua')
    expect(asked(toPage(view, 3))).toMatchObject({ kind: 'task', page: 3, waiting: true })
    expect(asked(toKind(view, 'target'))).toMatchObject({ kind: 'target', page: undefined, waiting: true })
    expect(asked(toId(view, 'clause:II.1'))).toMatchObject({ selected: 'clause:II.1', waiting: true })
    expect(asked(toSection(view, 2, 'task:1.2'))).toMatchObject({ section: 2, selected: 'task:1.2' })
    expect(asked(toFilter(view, false)).waiting).toBe(false)
  })

  test('an id with signs of addresses in it comes back whole', () => {
    const id = 'basis:06/nq-tw&x=1 %~2'
    expect(asked(toId(view, id)).selected).toBe(id)
  })

  test.each([
    'trang=0',
    'trang=-1',
    'trang=1.5',
    'trang=x',
    'trang=',
    'doan=NaN',
    'loai=khac',
    'viec=xoa',
    '',
  ])('an address that was typed wrong shows the first page: %j', (search) => {
    expect(asked(search)).toEqual({
      kind: undefined,
      page: undefined,
      section: undefined,
      waiting: false,
      selected: undefined,
    })
    expect(doingOf(new URLSearchParams(search))).toBeNull()
  })

  test('choosing another proposal of the page fetches nothing; another page does', () => {
    const url = (search: string) => new URL(`https://x.example/can-bo/de-xuat/a?${search}`)
    const now = url('loai=task&trang=1&muc=task:1.1')
    expect(onlySelects(now, url('loai=task&trang=1&muc=task:1.2&viec=sua'))).toBe(true)
    expect(onlySelects(now, url('loai=task&trang=2&muc=task:1.2'))).toBe(false)
    expect(onlySelects(url('muc=task:1.1'), url('muc=task:1.2'))).toBe(false)
  })
})
