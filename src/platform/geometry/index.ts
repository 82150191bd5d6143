import type { CoverageEdit } from './among.ts'
import { buffersOf, packWkb, unpackWkb, type WkbBatch } from './batch.ts'
import { coverageFaultsByBlocks, sharedAreasByBlocks, unionByBlocks } from './blockwise.ts'
import type { CoverageFault } from './coverage.ts'
import type { Closing } from './linework/gaps.ts'
import type { LineAreas } from './linework/index.ts'
import type { Arguments, OperationName, Result } from './operations.ts'
import type { SharedAreas } from './overlay.ts'
import type { Piece } from './pieces.ts'
import { GeosPool } from './pool.ts'
import type { Mend, Validity } from './validity.ts'

export type { Closing, CoverageEdit, CoverageFault, Mend, Piece, SharedAreas, Validity }
export type { InvalidReason } from './validity.ts'

/** Areas that lines enclose, and all that is not as it should be; each place as WKB or position in the lines' plane. */
export type AreasOfLines = {
  readonly [K in keyof LineAreas]: LineAreas[K] extends { bytes: Uint8Array }
    ? readonly Uint8Array[]
    : LineAreas[K]
}

type Shapes = readonly Uint8Array[]

/**
 * GEOS in threads of its own. Shapes are WKB as `encodeWkb` writes it, in a plane in metres; answers come in the order
 * of the question. What GEOS cannot do is thrown as a fault with its words.
 */
export class GeometryEngine implements AsyncDisposable {
  private readonly pool: GeosPool

  constructor(threads = 2) {
    this.pool = new GeosPool(threads)
  }

  /** Whether each is valid; else why and where. */
  async validity(shapes: Shapes): Promise<Validity[]> {
    const parts = inOrder(shapes)
    const answers = await Promise.all(parts.map((part) => this.asked('validity', part)))
    return answers.flat()
  }

  /** What a mend would make of each. A proposal: nothing is changed without a person's yes. */
  makeValid(shapes: Shapes): Promise<Mend[]> {
    return this.asked('makeValid', shapes)
  }

  /** How much of each of `a` lies in each of `b`, m², by blocks that the threads share. */
  sharedAreas(a: Shapes, b: Shapes): Promise<SharedAreas> {
    return sharedAreasByBlocks(this.pool, a, b)
  }

  /** Where shapes that should lie side by side overlap, or leave gaps up to `gapWidth` metres. */
  coverageFaults(shapes: Shapes, gapWidth: number): Promise<CoverageFault[]> {
    return coverageFaultsByBlocks(this.pool, shapes, gapWidth)
  }

  /** The same with fewer positions, about `tolerance` metres coarse; shared borders stay shared. */
  async coverageSimplified(shapes: Shapes, tolerance: number): Promise<Uint8Array[]> {
    return unpackWkb(await this.asked('coverageSimplified', shapes, tolerance))
  }

  /** One area of many. */
  union(shapes: Shapes): Promise<Uint8Array> {
    return unionByBlocks(this.pool, shapes)
  }

  difference(shape: Uint8Array, less: Uint8Array): Promise<Uint8Array> {
    return this.pool.ask('difference', [shape, less])
  }

  /**
   * The parts into which a line cuts an area, within a coverage: where the cut meets the border, the neighbours get the corner too, so that borders stay
   * shared. An end within 1 mm of the border reaches it. One shape comes back where the line does not cut through.
   */
  splitAmong(shape: Uint8Array, line: Uint8Array, neighbours: Shapes): Promise<CoverageEdit> {
    return this.pool.ask('splitAmong', [shape, line, packWkb(neighbours)])
  }

  /** Shapes of a coverage become one: only what lay between them goes. Several parts where they do not touch. */
  mergeAmong(shapes: Shapes, neighbours: Shapes): Promise<CoverageEdit> {
    return this.pool.ask('mergeAmong', [packWkb(shapes), packWkb(neighbours)])
  }

