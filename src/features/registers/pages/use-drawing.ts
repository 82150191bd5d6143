import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Language } from '../../../domain/fault.ts'
import {
  placeKey,
  snapPosition,
  type Dimension,
  type Geometry,
  type Position,
} from '../../../domain/geometry/index.ts'
import { openDrawing, type Drawing, type DrawKind, type DrawMode } from '../../../ui/map/draw.ts'
import type { TownMap } from '../../../ui/map/map.ts'
import type { Shapes } from '../actions/map.ts'
import { coordinatesText, geometryOfText } from '../rules/coordinates.ts'
import { geometryOf, originalsOf, piecesOf, seenKey, withHole, type Piece } from '../rules/drawing.ts'
import type { Projection } from '../rules/drawn.ts'
import { back, firstStep, forth, step, type Steps } from '../rules/steps.ts'
import { useShapes, type ShapesAsked } from './use-shapes.ts'
import { useTownMap, type TownMapNeeds } from './use-town-map.ts'

/** What is being done with a shape. */
export type Task = 'shape' | 'split' | 'merge'

export interface DrawingNeeds extends TownMapNeeds, ShapesAsked {
  readonly language: Language
  /** Of the entry that is worked on; null for one that is not there yet. */
  readonly id: string | null
  readonly dimension: Dimension
  /** Where it is, as coordinates say it; empty for what is not there yet. */
  readonly text: string
  readonly task: Task
  /** A neighbour that is chosen to be joined; a click on the map chooses too. */
  readonly other: string | null
  readonly onOther: (ids: readonly string[]) => void
  /** Where the last answer found something wrong, in the record's plane. */
  readonly wrong: Position | null
}

/** The shape and the line that cuts it, as tables of coordinates: what is sent, whoever made it. */
interface Tables {
  readonly shape: string
  readonly cut: string
}

const kinds: readonly DrawKind[] = ['Point', 'LineString', 'Polygon']

/** The drawing and the tables of coordinates are two views of one thing; the tables are what is sent. */
export function useDrawing(container: RefObject<HTMLDivElement | null>, needs: DrawingNeeds) {
  const { task, dimension, language } = needs
  const { state, setState, map, projection, whole } = useTownMap(container, needs, language)
  const drawn = useShapes(map, projection, { ...needs, exact: true }, setState)
  const [steps, setSteps] = useState<Steps<Tables>>(() => firstStep({ shape: needs.text, cut: '' }))
  const tables = steps.now
  const put = (some: Partial<Tables>) => setSteps((was) => step(was, { ...was.now, ...some }))
  /** Whether what is being drawn is a hole; and whether the last one lay in no part. */
  const hole = useRef(false)
  const [astray, setAstray] = useState(0)
  const heard: Hear = (all, places, way) => {
    const pieces = hole.current ? withHole(all) : all
    if (!pieces) {
      setAstray((times) => times + 1)
      return null
    }
    setAstray(0)
    const line = pieces.findLast(({ type, part }) => type === 'LineString' && part === null)
    const own = pieces.filter(({ type }) => type === kinds[dimension])
    const geometry = geometryOf(task !== 'split' ? own : line ? [line] : [], places, way)
    if (!geometry) return null
    const text = coordinatesText(geometry)
    const made = { ...tables, ...(task === 'split' ? { cut: text } : { shape: text }) }
    put(made)
    hole.current = false
    return made
  }
  const begin = (mode: DrawMode, asHole: boolean) => {
    hole.current = asHole
    setAstray(0)
    tool.current?.mode(mode)
  }
  const undo = () => void (tool.current?.undo() || setSteps(back))
  const redo = () => void (tool.current?.redo() || setSteps(forth))
  const { tool, open } = useTool({ map, projection, drawn, needs, tables, heard, astray })
  useMarks(map, projection, needs)
  useUndoKeys(undo, redo)
  return {
    state,
    /** Says, to whoever drives the page by program, that it can be drawn on. */
    tool: open ? 'open' : undefined,
    tables,
    put,
    canUndo: steps.past.length > 0,
    canRedo: steps.next.length > 0,
    undo,
    redo,
    /** A hole was drawn where there is nothing around it. */
    astray: astray > 0,
    mode: (mode: DrawMode) => begin(mode, false),
    draw: () => begin(task === 'split' ? 'LineString' : (kinds[dimension] ?? 'Polygon'), false),
    drawHole: () => begin('Polygon', true),
    finish: () => tool.current?.finish(),
    zoom: (by: 1 | -1) => map?.zoom(by),
    whole: () => whole && map?.fit(whole),
  }
}

type Hear = (
  pieces: readonly Piece[],
  places: ReadonlyMap<string, Position>,
  way: Projection,
) => Tables | null

