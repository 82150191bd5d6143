import { decodeWkb, positionCount, type Geometry, type Position } from '../../../../domain/geometry/index.ts'
import type { Actor } from '../../../office/index.ts'
import type { Candidate } from '../../model/import/candidate.ts'
import type { IssueCode } from '../../model/import/issue-texts.ts'
import type { IssueMember } from '../../model/import/issue.ts'
import type { ChangeKind, ImportChange, ListedIssue } from '../../model/import/run.ts'
import type { Properties } from '../../model/entry.ts'
import { candidateKey } from '../../read/import/index.ts'
import { changesOf, type ChangeQuery } from '../../store/imports/changes.ts'
import type { ImportWork } from '../../store/imports/files.ts'
import { issuesOf, type IssueQuery } from '../../store/imports/issues.ts'
import { placesOf, restrictedOf, type HeldPlace } from '../../store/imports/places.ts'
import { entryId } from '../../store/write.ts'
import { seesRestricted } from '../services.ts'
import { readingParts } from './kept.ts'
import { demandLook, workOf } from './look.ts'
import type { ImportServices } from './services.ts'

/** An issue as a map draws it, in the record's plane. */
export interface DrawnIssue {
  readonly seq: number
  readonly code: IssueCode
  readonly at: Position | null
  /** Line work that does not close. */
  readonly line: readonly Position[] | null
  /** The entry that it is about: as the file has it, or as it was mended. */
  readonly geometry: Geometry | null
  readonly mended: boolean
}

/** A difference as a map draws it: what the record has, and what the file has. */
export interface DrawnChange {
  readonly entry: string
  readonly kind: ChangeKind
  readonly label: string
  readonly before: Geometry | null
  readonly after: Geometry | null
}

/** Shapes on one screen; beyond that nobody tells them apart. */
const mostShapes = 2000
/** Positions of one shape: what has more is a coast or a mistake, and is not worth the wait. */
const mostPositions = 20_000

const drawn = (wkb: Uint8Array | null | undefined): Geometry | null => {
  const shape = wkb ? decodeWkb(wkb) : null
  return shape && positionCount(shape) <= mostPositions ? shape : null
}

/** Where issues lie: their own places and lines, and the entries that they are about. */
export async function issueShapes(
  services: ImportServices,
  actor: Actor,
  id: string,
  query: IssueQuery,
): Promise<readonly DrawnIssue[]> {
  demandLook(actor)
  const { work, issues, closed } = await services.record.read(async (db) => {
    const found = await workOf(db, actor, id)
    return {
      work: found,
      issues: await issuesOf(db, actor.agency, id, query),
      closed: await restrictedOf(db, actor.agency, found.register),
    }
  })
  const places = issues.flatMap(placesIn).slice(0, mostShapes)
  const wanted = new Set(places.flatMap(({ key }) => key ?? []))
  const shapes = new Map<string, Geometry>()
  const ids = new Map<string, string>()
  await eachCandidate(services, work, wanted.size > 0, (candidate) => {
    const key = candidateKey(candidate)
    if (!wanted.has(key) || (closed.has(idIn(work, candidate)) && !seesRestricted(actor))) return
    const shape = drawn(candidate.geometry)
    if (shape) shapes.set(key, shape)
    ids.set(key, idIn(work, candidate))
  })
  const now = await mendedShapes(services, actor.agency, work, places, ids)
  return places.map(({ seq, code, at, line, key = '', mended }) => ({
    seq,
    code,
    at,
    line,
    geometry: (mended ? now.get(ids.get(key) ?? '') : shapes.get(key)) ?? null,
    mended,
  }))
}