  /**
   * A shape of a coverage was redrawn: corners that neighbours share move with it, are added or go in them too. What
   * could not go along, as where a third border begins, is in `unfit`. Corners brought near others are best put
   * on them before, by `snapTo` of `domain/geometry`.
   */
  editAmong(before: Uint8Array, after: Uint8Array, neighbours: Shapes): Promise<CoverageEdit> {
    return this.pool.ask('editAmong', [before, after, packWkb(neighbours)])
  }

  /**
   * A new shape drawn beside others: its corners go to theirs within `tolerance` metres, else to their borders, and they
   * get the corners that it has on them. While the hand is drawing, `snapPosition` of `domain/geometry` does it in
   * the browser.
   */
  drawAmong(drawn: Uint8Array, neighbours: Shapes, tolerance: number): Promise<CoverageEdit> {
    return this.pool.ask('drawAmong', [drawn, packWkb(neighbours), tolerance])
  }

  buffer(shape: Uint8Array, metres: number): Promise<Uint8Array> {
    return this.pool.ask('buffer', [shape, metres])
  }

  /** A point within each, for its label. */
  async pointsInside(shapes: Shapes): Promise<Uint8Array[]> {
    return unpackWkb(await this.asked('pointsInside', shapes))
  }

  /** Areas from the line work of a drawing, gaps up to `tolerance` metres closed and listed. */
  async areasFromLines(lines: Shapes, tolerance: number): Promise<AreasOfLines> {
    const { areas, dangles, cuts, invalidRings, ...rest } = await this.asked(
      'areasFromLines',
      lines,
      tolerance,
    )
    return {
      ...rest,
      areas: unpackWkb(areas),
      dangles: unpackWkb(dangles),
      cuts: unpackWkb(cuts),
      invalidRings: unpackWkb(invalidRings),
    }
  }

  /** Which of the points lie in each area: none, one or many labels. */
  pointsWithin(areas: Shapes, points: readonly (readonly [x: number, y: number])[]): Promise<number[][]> {
    const batch = packWkb(areas)
    return this.pool.ask('pointsWithin', [batch, Float64Array.from(points.flat())], buffersOf(batch))
  }

  /** What the shapes of each pair have in common; null where they share no area. */
  commonPieces(a: Shapes, b: Shapes): Promise<(Piece | null)[]> {
    return this.pool.ask('commonPieces', [packWkb(a), packWkb(b)])
  }

  /** What of each shape lies outside of an area; those wholly inside it are not told. */
  async outside(
    shapes: Shapes,
    area: Uint8Array,
  ): Promise<{ readonly index: number; readonly piece: Piece }[]> {
    const parts = inOrder(shapes)
    const answers = await Promise.all(parts.map((part) => this.asked('outside', part, area)))
    return answers.flatMap((found, n) =>
      found.map(({ index, piece }) => ({ index: n * together + index, piece })),
    )
  }

  /** The parts of an area that another does not cover. */
  uncovered(shape: Uint8Array, cover: Uint8Array): Promise<Piece[]> {
    return this.pool.ask('uncovered', [shape, cover])
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.pool.close()
  }

  private asked<N extends OperationOnShapes>(
    name: N,
    shapes: Shapes,
    ...rest: AfterShapes<N>
  ): Promise<Result<N>> {
    const batch = packWkb(shapes)
    return this.pool.ask(name, [batch, ...rest] as unknown as Arguments<N>, buffersOf(batch))
  }
}

type OperationOnShapes = {
  [N in OperationName]: Arguments<N> extends readonly [WkbBatch, ...unknown[]] ? N : never
}[OperationName]
type AfterShapes<N extends OperationOnShapes> =
  Arguments<N> extends readonly [WkbBatch, ...infer R] ? R : never

/** As many as a thread should hold at a time. */
const together = 10_000

function inOrder(shapes: Shapes): Shapes[] {
  return Array.from({ length: Math.ceil(shapes.length / together) }, (_, i) =>
    shapes.slice(i * together, (i + 1) * together),
  )
}
