/** One thing measured. */
export interface Row {
  readonly name: string
  readonly value: number
  /** `ms`, `MB/s`, `requests/s`. */
  readonly unit: string
  /** What it is measured against, where there is something. */
  readonly against: string | null
  /** Ours divided by theirs, or by the goal. */
  readonly ratio: number | null
}