interface ToolNeeds {
  readonly map: TownMap | null
  readonly projection: Projection | null
  readonly drawn: Shapes | null
  readonly needs: DrawingNeeds
  readonly tables: Tables
  readonly heard: Hear
  /** Counts what was drawn and taken for nothing: it goes from the map again. */
  readonly astray: number
}

/** The drawing tool on the map, with what the tables say on it. */
function useTool(given: ToolNeeds) {
  const { map, projection, needs, tables, astray } = given
  const { task, dimension } = needs
  const tool = useRef<Drawing | null>(null)
  const [open, setOpen] = useState(false)
  // What the tool calls back reads what is true then, not what was true when it was opened.
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  /** What was last put on the map, or came from it. */
  const shown = useRef('')
  /** The plane's own numbers of what was snapped to or was there: nothing is lost by way of the screen. */
  const places = useRef(new Map<string, Position>())
  useEffect(() => {
    if (!map || !projection) return
    let closed = false
    const onChange = (anew: boolean) => {
      const pieces = tool.current?.pieces().map(({ type, positions, tags }): Piece => {
        return { type, positions, part: tags['part'] ?? null, ring: tags['ring'] ?? 0 }
      })
      const made = latest.current.heard(pieces ?? [], places.current, projection)
      // What was drawn anew is put on the map again, as a part of the whole; a vertex that was moved stays in the hand.
      shown.current = made && !anew ? stateOf(latest.current.needs.task, made) : ''
    }
    const snap = (at: Position, reach: number) => {
      const found = snapPosition(projection.in(at), snappedTo(latest.current), reach)
      if (found.to === 'nothing') return null
      const seen = projection.out(found.at)
      places.current.set(seenKey(seen), found.at)
      return seen
    }
    void openDrawing({ gl: map.gl, snap, onChange }).then((made) => {
      if (closed) return made.close()
      tool.current = made
      setOpen(true)
    })
    return () => {
      closed = true
      tool.current?.close()
      tool.current = null
      setOpen(false)
    }
  }, [map, projection])
  useEffect(() => {
    const state = stateOf(task, tables)
    // What was drawn astray goes from the map though the tables say what they said.
    if (!open || !projection || (shown.current === state && astray === 0)) return
    shown.current = state
    const own = geometryOfText(tables.shape, dimension).geometry
    const cut = task === 'split' ? geometryOfText(tables.cut, 1).geometry : null
    const all = [own, cut].filter((one) => one !== null)
    for (const [key, at] of originalsOf(all, projection)) places.current.set(key, at)
    const parts = own ? drawnOf(own, projection) : []
    const line = cut ? drawnOf(cut, projection).map((one) => ({ ...one, tags: {} })) : []
    tool.current?.load([...parts, ...line], modeOf(task, own, dimension))
  }, [open, projection, task, tables, dimension, astray])
  return { tool, open }
}

const stateOf = (task: Task, { shape, cut }: Tables) => [task, shape, cut].join('\n\n')

function modeOf(task: Task, own: Geometry | null, dimension: Dimension): DrawMode {
  if (task === 'merge') return 'look'
  if (task === 'split') return 'LineString'
  return own ? 'edit' : (kinds[dimension] ?? 'Polygon')
}

/** A vertex is pulled to neighbours; the line that cuts is pulled to the shape itself first. */
function snappedTo({ drawn, needs, tables }: ToolNeeds): Geometry[] {
  const around = drawn?.shapes.filter(({ id }) => id !== needs.id).map(({ geometry }) => geometry) ?? []
  const own = needs.task === 'split' ? geometryOfText(tables.shape, needs.dimension).geometry : null
  return own ? [own, ...around] : around
}

const drawnOf = (geometry: Geometry, way: Projection) =>
  piecesOf(geometry, way).map(({ type, positions, part, ring }) => ({
    type,
    positions,
    tags: { ...(part !== null && { part }), ring },
  }))

/** The chosen neighbour, a click that chooses one, and the place of what is wrong. */
function useMarks(map: TownMap | null, projection: Projection | null, needs: DrawingNeeds): void {
  const { id, task, other, onOther, wrong } = needs
  const place = wrong && placeKey(wrong)
  useEffect(() => map?.choose(task === 'merge' ? other : null), [map, task, other])
  useEffect(() => {
    if (!map || task !== 'merge') return
    return map.onPick((ids) => onOther(ids.filter((one) => one !== id)))
  }, [map, id, task, onOther])
  useEffect(() => {
    if (!map || !projection) return
    const at = wrong && projection.out(wrong)
    const geometry = at && { type: 'Point' as const, coordinates: [...at] }
    map.put('wrong', geometry ? [{ type: 'Feature', properties: {}, geometry }] : [])
    if (at) map.fit([...at, ...at])
    // The same place told again is the same place.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [map, projection, place])
}

/** Ctrl+Z and Ctrl+Y, but not where text is typed: there they are the text's own. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLTextAreaElement) return
      if (event.target instanceof HTMLInputElement && event.target.type === 'text') return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  })
}