/** What entries that were mended are now: a double that was dropped is not there any more. */
async function mendedShapes(
  { record, today }: ImportServices,
  agency: string,
  { register, summary }: ImportWork,
  places: ReturnType<typeof placesIn>,
  ids: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Geometry | null>> {
  const wanted = places.flatMap(({ key = '', mended }) => (mended ? (ids.get(key) ?? []) : []))
  if (wanted.length === 0) return new Map()
  const on = summary?.from ?? today()
  const held = await record.read((db) =>
    placesOf(db, { agency, register, on, known: undefined }, [...new Set(wanted)]),
  )
  return new Map([...held].map(([id, { geometry }]) => [id, drawn(geometry)]))
}

/** Where an issue is to be drawn: once, or at each of the features that it tells of together. */
function placesIn({ seq, code, at, keys = [], members, mended }: ListedIssue) {
  const place = (one: IssueMember, key: string | undefined) => ({
    seq,
    code,
    at: one.position ?? null,
    line: one.line ?? null,
    key,
    mended: mended !== null,
  })
  if (members) return members.map((one, i) => place(one, keys[i]))
  return keys.length > 1 ? keys.map((key) => place({}, key)) : [place(at, keys[0])]
}

/** What differs, as the record had it when the file was read and as the file has it. */
export async function changeShapes(
  services: ImportServices,
  actor: Actor,
  id: string,
  query: ChangeQuery,
): Promise<readonly DrawnChange[]> {
  demandLook(actor)
  const { agency } = actor
  const { work, changes, held } = await services.record.read(async (db) => {
    const found = await workOf(db, actor, id)
    const asked = await changesOf(db, agency, id, query, seesRestricted(actor))
    const on = found.summary?.from ?? services.today()
    const at = { agency, register: found.register, on, known: found.seen ?? undefined }
    const ids = asked.filter(({ kind }) => kind !== 'new').map(({ entry }) => entry)
    return { work: found, changes: asked, held: await placesOf(db, at, ids) }
  })
  const after = await newPlaces(services, work, changes, held)
  return changes.map(({ entry, kind, label }) => ({
    entry,
    kind,
    label,
    before: drawn(held.get(entry)?.geometry),
    after: drawn(after.get(entry)),
  }))
}

/** By the id that its key gives; an entry that was told by its content, not its key, by that content. */
async function newPlaces(
  services: ImportServices,
  work: ImportWork,
  changes: readonly ImportChange[],
  held: ReadonlyMap<string, HeldPlace>,
): Promise<Map<string, Uint8Array>> {
  const wanted = new Map(changes.filter(({ kind }) => kind !== 'gone').map((one) => [one.entry, one]))
  const moved = new Map<string, string>()
  for (const { entry, kind, fields } of wanted.values()) {
    const properties = held.get(entry)?.properties
    if (kind === 'changed' && properties) moved.set(contentOf(properties, fields), entry)
  }
  const found = new Map<string, Uint8Array>()
  const alike = new Map<string, Uint8Array>()
  await eachCandidate(services, work, wanted.size > 0, (candidate) => {
    if (!candidate.geometry) return
    const own = idIn(work, candidate)
    if (wanted.has(own)) found.set(own, candidate.geometry)
    const other = moved.get(contentOf(candidate.properties, []))
    if (other !== undefined) alike.set(other, candidate.geometry)
  })
  return new Map([...alike, ...found])
}

/** What an entry says once the fields that differ are as the file has them. */
function contentOf(properties: Properties, fields: ImportChange['fields']): string {
  const all: Record<string, unknown> = { ...properties }
  for (const { field, after } of fields) if (field in all || after !== null) all[field] = after
  return JSON.stringify(
    Object.entries(all)
      .filter(([field, value]) => value !== null && !['geometry', 'stage', 'accuracy'].includes(field))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

const idIn = ({ register, source }: ImportWork, { sourceKey, copy }: Candidate) =>
  entryId(register, source ?? '', sourceKey, copy)

async function eachCandidate(
  { files }: ImportServices,
  { reading }: ImportWork,
  wanted: boolean,
  use: (candidate: Candidate) => void,
): Promise<void> {
  if (reading === null || !wanted) return
  for await (const { kind, part } of readingParts(files, reading)) if (kind === 'entry') use(part)
}
