/** Is told how far a file of many pages is read; what it throws ends the reading. */
export interface Watch {
  readonly firstPage: (text: string, pages: number) => void
  readonly pages: (done: number, pages: number) => Promise<void>
}

/** The caller has ended the reading: what a watcher throws is no fault of the file. */
export class Ended extends Error {
  readonly reason: unknown

  constructor(reason: unknown) {
    super('ended')
    this.reason = reason
  }
}
