/** A piece of text with its place on a page: points, from the upper left corner. */
export interface Item {
  readonly text: string
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly width: number
  /** Height of the letters. */
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  /** True for a scanned word that its reader is not sure of. */
  readonly doubtful?: boolean
}

/** A straight line along the page's edges, `x1 <= x2` and `y1 <= y2`. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export interface PageContent {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly items: readonly Item[]
  readonly rules: readonly Rule[]
  /** True for a page that is a picture, without text of its own. */
  readonly picture?: boolean
}

/** Items that stand next to one another on one baseline. */
export interface Segment {
  readonly items: readonly Placed[]
  readonly x1: number
  readonly x2: number
}

/** An item in its row; raised ones are smaller and above the baseline. */
export interface Placed extends Item {
  readonly raised: boolean
}

/** All that stands on one baseline; segments are parted by more than a blank. */
export interface Row {
  readonly y: number
  readonly size: number
  readonly segments: readonly Segment[]
}
