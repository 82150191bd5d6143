import type { MapNote } from '../notes.ts'

/** Notes on the whole file: each said once, and not without end. */
export class Notes {
  readonly file: string
  private readonly seen = new Map<string, MapNote>()

  constructor(file: string) {
    this.file = file
  }

  add(note: Omit<MapNote, 'file'>): void {
    const key = JSON.stringify(note)
    if (this.seen.size < 500 && !this.seen.has(key)) this.seen.set(key, { file: this.file, ...note })
  }

  /** All that were added since the last call. */
  take(): MapNote[] {
    const all = [...this.seen.values()].filter((note) => !this.taken.has(note))
    for (const note of all) this.taken.add(note)
    return all
  }

  private readonly taken = new Set<MapNote>()
}
