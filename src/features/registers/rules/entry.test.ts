import { beforeAll, describe, expect, test } from 'vitest'
import { shippedLaw, shippedRegisters } from '../../../../test/support/law.ts'
import type { Day } from '../../../domain/day.ts'
import { encodeWkb, type Geometry } from '../../../domain/geometry/index.ts'
import type { Law } from '../../law/model.ts'
import type { Properties } from '../model/entry.ts'
import type { Catalogue } from './catalogue.ts'
import { demandFit, entryIssues, entryValue, isWhole, labelOf, refused, type EntryDraft } from './entry.ts'
import { demandRelease, releases } from './release.ts'

const today = '2026-11-22' as Day
let law: Law
let catalogue: Catalogue
beforeAll(async () => {
  law = await shippedLaw()
  catalogue = await shippedRegisters()
})
const register = (id: string) => catalogue.find(id, today)

const point: Geometry = { type: 'Point', coordinates: [578_424, 1_633_280] }
const draft = (properties: Properties, over: Partial<EntryDraft> = {}): EntryDraft => ({
  stage: 'existing',
  status: null,
  source: { made: 'hand', name: 'Cán bộ nhập' },
  geometry: encodeWkb(point),
  properties,
  ...over,
})
const issues = (id: string, given: EntryDraft) =>
  entryIssues(register(id), given, law, today).map(({ field, code }) => `${field}: ${code}`)

describe('what an entry may say', () => {
  test('a flood point as an office writes it', () => {
    const given = draft({
      place: 'Ngã tư chợ',
      depth: 0.4,
      hours: 3,
      depthTold: 'knee',
      floodedOn: '2026-10-30',
    })
    expect(issues('flood-points', given)).toEqual([])
    expect(entryValue(register('flood-points'), given)).toMatchObject({
      label: 'Ngã tư chợ',
      disclosure: 'internal',
      releasedBy: null,
      accuracy: 20,
    })
  })

  test.each([
    [{ place: '' }, 'place: missing'],
    [{ place: 'x', depth: 21 }, 'depth: range'],
    [{ place: 'x', depth: '0,4' }, 'depth: type'],
    [{ place: 'x', depthTold: 'nose' }, 'depthTold: unknown-code'],
    [{ place: 'x', floodedOn: '2026-02-30' }, 'floodedOn: type'],
    [{ place: 'x'.repeat(251) }, 'place: length'],
    [{ place: 'x', hoTen: 'A' }, 'hoTen: unknown-field'],
  ])('%j is told as %s', (properties, told) =>
    expect(issues('flood-points', draft(properties as Properties))).toEqual([told]),
  )

  test('stage, status, accuracy and place are looked at as well', () => {
    const given = draft({ place: 'x' }, { stage: 'planned', status: 'dry', accuracy: 0 })
    expect(issues('flood-points', given)).toEqual(['stage: stage', 'status: status', 'accuracy: accuracy'])
    expect(issues('flood-points', draft({ place: 'x' }, { geometry: null }))).toEqual(['geometry: no-place'])
    expect(issues('parcels', draft({}))).toEqual(['geometry: geometry'])
    expect(() => demandFit(register('flood-points'), draft({}), law, today, 'x')).toThrow(
      'còn thiếu / missing',
    )
  })

  test('a code that the law as we hold it does not name is unverified, not refused', () => {
    const area: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    }
    const zone = (code: string) => draft({ code }, { stage: 'planned', geometry: encodeWkb(area) })
    expect(issues('planning-zones', zone('DAT_HTXH_YTE'))).toEqual([])
    const [issue] = entryIssues(register('planning-zones'), zone('DAT_LA'), law, today)
    expect(issue?.code).toBe('unverified-code')
    expect(refused(issue!)).toBe(false)
  })

  test('sheet 0, number 0 is a parcel like any other', () =>
    expect(labelOf(register('parcels'), { sheet: 0, number: 0 })).toBe('Tờ 0, thửa 0'))

  test('a label shows the name of a code, and is never empty', () => {
    expect(labelOf(register('drainage'), { kind: 'pump', name: 'Trà Câu' })).toBe('Trạm bơm Trà Câu')
    expect(labelOf(register('flood-points'), {})).toBe('Điểm ngập')
  })

  test('an entry of a restricted register is restricted, whatever was asked', () =>
    expect(
      entryValue(register('defence-security-land'), draft({ code: 'CQP' }, { disclosure: 'internal' }))
        .disclosure,
    ).toBe('restricted'))

  test('open rings and lines of one point are no geometry', () => {
    expect(
      isWhole({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      }),
    ).toBe(false)
    expect(isWhole({ type: 'LineString', coordinates: [[0, 0]] })).toBe(false)
    expect(isWhole({ type: 'MultiPolygon', coordinates: [] })).toBe(false)
  })
})

describe('an entry becomes public only by a document', () => {
  const document = {
    number: '12/QĐ-UBND',
    issuer: 'Ủy ban nhân dân (minh họa)',
    issuedOn: '2026-01-05' as Day,
  }

  test('that can be cited, and has been issued', () => {
    const zones = register('planning-zones')
    expect(() => demandRelease(zones, document, { all: true }, today)).not.toThrow()
    for (const part of [{ number: ' ' }, { issuer: '' }, { issuedOn: '2026-11-23' as Day }])
      expect(() => demandRelease(zones, { ...document, ...part }, { all: true }, today)).toThrow(
        'release-document',
      )
  })

  test('that names it, where the register says so', () => {
    for (const id of ['parcels', 'underground-works', 'mg-moc-gioi-quy-hoach-p', 'plans-in-preparation']) {
      expect(() => demandRelease(register(id), document, { all: true }, today)).toThrow('release-named')
      expect(() => demandRelease(register(id), document, { ids: ['a'] }, today)).not.toThrow()
    }
  })

  test('a draft is not swept along, what is restricted is never released as it is', () => {
    const entry = {
      id: 'a',
      status: 'approved',
      disclosure: 'internal',
      label: 'Ô đất',
      properties: {},
    } as const
    expect(releases({ all: true }, entry)).toBe(true)
    expect(releases({ all: true }, { ...entry, status: 'in-preparation' })).toBe(false)
    expect(releases({ ids: ['a'] }, { ...entry, status: 'in-preparation' })).toBe(true)
    expect(releases({ all: true }, { ...entry, disclosure: 'restricted' })).toBe(false)
    expect(() => releases({ ids: ['a'] }, { ...entry, disclosure: 'restricted' })).toThrow(
      'release-restricted',
    )
    expect(releases({ ids: ['a'] }, { ...entry, disclosure: 'public' })).toBe(false)
  })
})
